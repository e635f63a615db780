import type { ExpectedErrors, ExpectedSite, RuleTests } from "./cases.ts";
import { assertSites } from "./check-sites.ts";
import { codeFrame, type Mark } from "./code-frame.ts";
import { assertByEslint, type ExpectedMessages } from "./eslint-assertions.ts";
import { describeError, explain, RuleTestError } from "./failure.ts";
import { lintCase, type CaseOutcome, type FileToLint } from "./lint-case.ts";
import { passesPrefilter, prefilterLiterals } from "./prefilter.ts";
import { splitName, type Subject } from "./subject.ts";
import { assertFixesParse, assertParses } from "./syntax.ts";

/** One file of a case with all that is expected of it. */
export interface FileCase extends FileToLint, ExpectedMessages {
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
  if (!allowSyntaxErrors) {
    assertParses(text, "The code has a syntax error (set 'allowSyntaxErrors' if it is meant):");
  }
  const outcome = await lintOrExplain(subject, file, assertionOptions);
  const seen = isSeen(subject, outcome, text);
  try {
    assertByEslint(subject, file, file, assertionOptions);
  } catch (error) {
    const problem = `${describeError(error)}${expectedFrame(text, file.errors)}`;
    throw new RuleTestError(explain(problem, text, outcome));
  }
  if (!allowSyntaxErrors) {
    assertFixesParse(text, outcome.messages);
    if (typeof output === "string") assertParses(output, "The output has a syntax error:");
  }
  assertEvidenceOfMessages(subject, outcome, text);
  if (sites) assertSites(sites, outcome.evidence, text);
  return seen;
}

/** Lints, and lets ESLint's tester explain a rule or config that throws. */
async function lintOrExplain(
  subject: Subject,
  file: FileCase,
  assertionOptions: RuleTests["assertionOptions"],
): Promise<CaseOutcome> {
  try {
    return await lintCase(subject, file);
  } catch (error) {
    if (!(error instanceof RuleTestError)) {
      assertByEslint(subject, file, file, assertionOptions);
    }
    throw error;
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
    const literals = prefilterLiterals(rule, options) ?? [];
    throw new RuleTestError(
      explain(
        "The rule has something to say here, but its prefilter hides the file from it: " +
          `the code has none of ${literals.map((literal) => `'${literal}'`).join(", ")}.`,
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
