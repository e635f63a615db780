import type { Verdict } from "@gopherwood/core";
import { codeFrame, type Mark } from "./code-frame.ts";
import type { Expectation } from "./expectations.ts";
import { markOfMessage, markOfSite, RuleTestError } from "./failure.ts";
import type { CaseOutcome } from "./lint-case.ts";

/** A message or a site of the rule, in the terms of a fixture's comments. */
interface Statement {
  readonly line: number;
  readonly verdict: Verdict;
  readonly approach?: string | undefined;
  /** The message, or the reason. */
  readonly text: string;
  readonly mark: Mark;
}

/**
 * Compares the rule's messages and sites with a fixture's comments. Sites other than
 * violations count if `withEvidence`.
 *
 * @throws {RuleTestError} If they differ from what the comments expect.
 */
export function assertExpectations(
  filename: string,
  text: string,
  expectations: readonly Expectation[],
  outcome: CaseOutcome,
  withEvidence: boolean,
): void {
  const missing: Expectation[] = [];
  const unexpected = statementsOf(outcome, withEvidence);
  for (const expectation of expectations) {
    const index = unexpected.findIndex((statement) => meets(statement, expectation));
    if (index === -1) missing.push(expectation);
    else unexpected.splice(index, 1);
  }
  if (missing.length + unexpected.length === 0) return;
  const lines = [
    ...missing.map(({ line, verdict, source }) => ({
      line,
      row: `- ${filename}:${line}: ${verdict === "violation" ? "want" : "evidence"} ${source}`,
    })),
    ...unexpected.map(({ line, mark }) => ({
      line,
      row: `+ ${filename}:${line}:${mark.column}: ${mark.label}`,
    })),
  ].sort((a, b) => a.line - b.line);
  const marks = [...missing.map(markOfMissing(text)), ...unexpected.map(unexpectedMark)];
  throw new RuleTestError(
    "The rule's verdicts differ from the comments (- expected, + actual):\n\n" +
      `${lines.map(({ row }) => `  ${row}`).join("\n")}\n\n${codeFrame(text, marks)}`,
  );
}

function statementsOf({ messages, evidence }: CaseOutcome, withEvidence: boolean): Statement[] {
  const statements: Statement[] = messages.map((message) => ({
    line: message.line,
    verdict: "violation",
    text: message.message,
    mark: markOfMessage(message),
  }));
  if (!withEvidence) return statements;
  const others = evidence.filter(({ verdict }) => verdict !== "violation");
  return [
    ...statements,
    ...others.map((site) => ({
      line: site.range.start.line,
      verdict: site.verdict,
      approach: site.approach,
      text: site.reason ?? "",
      mark: markOfSite(site),
    })),
  ];
}

function meets(
  statement: Statement,
  { line, verdict, approach, pattern }: Expectation,
): boolean {
  return (
    statement.line === line &&
    statement.verdict === verdict &&
    (approach === undefined || statement.approach === approach) &&
    (pattern === undefined || pattern.test(statement.text))
  );
}

function markOfMissing(text: string): (expectation: Expectation) => Mark {
  const lines = text.split(/\r?\n/u);
  return ({ line, verdict, source }) => {
    const code = lines[line - 1] ?? "";
    const column = code.search(/\S|$/u) + 1;
    const comment = code.search(/\s*\/[/*].*(?:want|evidence)\s/u);
    const endColumn = Math.max(column + 1, (comment > 0 ? comment : code.length) + 1);
    const word = verdict === "violation" ? "want" : "evidence";
    return { line, column, endColumn, label: `missing: ${word} ${source}` };
  };
}

function unexpectedMark({ mark }: Statement): Mark {
  return { ...mark, label: `unexpected: ${mark.label}` };
}
