import type { GoNode } from "./node.ts";

/** A place in a file: line and column both from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; `end` is the place after the last character. */
export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
}

/** What every node of a Go syntax tree has; its fields are properties beside these. */
export interface SyntaxNodeBase {
  /** The node kind as in the grammar. (Not `type`: that is a field of many Go nodes.) */
  readonly kind: string;
  /** Offsets into the text in UTF-16 units: `[start, end)`. */
  readonly range: readonly [start: number, end: number];
  readonly loc: SourceRange;
  /** The text of the node as it stands in the file. */
  readonly text: string;
  readonly parent: GoNode | null;
  /** The named children, comments included, in the order of the text. */
  readonly namedChildren: readonly GoNode[];
  /** True for a node that the parser put in to recover from a syntax error. */
  readonly isMissing: boolean;
  /** True if there is a syntax error anywhere inside. */
  readonly hasError: boolean;
}

/** An anonymous node, such as an operator: its kind is its text. */
export interface Token<K extends string = string> extends SyntaxNodeBase {
  readonly kind: K;
}
