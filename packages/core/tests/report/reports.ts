import type { ESLint, Linter } from "eslint";
import { EMPTY_REPORT } from "../../../../tests/support/empty-report.ts";
import type { Report } from "../../src/runner/index.ts";

type Result = Report["results"][number];
type Site = Report["sites"][number];

/** Absolute. */
export const ROOT = "/work/project";

/** Returns a report with nothing in it but the given parts. */
export function reportOf(parts: Partial<Report> = {}): Report {
  return { ...EMPTY_REPORT, root: ROOT, ...parts };
}

/** Returns a message on a line. */
export function messageOn(
  line: number,
  parts: Partial<Linter.LintMessage> = {},
): Linter.LintMessage {
  const what = { ruleId: "x/foo", severity: 2, message: `On line ${line}.` } as const;
  return { ...what, line, column: 1, ...parts };
}

/** Returns the result of a file, whose path may be relative to the root. */
export function resultOf(
  file: string,
  messages: Linter.LintMessage[],
  parts: Partial<ESLint.LintResult> = {},
): Result {
  return {
    filePath: file.startsWith("/") ? file : `${ROOT}/${file}`,
    messages,
    suppressedMessages: [],
    errorCount: messages.length,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
    ...parts,
  };
}

/** Returns a site on a line. */
export function siteOn(line: number, file: string, parts: Partial<Site> = {}): Site {
  return {
    ruleId: "x/foo",
    verdict: "violation",
    subject: "foo()",
    symbol: "f",
    range: { start: { line, column: 1 }, end: { line, column: 6 } },
    fingerprint: `print ${line}`,
    code: "foo()",
    file,
    ...parts,
  };
}
