import { GoSourceCode, SyntaxTree } from "@gopherwood/core";
import type { Linter } from "eslint";
import { codeFrame } from "./code-frame.ts";
import { RuleTestError } from "./failure.ts";

const BYTE_ORDER_MARK = /^\uFEFF/u;

/**
 * Checks that a text is Go as far as the grammar knows.
 *
 * @param what The text, as the message calls it.
 * @throws {RuleTestError} If it has a syntax error.
 */
export function assertParses(text: string, what: string): void {
  const code = text.replace(BYTE_ORDER_MARK, "");
  const tree = SyntaxTree.parse(code);
  const { syntaxError } = new GoSourceCode(tree);
  if (!syntaxError) return;
  const { message, loc } = syntaxError;
  const mark = {
    ...loc.start,
    endLine: loc.end.line,
    endColumn: loc.end.column,
    label: message,
  };
  throw new RuleTestError(`${what}\n\n${codeFrame(code, [mark])}`);
}

/**
 * Checks that every fix and every suggestion, each applied alone, leaves Go that parses.
 *
 * @throws {RuleTestError} If one does not.
 */
export function assertFixesParse(text: string, messages: readonly Linter.LintMessage[]): void {
  const code = text.replace(BYTE_ORDER_MARK, "");
  for (const { message, fix, suggestions = [] } of messages) {
    if (fix) assertParses(apply(code, fix), `The fix of '${message}' leaves a syntax error:`);
    for (const { desc, fix: suggested } of suggestions) {
      assertParses(apply(code, suggested), `The suggestion '${desc}' leaves a syntax error:`);
    }
  }
}

function apply(
  code: string,
  { range: [start, end], text }: Linter.LintMessage["fix"] & {},
): string {
  return code.slice(0, start) + text + code.slice(end);
}
