import type { RulePage } from "@gopherwood/core/documents";
import { MarkupKind, type Hover, type Position, type Range } from "vscode-languageserver/node";
import type { LintedDocument } from "../engine/linted-document.ts";
import { rangeOf } from "./diagnostics.ts";

/** Returns the rules of the findings at a position, each once. */
export function rulesAt(position: Position, { messages }: LintedDocument): string[] {
  const found = messages.filter((message) => isIn(position, rangeOf(message)));
  return [...new Set(found.flatMap(({ ruleId }) => ruleId ?? []))];
}

/** Returns what a rule's page says of why, with wrong and right code. */
export function ruleHover(ruleId: string, { description, url, text }: RulePage): string {
  const title = url === "" ? `**${ruleId}**` : `[**${ruleId}**](${url})`;
  return `${title}\n\n${text === "" ? description : text}`;
}

/** Returns the verdicts of the sites at a position. */
export function verdictsAt(position: Position, { sites }: LintedDocument): string[] {
  return sites
    .filter(({ range: { start, end } }) => {
      const place = { ...start, endLine: end.line, endColumn: end.column };
      return isIn(position, rangeOf(place));
    })
    .map(({ ruleId, verdict, reason }) =>
      reason === undefined ? `${ruleId}: ${verdict}` : `${ruleId}: ${verdict} (${reason})`,
    );
}

/** Returns a hover of Markdown sections; null without any. */
export function hoverOf(sections: readonly string[]): Hover | null {
  if (sections.length === 0) return null;
  return { contents: { kind: MarkupKind.Markdown, value: sections.join("\n\n---\n\n") } };
}

function isIn({ line, character }: Position, { start, end }: Range): boolean {
  const isAfterStart =
    line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}
