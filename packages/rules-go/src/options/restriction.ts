import type { GoNode, GoRuleContext } from "@gopherwood/core";
import { wantedNames } from "./replacement.ts";
import { Scope, type ScopeOptions } from "./scope.ts";

type Context = GoRuleContext<unknown[], string>;

/** A restriction of names as a config has it, beside the names that it restricts. */
interface NameOptions extends ScopeOptions {
  readonly instead?: readonly string[] | undefined;
  readonly replacement?: string | undefined;
}

/** A node that a restriction is about: its name in the config, and if that is the wanted one. */
export interface Match {
  readonly approach: string;
  readonly isWanted: boolean;
}

/** The outcome for a node: the restriction that it breaks, or none. */
export type Outcome<Restriction> =
  | { readonly kind: "broken"; readonly restriction: Restriction; readonly approach: string }
  | { readonly kind: "attested" }
  | { readonly kind: "unrelated" };

/** Returns the restrictions that are about a file, each with its scope. */
export function restrictionsOf<Options extends ScopeOptions>(
  entries: readonly Options[],
  context: Pick<Context, "projectPath" | "semantics">,
) {
  return entries
    .map((entry) => ({ ...entry, scope: new Scope(entry, context) }))
    .filter(({ scope }) => scope.includesFile);
}

/**
 * Returns the restrictions of names that are about a file, each with its scope and with what it
 * restricts and wants.
 *
 * @param namesOf Returns the restricted names of an entry.
 * @param Patterns Finds these names and the wanted ones.
 */
export function nameRestrictionsOf<Options extends NameOptions, Patterns>(
  entries: readonly Options[],
  context: Pick<Context, "projectPath" | "semantics">,
  namesOf: (entry: Options) => readonly string[],
  Patterns: new (names: readonly string[], semantics: Context["semantics"]) => Patterns,
) {
  const { semantics } = context;
  return restrictionsOf(entries, context).map((entry) => ({
    ...entry,
    restricted: new Patterns(namesOf(entry), semantics),
    wanted: new Patterns(wantedNames(entry), semantics),
  }));
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
  context: Pick<Context, "attest">,
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

/** Patterns of names, one of which may match something. */
interface Patterns<Named> {
  match(named: Named): string | null;
}

/** Judges a node by the names that restrictions restrict and want; see `judge`. */
export function judgeName<
  Named,
  Restriction extends {
    readonly scope: Scope;
    readonly restricted: Patterns<Named>;
    readonly wanted: Patterns<Named>;
  },
>(
  node: GoNode,
  named: Named,
  restrictions: readonly Restriction[],
  context: Pick<Context, "attest">,
): Outcome<Restriction> {
  return judge(
    node,
    restrictions,
    ({ restricted, wanted }) => {
      const approach = restricted.match(named);
      if (approach !== null) return { approach, isWanted: false };
      const instead = wanted.match(named);
      return instead === null ? null : { approach: instead, isWanted: true };
    },
    context,
  );
}
