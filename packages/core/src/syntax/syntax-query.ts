import type { Node, Query } from "web-tree-sitter";
import type { GoNode } from "./node.ts";
import { compileQuery, withParsedRoot } from "./parse.ts";
import type { SyntaxTree } from "./tree.ts";

/** The nodes of one match by the names of their captures; a name without a capture is missing. */
export type QueryMatch = ReadonlyMap<string, readonly GoNode[]>;

/**
 * A tree-sitter query: `(defer_statement (call_expression) @call)`, with the predicates `#eq?`,
 * `#any-of?` and `#match?`. Each tree is parsed once more for it.
 *
 * @see https://tree-sitter.github.io/tree-sitter/using-parsers/queries
 */
export class SyntaxQuery {
  readonly #query: Query;

  /** @throws {Error} If the query does not compile; the message names the place. */
  constructor(source: string) {
    try {
      this.#query = compileQuery(source);
    } catch (error) {
      const { message, index } = error as { message: string; index?: number };
      if (index === undefined) throw error;
      throw new Error(`${message} at ${placeIn(source, index)}`, { cause: error });
    }
    assertPredicates(this.#query, source);
  }

  get captureNames(): readonly string[] {
    return this.#query.captureNames;
  }

  /** Returns the matches in a tree, in the order of the text. */
  matches(tree: SyntaxTree): QueryMatch[] {
    return withParsedRoot(tree.text, (root) =>
      this.#query.matches(root).map(({ captures }) => {
        const match = new Map<string, GoNode[]>();
        for (const { name, node } of captures) {
          const found = nodeIn(tree, node);
          if (found) match.set(name, [...(match.get(name) ?? []), found]);
        }
        return match;
      }),
    );
  }
}

/**
 * Checks that every predicate is known and belongs to a pattern: tree-sitter ignores all others.
 *
 * @throws {Error} If one does not.
 */
function assertPredicates(query: Query, source: string): void {
  for (let index = 0; index < query.patternCount(); index += 1) {
    const start = query.startIndexForPattern(index);
    const [unknown] = query.predicatesForPattern(index);
    if (unknown) {
      throw new Error(
        `There is no predicate '#${unknown.operator}' at ${placeIn(source, start)}`,
      );
    }
    if (/^\(\s*#/u.test(source.slice(start))) {
      throw new Error(
        `The predicate at ${placeIn(source, start)} belongs to no pattern: write both in ` +
          "parentheses, '([...] (#match? @name \"x\"))'",
      );
    }
  }
}

/** Returns the line and column of an offset, from 1. */
function placeIn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** Returns the innermost node with the range of the parser's own, if possible of its kind. */
function nodeIn(tree: SyntaxTree, { startIndex, endIndex, type }: Node): GoNode | null {
  let found: GoNode | null = null;
  for (let node: GoNode | null = tree.nodeAt(startIndex); node; node = node.parent) {
    if (node.range[0] !== startIndex || node.range[1] > endIndex) return found;
    if (node.range[1] === endIndex) {
      if (node.kind === type) return node;
      found ??= node;
    }
  }
  return found;
}
