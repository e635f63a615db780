import { inspect } from "node:util";
import type { Site } from "@gopherwood/core";
import type { Linter } from "eslint";
import { codeFrame, type Mark } from "./code-frame.ts";
import type { LintOutcome } from "./engine.ts";

/** A case that does not hold, or that is wrong itself. */
export class RuleTestError extends Error {
  override readonly name = "RuleTestError";
}

/** Returns a message as a mark on the code. */
export function markOfMessage(message: Linter.LintMessage): Mark {
  const { line, column, endLine, endColumn, messageId } = message;
  const label = messageId ? `${message.message} (${messageId})` : message.message;
  return { line, column, endLine, endColumn, label };
}

/** Returns a site as a mark on the code. */
export function markOfSite({ range, verdict, approach, reason, messageId }: Site): Mark {
  const details = [approach && `(${approach})`, reason && `"${reason}"`, messageId];
  return {
    ...range.start,
    endLine: range.end.line,
    endColumn: range.end.column,
    label: [verdict, ...details].filter(Boolean).join(" "),
  };
}

/** Returns a problem, and below it the messages of the rule on the code. */
export function explain(problem: string, text: string, { messages }: LintOutcome): string {
  const title = messages.length > 0 ? "The rule reported:" : "The rule reported nothing in:";
  return `${problem}\n\n${title}\n${codeFrame(text, messages.map(markOfMessage))}`;
}

/** Node and ESLint end a message with the compared values; what is cut here is shown below. */
const COMPARISON =
  /(?::?\s*\n\+ actual - expected|:? *\n\n-?\d+ !== |: \[(?:\]|\s*\{)|: \[\n)[^]*$/u;

/** The members of node:assert's errors, which may come from another realm, as in Jest. */
interface Comparison {
  readonly code?: unknown;
  readonly operator?: unknown;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** Returns the message of an error; of a comparison with the compared values. */
export function describeError(error: unknown): string {
  const {
    message = String(error),
    code,
    operator,
    actual,
    expected,
  } = error as Comparison & {
    message?: string;
  };
  const summary = message.replace(COMPARISON, "");
  if (code !== "ERR_ASSERTION" || typeof expected === "number") return summary;
  if (operator !== "strictEqual" && operator !== "deepStrictEqual") return summary;
  return `${summary.replace(/:$/u, ".")}\n${showDifference(expected, actual)}`;
}

function showDifference(expected: unknown, actual: unknown): string {
  return typeof expected === "string" &&
    typeof actual === "string" &&
    /\n/u.test(expected + actual)
    ? `\n${lineDifference(expected, actual)}`
    : `  expected: ${inspect(expected)}\n  actual:   ${inspect(actual)}`;
}

/** Returns the lines that differ: `-` those that were expected, `+` those that are there. */
export function lineDifference(expectedText: string, actualText: string): string {
  const expected = expectedText.split("\n");
  const actual = actualText.split("\n");
  const shorter = Math.min(expected.length, actual.length);
  let start = 0;
  while (start < shorter && expected[start] === actual[start]) start += 1;
  let end = 0;
  while (end < shorter - start && expected.at(-1 - end) === actual.at(-1 - end)) end += 1;
  const rows = (lines: string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => `  ${sign} ${line}`);
  return [`  from line ${start + 1}:`, ...rows(expected, "-"), ...rows(actual, "+")].join("\n");
}
