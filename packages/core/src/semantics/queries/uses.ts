import type { GoSourceCode } from "../../source/go-source-code.ts";
import { isAssignmentTarget } from "../../ast/nodes.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";

/** Returns true for an identifier that refers to a symbol. */
export function refersTo(
  node: GoNode,
  symbol: DeclaredSymbol,
  semantics: SemanticModel,
): boolean {
  return (
    node.kind === "identifier" &&
    node.text === symbol.name &&
    semantics.resolve(node) === symbol
  );
}

const identifiers = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly number[]>>();
const uses = new WeakMap<DeclaredSymbol, readonly GoNode[]>();

/** Returns the uses of a symbol in the file, in the order of the text. */
export function usesOf(
  symbol: DeclaredSymbol,
  semantics: SemanticModel,
  { tree }: Pick<GoSourceCode, "tree">,
): readonly GoNode[] {
  let found = uses.get(symbol);
  if (!found) {
    found = (identifiersOf(tree).get(symbol.name) ?? [])
      .map((number) => tree.node(number))
      .filter((node) => node !== symbol.node && semantics.resolve(node) === symbol);
    uses.set(symbol, found);
  }
  return found;
}

/** Returns the numbers of all identifiers of a tree by their names. */
function identifiersOf(tree: SyntaxTree): ReadonlyMap<string, readonly number[]> {
  const known = identifiers.get(tree);
  if (known) return known;
  const { table, text } = tree;
  const byName = new Map<string, number[]>();
  for (const node of table.ofKinds(["identifier"], 0, table.size)) {
    const name = text.slice(table.startOf(node), table.endOf(node));
    const same = byName.get(name);
    if (same) same.push(node);
    else byName.set(name, [node]);
  }
  identifiers.set(tree, byName);
  return byName;
}

/**
 * Returns true for the only use of a local variable: Go would call the variable unused without
 * it.
 */
export function isOnlyUse(
  identifier: GoNode,
  semantics: SemanticModel,
  sourceCode: GoSourceCode,
): boolean {
  const symbol = semantics.resolve(identifier);
  if (symbol === null || symbol.isUniverse) return false;
  if (symbol.kind !== "variable" || symbol.packageLevel) return false;
  return usesOf(symbol, semantics, sourceCode).every(
    (node) => node === identifier || isAssignmentTarget(node),
  );
}
