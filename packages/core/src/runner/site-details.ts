import type { Linter } from "eslint";
import type { Site } from "../source/sites.ts";
import type { SourceRange } from "../syntax/position.ts";
import type { FileMessages } from "./eslint-result.ts";

/** How a violation is fixed: by `--fix`, by a suggestion that a person chooses, or by hand. */
export type FixKind = "fix" | "suggestion" | "manual";

/** A site with its code and, if it is a violation, its message. */
export interface DetailedSite extends Site {
  /** The text of a violation's message. */
  readonly message?: string;
  /** The place of a violation's message among the messages of the file's result, from 0. */
  readonly messageIndex?: number;
  readonly fixKind?: FixKind;
  /** The lines that the range touches, without their common indentation, cut when long. */
  readonly code: string;
}

type Message = Linter.LintMessage | Linter.SuppressedLintMessage;

const MOST_LINES = 8;
const LONGEST_LINE = 200;

/**
 * Adds their code to the sites of a file, and to violations their messages. A violation
 * that a directive suppresses becomes exempt, for the reason that the directive gives.
 *
 * @param sites In the order in which they were judged.
 * @param lines The file's.
 */
export function detailedSites(
  sites: readonly Site[],
  { messages, suppressedMessages }: FileMessages,
  lines: readonly string[],
): DetailedSite[] {
  const indexes = new Map<Message, number>(messages.map((message, index) => [message, index]));
  const waiting = messagesByPlace([...messages, ...suppressedMessages]);
  return sites.map((site) => {
    const code = codeOf(site.range, lines);
    if (site.verdict !== "violation") return { ...site, code };
    const message = waiting.get(placeOf(site.ruleId, site.range.start))?.shift();
    if (!message) return { ...site, code };
    if ("suppressions" in message) {
      return { ...site, verdict: "exempt", reason: reasonOf(message), code };
    }
    const messageIndex = indexes.get(message) ?? 0;
    return {
      ...site,
      message: message.message,
      messageIndex,
      fixKind: fixKindOf(message),
      code,
    };
  });
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
