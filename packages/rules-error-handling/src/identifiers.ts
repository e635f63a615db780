import {
  refersTo,
  type DeclaredSymbol,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";

const byName = new WeakMap<SyntaxTree, ReadonlyMap<string, GoNode[]>>();
const bySymbol = new WeakMap<DeclaredSymbol, readonly GoNode[]>();

/** Returns the identifiers that mean a symbol but do not declare it, in the order of the text. */
export function usesOfSymbol(
  symbol: DeclaredSymbol,
  semantics: SemanticModel,
  tree: SyntaxTree,
): readonly GoNode[] {
  let uses = bySymbol.get(symbol);
  if (!uses) {
    const named = namesOf(tree).get(symbol.name) ?? [];
    uses = named.filter((node) => node !== symbol.node && refersTo(node, symbol, semantics));
    bySymbol.set(symbol, uses);
  }
  return uses;
}

function namesOf(tree: SyntaxTree): ReadonlyMap<string, GoNode[]> {
  const known = byName.get(tree);
  if (known) return known;
  const names = new Map<string, GoNode[]>();
  for (const node of tree.nodesOfKind(["identifier"])) {
    const same = names.get(node.text);
    if (same) same.push(node);
    else names.set(node.text, [node]);
  }
  byName.set(tree, names);
  return names;
}
