/** A place in a file: line and column both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A part of a file; `end` is the place after the last character. */
export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
}
