import type { Linter } from "eslint";
import { compatibleFixes } from "../fix/compatible.ts";
import type { Edit } from "../fix/edits.ts";
import { fixesOf } from "../fix/file-fixes.ts";
import type { GoFix } from "../fix/go-fix.ts";
import { NO_FILES } from "../source/file-system.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { applyFixes } from "./apply-fixes.ts";
import { vanishedMessages } from "./vanished-messages.ts";
import type { FileMessages } from "./eslint-result.ts";
import type { Problem } from "./problems.ts";

/** The choice of the violations to fix. */
export interface FixChoice {
  /** Apply the first suggestion of a violation that has no fix. */
  readonly suggestions: boolean;
  /** Returns true for messages whose fixes may be applied. */
  readonly mayFix: (message: Linter.LintMessage) => boolean;
}

export interface LintedText extends FileMessages {
  readonly sourceCode?: GoSourceCode;
}

/** A text with all its fixes applied, and its messages after that. */
export interface FixedText<L extends LintedText> {
  readonly text: string;
  readonly linted: L;
  /** The rules of the fixes that were applied, one for each; null for unused directives. */
  readonly applied: readonly (string | null)[];
  /** The messages, of the text as it was, that are gone and were not fixed. */
  readonly vanished: readonly Linter.LintMessage[];
  readonly problems: readonly Problem[];
}

interface MessageFix extends GoFix {
  readonly ruleId: string | null;
  readonly line: number;
}

const MOST_PASSES = 50;

/**
 * Fixes a text until there is nothing left to fix.
 *
 * @param original The text; a byte order mark is kept.
 */
export function fixText<L extends LintedText>(
  original: string,
  path: string,
  lint: (text: string) => L,
  choice: FixChoice,
): FixedText<L> {
  const mark = original.startsWith("\uFEFF") ? "\uFEFF" : "";
  let text = original.slice(mark.length);
  const first = lint(mark + text);
  let linted = first;
  const seen = new Set([text]);
  const refused = new Set<string>();
  const applied: (string | null)[] = [];
  const problems: Problem[] = [];
  for (let pass = 1; ; pass += 1) {
    const all = wantedFixes(linted, choice).filter(
      (fix) => refused.size === 0 || !refused.has(signOf(fix, text)),
    );
    const wanted = all.filter(({ edits }) => areInside(edits, text));
    for (const fix of all) {
      if (areInside(fix.edits, text)) continue;
      refused.add(signOf(fix, text));
      problems.push(problemOf(path, fix, "Its fix was left out: it lies outside of the file."));
    }
    const [next] = wanted;
    if (!next) break;
    if (pass > MOST_PASSES) {
      problems.push(problemOf(path, next, "Its fixes never end: they were stopped."));
      break;
    }
    const { files = NO_FILES } = linted.sourceCode ?? {};
    const result = applyFixes(text, { path, files }, compatibleFixes(wanted));
    for (const fix of result.refused) {
      refused.add(signOf(fix, text));
      problems.push(problemOf(path, fix, "Its fix was left out: the file would not parse."));
    }
    if (result.kept.length > 0 && seen.has(result.text)) {
      const rules = new Set(result.kept.map(({ ruleId }) => ruleId));
      for (const fix of result.kept) {
        if (!rules.delete(fix.ruleId)) continue;
        problems.push(problemOf(path, fix, "Its fixes undo each other: they were stopped."));
      }
      break;
    }
    if (result.kept.length > 0) {
      ({ text } = result);
      seen.add(text);
      applied.push(...result.kept.map(({ ruleId }) => ruleId));
      linted = lint(mark + text);
    }
  }
  const vanished = vanishedMessages(first.messages, linted.messages, applied);
  return { text: mark + text, linted, applied, vanished, problems };
}

function wantedFixes({ messages, sourceCode }: LintedText, choice: FixChoice): MessageFix[] {
  if (!sourceCode) return [];
  return messages.flatMap((message): MessageFix[] => {
    const edit = editOf(message, choice);
    if (!edit || !choice.mayFix(message)) return [];
    return [fixOf(message, edit, sourceCode)];
  });
}

/**
 * Returns the fix behind a message.
 *
 * @param edit The message's fix, or that of one of its suggestions.
 */
export function fixOf(
  { ruleId, line }: Linter.LintMessage,
  edit: Edit,
  sourceCode: GoSourceCode,
): MessageFix {
  if (ruleId !== null) return { ...fixesOf(sourceCode).fixOf(ruleId, edit), ruleId, line };
  const whole = withoutSpace(edit, sourceCode.text);
  return { edits: [whole], ensures: [], drops: [], ruleId, line };
}

/** Widens the removal of a directive by the space before it, or to the whole line. */
function withoutSpace(edit: Edit, text: string): Edit {
  const [start, last] = edit.range;
  // A comment has the carriage return of its line, which the line keeps.
  const end = text.slice(start, last).endsWith("\r") ? last - 1 : last;
  const [after] = /^[ \t]*(?:\r?\n|$)/u.exec(text.slice(end)) ?? [];
  if (edit.text.trim() !== "" || after === undefined) return edit;
  const before = text.slice(0, start).trimEnd();
  const isOwnLine = text.slice(before.length, start).includes("\n");
  return isOwnLine
    ? { range: [text.lastIndexOf("\n", start - 1) + 1, end + after.length], text: "" }
    : { range: [before.length, end], text: "" };
}

function editOf({ fix, suggestions }: Linter.LintMessage, choice: FixChoice) {
  return fix ?? (choice.suggestions ? suggestions?.[0]?.fix : undefined);
}

function areInside(edits: readonly Edit[], { length }: string): boolean {
  return edits.every(({ range: [start, end] }) => start >= 0 && start <= end && end <= length);
}

/** Returns a key for the effect of a fix, without its place, which moves from pass to pass. */
function signOf({ ruleId, edits }: MessageFix, text: string): string {
  const parts = edits.map((edit) => [text.slice(...edit.range), edit.text]);
  return JSON.stringify([ruleId, parts]);
}

function problemOf(path: string, { ruleId, line }: MessageFix, message: string): Problem {
  return { path, ...(ruleId !== null && { ruleId }), line, message };
}
