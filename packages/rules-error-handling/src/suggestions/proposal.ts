import type { FixFunction } from "@gopherwood/core";

/** The edit that a rule suggests for a violation, or why it suggests none. */
export type Proposal = { readonly kind: "edit"; readonly fix: FixFunction } | Refusal;

/** The reason why no edit is suggested. */
export interface Refusal {
  readonly kind: "refused";
  readonly noFixReason: string;
}

/** Returns a refusal to suggest an edit. */
export function refused(noFixReason: string): Refusal {
  return { kind: "refused", noFixReason };
}

/** Returns the part of a report that suggests an edit, or says why there is none. */
export function suggestionFor<MessageId extends string>(
  proposal: Proposal,
  messageId: MessageId,
  data?: Readonly<Record<string, string>>,
) {
  return proposal.kind === "refused"
    ? { noFixReason: proposal.noFixReason }
    : { suggest: [{ messageId, ...(data && { data }), fix: proposal.fix }] };
}
