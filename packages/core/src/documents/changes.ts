import type { Linter } from "eslint";
import type { Edit } from "../fix/edits.ts";
import { applyFixes } from "../runner/apply-fixes.ts";
import { fixOf } from "../runner/fix-text.ts";
import type { VerifiedText } from "../runner/lint-text.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { Position } from "../syntax/position.ts";
import { disableInFile, disableOnLine, type DirectiveChange } from "./disable-rule.ts";

/** A part of a document. Lines and columns count from 1, columns in UTF-16 units. */
export interface Selection {
  readonly start: Position;
  /** After the last character. */
  readonly end: Position;
}

/** A message and the changes that a person may choose for it, each as the text after it. */
export interface MessageChanges {
  readonly message: Linter.LintMessage;
  /** Null if there is no fix, or it would bring a syntax error. */
  readonly fix: string | null;
  readonly suggestions: readonly { readonly description: string; readonly text: string }[];
  /** Turns the rule off for the line; null where no directive can stand. */
  readonly disableOnLine: DirectiveChange | null;
  /** Turns the rule off for the file; null for a message of no rule. */
  readonly disableInFile: DirectiveChange | null;
}

/** Returns the messages that touch a selection, with their changes. */
export function changesOf(
  { messages, sourceCode }: VerifiedText,
  selection: Selection,
  placeholder: string | null,
): MessageChanges[] {
  if (!sourceCode) return [];
  return messages
    .filter((message) => touches(message, selection))
    .map((message) => {
      const { ruleId, line } = message;
      const { fix, suggestions = [] } = message;
      return {
        message,
        fix: fix ? fixed(message, fix, sourceCode) : null,
        suggestions: suggestions.flatMap((suggestion) => {
          const text = fixed(message, suggestion.fix, sourceCode);
          return text === null ? [] : [{ description: suggestion.desc, text }];
        }),
        disableOnLine:
          ruleId === null ? null : disableOnLine(line, ruleId, sourceCode, placeholder),
        disableInFile: ruleId === null ? null : disableInFile(ruleId, sourceCode, placeholder),
      };
    });
}

function touches(message: Linter.LintMessage, { start, end }: Selection): boolean {
  const { line, column, endLine = line, endColumn = column } = message;
  return (
    comparePositions({ line, column }, end) <= 0 &&
    comparePositions({ line: endLine, column: endColumn }, start) >= 0
  );
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Returns the text with one fix, or null if it cannot be applied. */
function fixed(message: Linter.LintMessage, edit: Edit, sourceCode: GoSourceCode) {
  const fix = fixOf(message, edit, sourceCode);
  const { text, kept } = applyFixes(sourceCode.text, sourceCode, [fix]);
  return kept.length > 0 ? text : null;
}
