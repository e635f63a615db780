import type { FixFunction } from "@gopherwood/core";

/** The edit that a rule suggests for a violation, or why it suggests none. */
export type Proposal =
  | { readonly kind: "edit"; readonly fix: FixFunction }
  | { readonly kind: "refused"; readonly noFixReason: string };

/** Returns a refusal to suggest an edit. */
export function refused(noFixReason: string): Proposal {
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
