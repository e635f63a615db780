import type { Linter } from "eslint";
import type { Site } from "../source/sites.ts";
import type { SourceRange } from "../syntax/position.ts";
import type { FileMessages } from "./eslint-result.ts";

/** How a violation can be fixed: by the tool, by a suggestion that is to be chosen, or by hand. */
export type FixKind = "fix" | "suggestion" | "manual";

/** A site with what a reader of the report wants to see of it. */
export interface DetailedSite extends Site {
  /** Of a violation: what was said of it. */
  readonly message?: string;
  /** Of a violation. */
  readonly fixKind?: FixKind;
  /** The lines that the range touches, less their common indentation; of many the first. */
  readonly code: string;
}

const MOST_LINES = 8;
const LONGEST_LINE = 200;

/**
 * Adds the code and, to violations, the message. One that a directive allows is an
 * exemption, and the directive's reason is its own.
 *
 * @param lines The file's.
 */
export function withDetails(
  site: Site,
  { messages, suppressedMessages }: FileMessages,
  lines: readonly string[],
): DetailedSite {
  const code = codeOf(site.range, lines);
  if (site.verdict !== "violation") return { ...site, code };
  const suppressed = messageOf(site, suppressedMessages);
  if (suppressed) {
    const why = suppressed.suppressions.map(({ justification }) => justification).find(Boolean);
    const reason = why ?? "turned off by a directive without a reason";
    return { ...site, verdict: "exempt", reason, code };
  }
  const message = messageOf(site, messages);
  return {
    ...site,
    ...(message && { message: message.message, fixKind: fixKindOf(message) }),
    code,
  };
}

function messageOf<M extends Linter.LintMessage>(
  { ruleId, range: { start } }: Site,
  messages: readonly M[],
): M | undefined {
  return messages.find(
    (message) =>
      message.ruleId === ruleId &&
      message.line === start.line &&
      message.column === start.column,
  );
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
