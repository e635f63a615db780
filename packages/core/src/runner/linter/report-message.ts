import type { RuleTextEdit } from "@eslint/core";
import type { Linter } from "eslint";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { Position, SourceRange } from "../../syntax/position.ts";
import { NeedsEslint } from "./needs-eslint.ts";

/** The parts of a rule that its messages depend on. */
export interface ReportingRule {
  readonly meta?: {
    readonly messages?: Readonly<Record<string, string>>;
    readonly fixable?: unknown;
    readonly hasSuggestions?: unknown;
  };
}

/** A text for people: of its own, or one of the rule's messages. */
interface Worded {
  readonly messageId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

type Fix = (...args: never[]) => RuleTextEdit | null | undefined;

interface Suggestion extends Worded {
  readonly desc?: string;
  readonly fix: Fix;
}

/** A report of a rule. */
export interface Descriptor extends Worded {
  readonly message?: string;
  readonly node?: GoNode;
  readonly loc?: SourceRange | Position;
  readonly fix?: Fix | null;
  readonly suggest?: readonly Suggestion[] | null;
}

/**
 * Returns the message that ESLint makes of a report, with the keys in its order.
 *
 * @throws {NeedsEslint} For a report that ESLint refuses, or with a fix that asks it for edits.
 */
export function messageOfReport(
  reported: Descriptor,
  { id: ruleId, severity, rule }: { id: string; severity: 1 | 2; rule: ReportingRule },
  sourceCode: GoSourceCode,
): Linter.LintMessage {
  const { messageId, message, data, node, loc } = reported;
  const meta = rule.meta ?? {};
  const { start, end } = placeOf(node, loc, sourceCode);
  const fix = editOf(reported.fix);
  const suggestions = (reported.suggest ?? []).flatMap((suggestion) => {
    if (typeof suggestion.fix !== "function") throw new NeedsEslint();
    const edit = editOf(suggestion.fix);
    const desc = textOf(suggestion, suggestion.desc, meta.messages);
    return edit ? [{ ...suggestion, desc: interpolate(desc, suggestion.data), fix: edit }] : [];
  });
  if (fix && !meta.fixable) throw new NeedsEslint();
  if (suggestions.length > 0 && meta.hasSuggestions !== true) throw new NeedsEslint();
  return {
    ruleId,
    severity,
    message: interpolate(textOf(reported, message, meta.messages), data),
    line: start.line,
    column: start.column,
    ...(messageId !== undefined && { messageId }),
    ...(end && { endLine: end.line, endColumn: end.column }),
    ...(fix && { fix }),
    ...(suggestions.length > 0 && { suggestions }),
  };
}

function placeOf(
  node: GoNode | undefined,
  loc: SourceRange | Position | undefined,
  sourceCode: GoSourceCode,
): { start: Position; end: Position | null } {
  if (loc) return "start" in loc ? loc : { start: loc, end: null };
  if (typeof node !== "object") throw new NeedsEslint();
  return sourceCode.getLoc(node);
}

/** Returns a text or the message of its id; exactly one of them has to be there. */
function textOf(
  { messageId }: Worded,
  text: string | undefined,
  messages: Readonly<Record<string, string>> = {},
): string {
  const isAlone = messageId === undefined || !text;
  const found = messageId === undefined ? text : messages[messageId];
  if (!isAlone || !found) throw new NeedsEslint();
  return found;
}

/** Returns the one edit of a fix; one with a parameter wants ESLint's fixer. */
function editOf(fix: Fix | null | undefined): { range: [number, number]; text: string } | null {
  if (fix === undefined || fix === null) return null;
  if (typeof fix !== "function" || fix.length > 0) throw new NeedsEslint();
  const edit = fix();
  if (!edit) return null;
  const { range, text } = edit;
  const isOne = !(Symbol.iterator in edit) && Array.isArray(range);
  if (!isOne || range.some((at) => typeof at !== "number")) throw new NeedsEslint();
  return { range: [range[0], range[1]], text };
}

/** Puts data in place of `{{ names }}`; those that have none stay. */
function interpolate(
  text: string,
  data: Readonly<Record<string, unknown>> | undefined,
): string {
  if (!data) return text;
  return text.replace(/\{\{([^{}]+)\}\}/gu, (placeholder, name: string) => {
    const key = name.trim();
    return key in data ? String(data[key]) : placeholder;
  });
}
