import type { Linter } from "eslint";
import { lineDifference, RuleTestError } from "./failure.ts";
import { edited, type Edit } from "./file-model.ts";
import { fixedText, type FileToLint } from "./lint-case.ts";
import type { Subject } from "./subject.ts";
import { isTxtar, parseTxtar } from "./txtar.ts";

/**
 * Compares a file of a fixture after all passes of fixes with its golden file. A golden file in
 * txtar has the file after suggestions instead, by their descriptions, as in Go's analysistest.
 *
 * @throws {RuleTestError} If they differ.
 */
export function assertGolden(
  subject: Subject,
  name: string,
  file: FileToLint,
  messages: readonly Linter.LintMessage[],
  golden: string,
): void {
  if (!isTxtar(golden)) {
    assertSame(`The fixes of ${name}`, golden, fixedText(subject, file));
    return;
  }
  const suggestions = messages.flatMap(({ suggestions: some = [] }) => some);
  for (const [description, expected] of Object.entries(parseTxtar(golden))) {
    const chosen = suggestions.filter(({ desc }) => desc === description);
    if (chosen.length === 0) {
      const known = [...new Set(suggestions.map(({ desc }) => `'${desc}'`))];
      throw new RuleTestError(
        `${name}.golden has a section for '${description}', which the rule does not suggest. ` +
          `It suggests ${known.join(", ") || "nothing"}.`,
      );
    }
    const edits = chosen.map(({ fix }) => fix);
    assertSame(
      `The suggestions '${description}' of ${name}`,
      expected,
      apart(file.text, edits),
    );
  }
}

/** Returns a text after edits; of edits that overlap the first counts. */
function apart(text: string, edits: readonly Edit[]): string {
  const done: Edit[] = [];
  for (const edit of edits) {
    const [start, end] = edit.range;
    if (done.every(({ range }) => end <= range[0] || range[1] <= start)) done.push(edit);
  }
  return edited(text, done);
}

function assertSame(what: string, expected: string, actual: string): void {
  if (actual === expected) return;
  throw new RuleTestError(
    `${what} differ from the golden file (- expected, + actual):\n\n` +
      lineDifference(expected, actual),
  );
}
