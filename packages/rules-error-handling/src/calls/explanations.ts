import type { GoNode, GoSourceCode } from "@gopherwood/core";

/** Words of comments that say why an error is ignored. */
const SPEAKS_OF_ERRORS =
  /\b(?:best.effort|deliberate(?:ly)?|errors?|fail(?:s|ed|ure|ures)?|ignor(?:e|ed|es|ing)|intentional(?:ly)?|on purpose)\b/iu;

const NOLINT = /^\/\/\s*nolint(?::\s*(?<linters>[\w,\s-]+))?/u;

const LINTERS = /(?:^|,)\s*(?:all|errcheck|gosec)\s*(?:,|$|\s)/u;

/** Returns why the comment beside a statement, or right above it, lets an error be ignored. */
export function explanationOf(statement: GoNode, { comments }: GoSourceCode): string | null {
  const { start, end } = statement.loc;
  let line = start.line - 1;
  let text = "";
  for (const comment of comments.toReversed()) {
    const isBeside =
      comment.loc.start.line === end.line && comment.range[0] >= statement.range[1];
    const isAbove = comment.loc.end.line === line;
    if (!isBeside && !isAbove) continue;
    const nolint = NOLINT.exec(comment.text);
    if (nolint && LINTERS.test(nolint.groups?.["linters"] ?? "all")) return "nolint directive";
    if (!nolint) text = comment.text + text;
    if (isAbove) line = comment.loc.start.line - 1;
  }
  return SPEAKS_OF_ERRORS.test(text) ? "explained by a comment" : null;
}
