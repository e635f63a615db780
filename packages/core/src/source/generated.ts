/** The line of a comment that marks a generated file (`go help generate`). */
const GENERATED = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/mu;

const SPACE_OR_COMMENT = /\s+|(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)/uy;

/**
 * Returns true if a comment before the package clause marks the file as generated, as go/ast's
 * IsGenerated does. A byte order mark may come first.
 */
export function isGenerated(text: string): boolean {
  if (!text.includes("// Code generated ")) return false;
  SPACE_OR_COMMENT.lastIndex = 0;
  for (;;) {
    const match = SPACE_OR_COMMENT.exec(text);
    if (!match) return false;
    const { comment } = match.groups ?? {};
    if (comment !== undefined && GENERATED.test(comment)) return true;
  }
}
