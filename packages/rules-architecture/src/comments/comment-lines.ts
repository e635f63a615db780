import type { CommentNode } from "@gopherwood/core";

/** A line of a comment. */
export interface CommentLine {
  /** The text without comment marks, bullets and the space around it. */
  readonly text: string;
  /** The same, up to the end of the paragraph or list item that the line begins. */
  readonly paragraph: string;
  /** Where the text begins and ends, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
}
