/** Go's line that says a file was written by a program (`go help generate`). */
const GENERATED = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/mu;

const PACKAGE = /^package\b/mu;

/** True if the text says, before its package clause, that a program wrote it. */
export function isGenerated(text: string): boolean {
  if (!text.includes("Code generated ")) return false;
  const match = GENERATED.exec(text);
  if (!match) return false;
  const packageClause = PACKAGE.exec(text);
  return !packageClause || match.index < packageClause.index;
}
