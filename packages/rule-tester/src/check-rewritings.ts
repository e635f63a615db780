import { codeFrame } from "./code-frame.ts";
import type { LintOutcome } from "./engine.ts";
import { markOfMessage, markOfSite, RuleTestError } from "./failure.ts";
import { lintAgain, type FileToLint } from "./lint-case.ts";
import { REWRITINGS } from "./rewritings.ts";
import type { Subject } from "./subject.ts";

/**
 * Checks that a rule judges a file on the same lines however it is written.
 *
 * @throws {RuleTestError} If it does not; it says which rewriting makes the difference.
 */
export function assertRewritings(
  subject: Subject,
  file: FileToLint,
  outcome: LintOutcome,
): void {
  const expected = judgementsOf(outcome);
  const differs = (text: string): LintOutcome | null => {
    if (text === file.text) return null;
    const found = lintAgain(subject, file, text);
    return judgementsOf(found) === expected ? null : found;
  };
  const { text, filename } = file;
  // All at once, which costs one more look at the file; one by one to say which it was.
  const all = REWRITINGS.reduce((rest, { apply }) => apply(rest, filename), text);
  const ofAll = differs(all);
  if (!ofAll) return;
  for (const { what, apply } of REWRITINGS) {
    const rewritten = apply(text, filename);
    const found = differs(rewritten);
    if (found) fail(what, file.text, outcome, rewritten, found);
  }
  fail(REWRITINGS.map(({ what }) => what).join(", and "), text, outcome, all, ofAll);
}

/** Returns the judgements of an outcome by line, as a text to compare. */
function judgementsOf({ messages, suppressed, sites }: LintOutcome): string {
  const lines = [
    ...[...messages, ...suppressed].map(
      ({ line, messageId }) => `${line} message ${messageId ?? ""}`,
    ),
    ...sites.map(
      ({ range, verdict, messageId }) => `${range.start.line} ${verdict} ${messageId ?? ""}`,
    ),
  ];
  return lines.sort().join("\n");
}

function fail(
  what: string,
  text: string,
  outcome: LintOutcome,
  rewritten: string,
  found: LintOutcome,
): never {
  throw new RuleTestError(
    `The rule judges the same program otherwise if ${what}.\n\nAs it is written:\n` +
      `${frameOf(text, outcome)}\n\nRewritten:\n${frameOf(rewritten, found)}`,
  );
}

function frameOf(text: string, { messages, sites }: LintOutcome): string {
  const others = sites.filter(({ verdict }) => verdict !== "violation");
  return codeFrame(text, [...messages.map(markOfMessage), ...others.map(markOfSite)]);
}
