import type { DeclaredSymbol, SemanticModel, GoNode } from "@gopherwood/core";
import type { LoggerGroup, Maker } from "./logger-group.ts";

/**
 * True if a record may get a key a second time: its later value takes the place of the
 * earlier one in logrus, and joins it in slog.
 */
export function hasKeyTwice(
  { makers, calls }: Pick<LoggerGroup, "makers" | "calls">,
  semantics: SemanticModel,
): boolean {
  const keys = keysOfAll(makers);
  const own = (member: DeclaredSymbol) => keys.get(member) ?? new Set<string>();
  return (
    makers.some((maker) => {
      const { from, to, chain } = maker;
      if (!from || chain.pairs.length === 0) return false;
      if (from !== to) return chain.pairs.some(({ name }) => own(from).has(name));
      const others = makers.filter((other) => other.to === to && other !== maker);
      const before = new Set(others.flatMap((other) => [...given(other, keys)]));
      return isRepeated(maker, semantics) || chain.pairs.some(({ name }) => before.has(name));
    }) || calls.some(({ call, of }) => call.chain.pairs.some(({ name }) => own(of).has(name)))
  );
}

/** The keys that the logger of each variable and parameter may have. */
function keysOfAll(makers: readonly Maker[]): ReadonlyMap<DeclaredSymbol, Set<string>> {
  const keys = new Map<DeclaredSymbol, Set<string>>();
  for (let grows = true; grows;) {
    grows = false;
    for (const maker of makers) {
      const known = keys.get(maker.to) ?? new Set();
      keys.set(maker.to, known);
      const before = known.size;
      for (const name of given(maker, keys)) known.add(name);
      grows ||= known.size > before;
    }
  }
  return keys;
}

/** The keys of the logger that a maker gives. */
function given(
  { from, to, chain }: Maker,
  keys: ReadonlyMap<DeclaredSymbol, ReadonlySet<string>>,
): string[] {
  const own = chain.pairs.map(({ name }) => name);
  return from && from !== to ? [...(keys.get(from) ?? []), ...own] : own;
}

/** True if a place may be come by several times, with the same keys, while the variable lives. */
function isRepeated({ node, to, chain }: Maker, semantics: SemanticModel): boolean {
  // A function that hands its parameter to itself.
  if (node.parent?.kind === "argument_list") return true;
  const [first, ...others] = repetitionsAround(node, to);
  if (!first) return false;
  return (
    others.length > 0 || !chain.pairs.every(({ key }) => key === keyOfMap(first, semantics))
  );
}

/** The loops and closures around a place in which the variable is not declared. */
function repetitionsAround(node: GoNode, { declaration }: DeclaredSymbol): GoNode[] {
  const found: GoNode[] = [];
  for (let { parent } = node; parent; { parent } = parent) {
    const [start, end] = parent.range;
    if (start <= declaration.range[0] && declaration.range[1] <= end) break;
    const isClosure = parent.kind === "func_literal" && !isCalledAtOnce(parent);
    if (parent.kind === "for_statement" || isClosure) found.push(parent);
  }
  return found;
}

/** True for the closure of `func() { ... }()`, deferred or not: it runs once. */
function isCalledAtOnce(closure: GoNode): boolean {
  return closure.parent?.kind === "call_expression" && closure.parent.function === closure;
}

/** The name of the key in a loop over a map, each of whose keys comes once; or null. */
function keyOfMap(loop: GoNode, semantics: SemanticModel): string | null {
  const clause = loop.namedChildren.find(({ kind }) => kind === "range_clause");
  if (clause?.kind !== "range_clause" || semantics.typeOf(clause.right).kind !== "map")
    return null;
  return clause.left?.namedChildren[0]?.text ?? null;
}
