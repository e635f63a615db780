import type { GoNode, GoRuleContext } from "@gopherwood/core";
import type { Scope } from "./scope.ts";

/** What a restriction says about a node: its name in the config, and if that is the wanted one. */
export interface Match {
  readonly approach: string;
  readonly isWanted: boolean;
}

/** The outcome for a node: the restriction that it breaks, or none. */
export type Outcome<Restriction> =
  | { readonly kind: "broken"; readonly restriction: Restriction; readonly approach: string }
  | { readonly kind: "attested" }
  | { readonly kind: "unrelated" };

/** Returns a match of what is restricted or, if that is null, of what is wanted. */
export function matchOf(restricted: string | null, wanted: () => string | null): Match | null {
  if (restricted !== null) return { approach: restricted, isWanted: false };
  const approach = wanted();
  return approach === null ? null : { approach, isWanted: true };
}

/**
 * Finds the first restriction that matches a node. It attests a node that is as the restriction
 * wants it, or is exempt.
 *
 * @param match Returns the match of a restriction, or null.
 */
export function judge<Restriction extends { readonly scope: Scope }>(
  node: GoNode,
  restrictions: readonly Restriction[],
  match: (restriction: Restriction) => Match | null,
  context: Pick<GoRuleContext<unknown[], string>, "attest">,
): Outcome<Restriction> {
  for (const restriction of restrictions) {
    const found = restriction.scope.includes(node) ? match(restriction) : null;
    if (!found) continue;
    const { approach, isWanted } = found;
    if (isWanted) {
      context.attest({ node, verdict: "compliant", approach });
      return { kind: "attested" };
    }
    const reason = restriction.scope.exemptionOf(node);
    if (reason === null) return { kind: "broken", restriction, approach };
    context.attest({ node, verdict: "exempt", reason, approach });
    return { kind: "attested" };
  }
  return { kind: "unrelated" };
}
