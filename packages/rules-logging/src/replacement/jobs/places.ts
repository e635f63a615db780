import type { SemanticModel, GoNode, GoSourceCode } from "@gopherwood/core";
import { indentAt } from "../indent.ts";
import { isWithin } from "../../jobs/step-loggers.ts";

/** A statement before which a variable can be declared that is to be used at a node. */
export type Place = GoNode;

/**
 * The first statement, from the outside in, before which a variable can be declared for a
 * node; null if there is none on a line of its own.
 *
 * @param since The offset after which it has to stand.
 * @param isSafe False for a statement before which it must not stand.
 */
export function placeFor(
  node: GoNode,
  since: number,
  isSafe: (statement: GoNode) => boolean,
  { text, tree }: GoSourceCode,
): Place | null {
  for (const list of statementListsAround(node)) {
    for (const statement of list.namedChildren) {
      const [start] = statement.range;
      if (statement.kind === "comment" || start < since) continue;
      if (start > node.range[0]) break;
      // Go does not let a `goto` jump over a declaration.
      if (tree.nodesOfKind(["goto_statement"], list).length > 0) return null;
      if (isAtLineStart(statement, text) && isSafe(statement)) return statement;
    }
  }
  return null;
}

/** The offset at which to write before a place: in front of the comments that belong to it. */
export function offsetBefore(place: Place, { comments, text }: GoSourceCode): number {
  let first: GoNode = place;
  for (const comment of comments.toReversed()) {
    if (comment.loc.end.line + 1 === first.loc.start.line && isAtLineStart(comment, text)) {
      first = comment;
    }
  }
  return first.range[0];
}

/** A declaration of a variable, as it is written before a place. */
export function declarationAt(place: Place, name: string, value: string, text: string): string {
  return `${name} := ${value}\n${indentAt(place, text)}`;
}

/**
 * A name that a variable can have that is declared before a place: no name that is used
 * from there on comes to mean another thing, and none is declared twice.
 *
 * @param taken Names that are to be given to others.
 */
export function freeNameAt(
  place: Place,
  semantics: SemanticModel,
  { tree }: GoSourceCode,
  taken: ReadonlySet<string>,
): string {
  const block = place.parent?.parent ?? place;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? "logger" : count === 2 ? "jobLogger" : `jobLogger${count - 1}`;
    if (taken.has(name)) continue;
    const before = semantics.symbolAt(name, place.range[0]);
    if (before && isDeclaredIn(before.node, block)) continue;
    const isFree = tree.nodesOfKind(["identifier"], block).every((identifier) => {
      if (identifier.text !== name) return true;
      const symbol = semantics.resolve(identifier);
      return (
        symbol !== null &&
        !symbol.isUniverse &&
        isWithin(symbol.node, block) &&
        !isDeclaredIn(symbol.node, block)
      );
    });
    if (isFree) return name;
  }
}

/** True for a name that a block declares itself, or the function whose body it is. */
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

function statementListsAround(node: GoNode): GoNode[] {
  const lists: GoNode[] = [];
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind === "statement_list") lists.unshift(parent);
  }
  return lists;
}

function isAtLineStart({ range: [start] }: GoNode, text: string): boolean {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
}
