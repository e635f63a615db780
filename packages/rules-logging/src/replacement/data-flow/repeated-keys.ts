import type { DeclaredSymbol, SemanticModel, GoNode } from "@gopherwood/core";
import type { LoggerChain } from "../parse/logger-chain.ts";
import type { LoggerDefinition, LoggerFlow } from "./logger-group.ts";

type KeysBySymbol = ReadonlyMap<DeclaredSymbol, ReadonlySet<string>>;

/**
 * Returns true if a record may get a key a second time: in logrus its later value replaces
 * the earlier one, in slog both are written.
 */
export function mayRepeatKeys(
  { definitions, calls }: LoggerFlow,
  semantics: SemanticModel,
): boolean {
  const keys = keysBySymbol(definitions);
  const hasKeyOf = (symbol: DeclaredSymbol, { pairs }: LoggerChain) =>
    pairs.some(({ name }) => keys.get(symbol)?.has(name));
  return (
    calls.some(({ call, of }) => hasKeyOf(of, call)) ||
    definitions.some((definition) => {
      const { from, to, chain } = definition;
      if (!from || chain.pairs.length === 0) return false;
      if (from !== to) return hasKeyOf(from, chain);
      const others = definitions.filter((other) => other.to === to && other !== definition);
      const before = new Set(others.flatMap((other) => keysOf(other, keys)));
      return (
        chain.pairs.some(({ name }) => before.has(name)) || mayRunTwice(definition, semantics)
      );
    })
  );
}

/** Returns the keys that the logger of each variable and parameter may have. */
function keysBySymbol(definitions: readonly LoggerDefinition[]): KeysBySymbol {
  const keys = new Map<DeclaredSymbol, Set<string>>();
  for (let grows = true; grows;) {
    grows = false;
    for (const definition of definitions) {
      const known = keys.get(definition.to) ?? new Set();
      keys.set(definition.to, known);
      const before = known.size;
      for (const name of keysOf(definition, keys)) known.add(name);
      grows ||= known.size > before;
    }
  }
  return keys;
}

/** Returns the keys of the logger that a definition gives. */
function keysOf({ from, to, chain }: LoggerDefinition, keys: KeysBySymbol): string[] {
  const own = chain.pairs.map(({ name }) => name);
  return from && from !== to ? [...(keys.get(from) ?? []), ...own] : own;
}

/** Returns true if a definition may run again with the same keys while its variable lives. */
function mayRunTwice({ node, to, chain }: LoggerDefinition, semantics: SemanticModel): boolean {
  // A function that calls itself with its parameter.
  if (node.parent?.kind === "argument_list") return true;
  const [first, ...others] = repetitionsAround(node, to);
  if (!first) return false;
  return (
    others.length > 0 || !chain.pairs.every(({ key }) => key === mapKeyOf(first, semantics))
  );
}

/** Returns the loops and closures around a node in which a variable is not declared. */
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

/** Returns true for the closure of `func() { ... }()`, deferred or not: it runs once. */
function isCalledAtOnce(closure: GoNode): boolean {
  return closure.parent?.kind === "call_expression" && closure.parent.function === closure;
}

/** Returns the name of the key in a loop over a map, each of whose keys comes once; or null. */
function mapKeyOf(loop: GoNode, semantics: SemanticModel): string | null {
  const clause = loop.namedChildren.find(({ kind }) => kind === "range_clause");
  if (clause?.kind !== "range_clause" || semantics.typeOf(clause.right).kind !== "map") {
    return null;
  }
  return clause.left?.namedChildren[0]?.text ?? null;
}
