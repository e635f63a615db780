import type { GoSourceCode } from "../../source/go-source-code.ts";
import { OwnerCache } from "../../syntax/owner-cache.ts";
import { isAssignmentTarget } from "../../ast/nodes.ts";
import type { GoNode, NodeKind } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import { withoutPointer, type GoType, type NamedType } from "../types/go-type.ts";
import { literalOfKey } from "../types/literal-keys.ts";

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

/** The numbers of the names in a tree that may refer to a symbol, and to a member, by text. */
const identifiers = new OwnerCache((tree: SyntaxTree) => numbersByText(tree, ["identifier"]));
const members = new OwnerCache((tree: SyntaxTree) =>
  numbersByText(tree, ["identifier", "field_identifier"]),
);
const uses = new OwnerCache<SyntaxTree, Map<DeclaredSymbol, readonly GoNode[]>>(
  () => new Map(),
);

/** Returns the uses of a symbol in the file, in the order of the text. */
export function usesOf(
  symbol: DeclaredSymbol,
  semantics: SemanticModel,
  { tree }: Pick<GoSourceCode, "tree">,
): readonly GoNode[] {
  const known = uses.of(tree);
  let found = known.get(symbol);
  if (!found) {
    found = (identifiers.of(tree).get(symbol.name) ?? [])
      .map((number) => tree.node(number))
      .filter((node) => node !== symbol.node && semantics.resolve(node) === symbol);
    known.set(symbol, found);
  }
  return found;
}

/**
 * Returns the uses of a field in the file, in the order of the text: names after a dot, and keys
 * of literals. A field that is promoted from an embedded type is used where its own type is
 * known. Uses through values of unknown types are not among them.
 *
 * @param owner The type that declares the field.
 */
export function fieldUsesOf(
  owner: NamedType,
  name: string,
  semantics: SemanticModel,
  { tree }: Pick<GoSourceCode, "tree">,
): readonly GoNode[] {
  const isOwner = (type: GoType | null) =>
    type?.kind === "named" && type.importPath === owner.importPath && type.name === owner.name;
  return (members.of(tree).get(name) ?? [])
    .map((number) => tree.node(number))
    .filter((node) => {
      const { parent } = node;
      if (node.kind === "field_identifier") {
        if (parent?.kind !== "selector_expression") return false;
        return isOwner(semantics.ownerOf(semantics.typeOf(parent.operand), name));
      }
      const braces = literalOfKey(node);
      return braces !== null && isOwner(withoutPointer(semantics.typeOf(braces)));
    });
}

/** Returns the numbers of all nodes of some kinds by their texts. */
function numbersByText(
  { table, text }: SyntaxTree,
  kinds: readonly NodeKind[],
): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const node of table.ofKinds(kinds, 0, table.size)) {
    const name = text.slice(table.startOf(node), table.endOf(node));
    const same = byName.get(name);
    if (same) same.push(node);
    else byName.set(name, [node]);
  }
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
