import type { GoSourceCode } from "../../source/go-source-code.ts";
import type { GoNode } from "../../syntax/node.ts";
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

/** Returns the uses of a symbol in the file, in the order of the text. */
export function usesOf(
  symbol: DeclaredSymbol,
  semantics: SemanticModel,
  { tree }: GoSourceCode,
): GoNode[] {
  const { table, text } = tree;
  const { name } = symbol;
  return table
    .ofKinds(["identifier"], 0, table.size)
    .filter((node) => text.slice(table.startOf(node), table.endOf(node)) === name)
    .map((node) => tree.node(node))
    .filter((node) => node !== symbol.node && semantics.resolve(node) === symbol);
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
    (node) => node === identifier || isAssigned(node),
  );
}

function isAssigned({ parent }: GoNode): boolean {
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  return statement?.kind === "assignment_statement" && statement.left === parent;
}
