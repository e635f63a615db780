import type { CommentNode } from "../syntax/grammar.generated.ts";

/** What a comment says: its text without the comment marks. */
export function commentValue(comment: CommentNode): string {
  const { text } = comment;
  return text.startsWith("/*") ? text.slice(2, -2) : text.slice(2);
}
