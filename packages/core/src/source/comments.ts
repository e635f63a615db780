import type { CommentNode } from "../syntax/grammar.generated.ts";

/** Returns the text of a comment without its marks. */
export function commentValue(comment: CommentNode): string {
  const { text } = comment;
  return text.startsWith("/*") ? text.slice(2, -2) : text.slice(2);
}
