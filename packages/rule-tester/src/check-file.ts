import type { ExpectedErrors, ExpectedOutput, ExpectedSite, RuleTests } from "./cases.ts";
import { assertRewritings } from "./check-rewritings.ts";
import { assertPrintable } from "./check-reports.ts";
import { assertShadowing } from "./check-shadowing.ts";
import { assertSites } from "./check-sites.ts";
import { codeFrame, type Mark } from "./code-frame.ts";
import { assertByEslint, type ExpectedMessages } from "./eslint-assertions.ts";
import { describeError, explain, RuleTestError } from "./failure.ts";
import { lintAgain, lintCase, type CaseOutcome, type FileToLint } from "./lint-case.ts";
import { passesPrefilter, prefilterWords } from "./prefilter.ts";
import { splitName, type Subject } from "./subject.ts";
import { assertFixesParse, assertParses } from "./syntax.ts";

/** One file of a case with all that is expected of it. */
export interface FileCase extends FileToLint, Omit<ExpectedMessages, "output"> {
  readonly output?: ExpectedOutput | undefined;
  readonly sites?: readonly ExpectedSite[] | undefined;
}

/**
 * Checks one file of a case.
 *
 * @returns True if the rule's prefilter lets it see the file.
 * @throws {RuleTestError} If the case does not hold, or is wrong itself.
 */
export async function checkFile(
  subject: Subject,
  file: FileCase,
  assertionOptions: RuleTests["assertionOptions"],
): Promise<boolean> {
  const { text, sites, output, allowSyntaxErrors } = file;
  const passes = isList(output) ? output : null;
  const expected = { errors: file.errors, output: isList(output) ? output[0] : output };
  if (!allowSyntaxErrors) {
    assertParses(text, "The code has a syntax error (set 'allowSyntaxErrors' if it is meant):");
  }
  const outcome = await lintOrExplain(subject, file, expected, assertionOptions);
  const seen = isSeen(subject, outcome, text);
  try {
    assertByEslint(subject, file, expected, assertionOptions);
  } catch (error) {
    const problem = `${describeError(error)}${expectedFrame(text, file.errors)}`;
    throw new RuleTestError(explain(problem, text, outcome));
  }
  if (!allowSyntaxErrors) {
    assertFixesParse(text, outcome.messages);
    for (const one of passes ?? [output]) {
      if (typeof one === "string") assertParses(one, "The output has a syntax error:");
    }
  }
  if (passes) assertPasses(subject, file, passes);
  assertEvidenceOfMessages(subject, outcome, text);
  assertPrintable(subject.rule, outcome, text);
  if (!allowSyntaxErrors) {
    assertRewritings(subject, file, outcome);
    assertShadowing(subject, file, outcome);
  }
  if (sites) assertSites(sites, outcome.evidence, text);
  return seen;
}

function isList(output: ExpectedOutput | undefined): output is readonly string[] {
  return Array.isArray(output);
}

/** Lints, and lets ESLint's tester explain a rule or config that throws. */
async function lintOrExplain(
  subject: Subject,
  file: FileCase,
  expected: ExpectedMessages,
  assertionOptions: RuleTests["assertionOptions"],
): Promise<CaseOutcome> {
  try {
    return await lintCase(subject, file);
  } catch (error) {
    if (!(error instanceof RuleTestError)) {
      assertByEslint(subject, file, expected, assertionOptions);
    }
    throw error;
  }
}

/**
 * Asserts that the passes of fixes after the first give the expected codes, and that the last of
 * them has nothing left to fix.
 */
function assertPasses(subject: Subject, file: FileCase, outputs: readonly string[]): void {
  for (const [index, text] of outputs.entries()) {
    const outcome = lintAgain(subject, file, text);
    const { length } = outcome.messages;
    const errors = length === 0 ? undefined : length;
    try {
      assertByEslint(subject, { ...file, text }, { errors, output: outputs[index + 1] });
    } catch (error) {
      const problem = `Pass ${index + 2} of the fixes: ${describeError(error)}`;
      throw new RuleTestError(explain(problem, text, outcome));
    }
  }
}

/** Asserts that every message of a rule made with `defineRule` has a site. */
function assertEvidenceOfMessages(
  { name, rule }: Subject,
  outcome: CaseOutcome,
  text: string,
): void {
  if (!("name" in rule)) return;
  const { plugin, rule: ruleName } = splitName(name);
  const reports = [...outcome.messages, ...outcome.suppressed].filter(
    ({ ruleId }) => ruleId === `${plugin}/${ruleName}`,
  );
  const violations = outcome.sites.filter(({ verdict }) => verdict === "violation");
  if (violations.length === reports.length) return;
  throw new RuleTestError(
    explain(
      `The rule made ${reports.length} reports, and ${violations.length} sites are violations.`,
      text,
      outcome,
    ),
  );
}

/**
 * Returns true if the rule's prefilter lets it see the text.
 *
 * @throws {RuleTestError} If it does not, and the rule judged the text all the same.
 */
function isSeen({ rule }: Subject, outcome: CaseOutcome, text: string): boolean {
  const { options = [], messages, suppressed, sites } = outcome;
  const spoke = messages.length + suppressed.length + sites.length > 0;
  const passes = passesPrefilter(rule, options, text);
  if (spoke && !passes) {
    const words = prefilterWords(rule, options).map((word) => `'${word}'`);
    throw new RuleTestError(
      explain(
        "The rule has something to say here, but its prefilter hides the file from it: " +
          `the code has none of ${words.join(", ")}.`,
        text,
        outcome,
      ),
    );
  }
  return passes;
}

function expectedFrame(text: string, errors: ExpectedErrors | undefined): string {
  if (!Array.isArray(errors)) return "";
  const marks: Mark[] = [];
  for (const error of errors) {
    if (typeof error === "string" || error instanceof RegExp || error.line === undefined)
      continue;
    const { line, column = 1, endLine, endColumn, message, messageId } = error;
    marks.push({ line, column, endLine, endColumn, label: String(message ?? messageId) });
  }
  return marks.length > 0 ? `\n\nExpected:\n${codeFrame(text, marks)}` : "";
}
