import type { FileProblem } from "@eslint/core";
import type { Linter } from "eslint";
import type { GoSourceCode } from "../source/go-source-code.ts";

/** Returns a suppressed message with its place in the file, if it was reported above. */
export function withOwnPlace(
  message: Linter.SuppressedLintMessage,
  { suppressions }: GoSourceCode,
): Linter.SuppressedLintMessage {
  const range = suppressions?.rangeOf(message);
  if (!range) return message;
  const { start, end } = range;
  return { ...message, ...start, endLine: end.line, endColumn: end.column };
}

const OWN_DIRECTIVE = /^\/[/*]gopherwood:(?<label>\S+)\s*(?<rules>(?:(?! --|\*\/).)*)/u;

/** Returns the message of an unused directive with the name that the directive has. */
export function withOurName(
  message: Linter.LintMessage,
  sourceCode: GoSourceCode,
): Linter.LintMessage {
  if (message.ruleId !== null || !message.message.startsWith("Unused eslint-")) return message;
  const directive = sourceCode.lines[message.line - 1]?.slice(message.column - 1) ?? "";
  if (/^\/\/[/ ]*nolint/u.test(directive)) {
    return { ...message, message: message.message.replace("eslint-disable", "nolint") };
  }
  const { label, rules = "" } = OWN_DIRECTIVE.exec(directive)?.groups ?? {};
  if (label === undefined) return message;
  const named = message.message
    .replace(/(?<=^Unused )eslint-(?:dis|en)able/u, `gopherwood:${label}`)
    .replace("eslint-", "gopherwood:");
  // ESLint does not know the rules of the directives that it has no words for.
  const from = rules.trim() === "" ? "reported" : `reported from '${rules.trim()}'`;
  return { ...message, message: named.replace(/reported(?=\)\.$)/u, from) };
}

/** Returns the message of a syntax error. */
export function toMessage({ message, loc }: FileProblem): Linter.LintMessage {
  const { start, end } = loc;
  const place = { ...start, endLine: end.line, endColumn: end.column };
  return { ruleId: null, message, ...place, severity: 2 };
}

/** Compares messages by their places. */
export function byPlace(a: Linter.LintMessage, b: Linter.LintMessage): number {
  return a.line - b.line || a.column - b.column;
}
