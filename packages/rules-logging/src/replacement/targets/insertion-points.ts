import { contains, type SemanticModel, type GoNode, type GoSourceCode } from "@gopherwood/core";
import { isAtLineStart } from "../text.ts";

/**
 * Returns the outermost, first statement before which a variable can be declared that a node
 * uses; null if none has a line of its own.
 *
 * @param validFrom The offset after which it has to stand.
 * @param isSafe Returns false for a statement before which it must not stand.
 */
export function insertionPointFor(
  node: GoNode,
  validFrom: number,
  isSafe: (statement: GoNode) => boolean,
  { text, tree }: GoSourceCode,
): GoNode | null {
  for (const list of statementListsAround(node)) {
    for (const statement of list.namedChildren) {
      const [start] = statement.range;
      if (statement.kind === "comment" || start < validFrom) continue;
      if (start > node.range[0]) break;
      // Go does not let a `goto` jump over a declaration.
      if (tree.nodesOfKind(["goto_statement"], list).length > 0) return null;
      if (isAtLineStart(statement, text) && isSafe(statement)) return statement;
    }
  }
  return null;
}

/**
 * Returns a name for a logger that is declared before a statement: no name that is used from
 * there on gets another meaning, and none is declared twice.
 *
 * @param reserved Names that other declarations get.
 */
export function freeNameBefore(
  statement: GoNode,
  semantics: SemanticModel,
  { tree }: GoSourceCode,
  reserved: ReadonlySet<string>,
): string {
  const block = statement.parent?.parent ?? statement;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? "logger" : count === 2 ? "jobLogger" : `jobLogger${count - 1}`;
    if (reserved.has(name)) continue;
    const before = semantics.symbolAt(name, statement.range[0]);
    if (before && isDeclaredIn(before.node, block)) continue;
    const isFree = tree.nodesOfKind(["identifier"], block).every((identifier) => {
      if (identifier.text !== name) return true;
      const symbol = semantics.resolve(identifier);
      return (
        symbol !== null &&
        !symbol.isUniverse &&
        contains(block, symbol.node) &&
        !isDeclaredIn(symbol.node, block)
      );
    });
    if (isFree) return name;
  }
}

/** Returns true for a name that a block declares itself, or the function whose body it is. */
function isDeclaredIn(name: GoNode, block: GoNode): boolean {
  for (let { parent } = name; parent; { parent } = parent) {
    switch (parent.kind) {
      case "statement_list":
        return parent.parent === block;
      case "parameter_list":
        return parent.parent === block.parent;
      case "if_statement":
      case "for_statement":
      case "expression_switch_statement":
      case "type_switch_statement":
      case "communication_case":
        return parent === block;
    }
  }
  return false;
}

/** Returns the lists of statements that a node stands in, from the outside in. */
function statementListsAround(node: GoNode): GoNode[] {
  const lists: GoNode[] = [];
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind === "statement_list") lists.unshift(parent);
  }
  return lists;
}
