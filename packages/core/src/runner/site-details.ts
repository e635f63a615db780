import type { Linter } from "eslint";
import { enclosingSymbol } from "../source/enclosing-symbol.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { shownOnOneLine, type Site } from "../source/sites.ts";
import type { Position, SourceRange } from "../syntax/position.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { FileMessages } from "./eslint-result.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** The way to fix a violation: by `--fix`, by a suggestion that a person chooses, or by hand. */
export type FixKind = "fix" | "suggestion" | "manual";

/** A site and, if it is a violation, its message. */
export interface JudgedSite extends Site {
  /** The text of a violation's message. */
  readonly message?: string;
  /** The place of a violation's message among the messages of the file's result, from 0. */
  readonly messageIndex?: number;
  readonly fixKind?: FixKind;
}

/** A judged site with its code. */
export interface DetailedSite extends JudgedSite {
  /** Stands for the code of a site that is not compliant, however it is formatted. */
  readonly fingerprint?: string;
  /** The lines that the range touches, without their common indentation, cut when long. */
  readonly code: string;
}

type Message = Linter.LintMessage | Linter.SuppressedLintMessage;

const MOST_LINES = 8;
const LONGEST_LINE = 200;

/** Returns the judged sites of a file with their code. */
export function detailedSites(
  sites: readonly Site[],
  sourceCode: GoSourceCode,
  messages: FileMessages,
): DetailedSite[] {
  const { lines, tree } = sourceCode;
  return judgedSites(sites, sourceCode, messages).map((site) => ({
    ...site,
    ...(site.verdict !== "compliant" && {
      fingerprint: fingerprintOf(tree, ...offsetsOf(site.range, tree)),
    }),
    code: codeOf(site.range, lines),
  }));
}

/**
 * Adds their messages to the violations among the sites of a file. One that a directive
 * suppresses becomes exempt, for the reason that the directive gives. Messages of rules that
 * judge no sites get a site as well.
 */
export function judgedSites(
  sites: readonly Site[],
  { tree }: GoSourceCode,
  { messages, suppressedMessages }: FileMessages,
): JudgedSite[] {
  const indexes = new Map<Message, number>(messages.map((message, index) => [message, index]));
  const waiting = messagesByPlace([...messages, ...suppressedMessages]);
  const withMessage = (site: Site, message: Message): JudgedSite => {
    if ("suppressions" in message) {
      return { ...site, verdict: "exempt", reason: reasonOf(message) };
    }
    return {
      ...site,
      message: message.message,
      messageIndex: indexes.get(message) ?? 0,
      fixKind: fixKindOf(message),
    };
  };
  const judged = sites.map((site) => {
    const place = placeOf(site.ruleId, site.range.start);
    const message = site.verdict === "violation" ? waiting.get(place)?.shift() : undefined;
    return message ? withMessage(site, message) : site;
  });
  const others = [...waiting.values()].flat().flatMap((message) => {
    const site = siteOfMessage(message, tree);
    return site ? [withMessage(site, message)] : [];
  });
  return [...judged, ...others];
}

/** Returns the site of a message; null for one of no rule. */
function siteOfMessage(message: Message, tree: SyntaxTree): Site | null {
  const { ruleId, messageId, line, column, endLine = line, endColumn = column } = message;
  if (ruleId === null) return null;
  const range = { start: { line, column }, end: { line: endLine, column: endColumn } };
  const [start, end] = offsetsOf(range, tree);
  return {
    ruleId,
    verdict: "violation",
    ...(messageId !== undefined && { messageId }),
    subject: shownOnOneLine(tree.text.slice(start, end)),
    symbol: enclosingSymbol(tree.nodeAt(start)),
    range,
  };
}

/** Returns the offsets of a range; a plain rule may report a place that the text lacks. */
function offsetsOf({ start, end }: SourceRange, tree: SyntaxTree): readonly [number, number] {
  const offsetOf = (position: Position, otherwise: number) => {
    try {
      return tree.offsetOf(position);
    } catch {
      return otherwise;
    }
  };
  const first = offsetOf(start, 0);
  return [first, offsetOf(end, first)];
}

/**
 * Groups messages by rule and place, each group in the order in which the rule reported
 * them: ESLint's sort is stable, and a directive suppresses all of a group or none.
 */
function messagesByPlace(messages: readonly Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const place = placeOf(message.ruleId, message);
    const group = groups.get(place);
    if (group) group.push(message);
    else groups.set(place, [message]);
  }
  return groups;
}

function placeOf(
  ruleId: string | null,
  { line, column }: { readonly line: number; readonly column: number },
): string {
  return `${line}:${column} ${ruleId ?? ""}`;
}

function reasonOf({ suppressions }: Linter.SuppressedLintMessage): string {
  const reason = suppressions.map(({ justification }) => justification).find(Boolean);
  return reason ?? "turned off by a directive without a reason";
}

function fixKindOf({ fix, suggestions = [] }: Linter.LintMessage): FixKind {
  if (fix) return "fix";
  return suggestions.length > 0 ? "suggestion" : "manual";
}

function codeOf({ start, end }: SourceRange, lines: readonly string[]): string {
  const touched = lines.slice(start.line - 1, Math.min(end.line, start.line - 1 + MOST_LINES));
  const indents = touched
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, LONGEST_LINE);
  return touched.map((line) => line.slice(indent, indent + LONGEST_LINE).trimEnd()).join("\n");
}
