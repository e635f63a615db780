import { pathToFileURL } from "node:url";
import {
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from "vscode-languageserver/node";
import type { LintedDocument } from "../engine/linted-document.ts";
import { severityOf, type Settings } from "../settings.ts";

type Message = LintedDocument["messages"][number];
type Site = LintedDocument["sites"][number];

/** The name that editors show beside each finding. */
const SOURCE = "gopherwood";

/** Returns the diagnostics of a document, in the order of its messages. */
export function diagnosticsOf(
  { path, messages, sites, declarations, pages }: LintedDocument,
  settings: Settings,
): Diagnostic[] {
  return messages.flatMap((message, index) => {
    const own = message.severity === 2 ? 1 : 2;
    const { ruleId } = message;
    const set = ruleId === null ? undefined : severityOf(ruleId, settings);
    if (set === null) return [];
    const page = pages[ruleId ?? ""];
    const related = [
      ...relatedOf(sites.find(({ messageIndex }) => messageIndex === index)),
      ...declared(declarations[index], path),
    ];
    return [
      {
        range: rangeOf(message),
        severity: set ?? own,
        source: SOURCE,
        message: message.message,
        ...(ruleId !== null && { code: ruleId }),
        ...(page && { codeDescription: { href: page } }),
        ...(isUnused(message) && { tags: [DiagnosticTag.Unnecessary] }),
        ...(related.length > 0 && { relatedInformation: related }),
      },
    ];
  });
}

/** Returns the range of a message or site, which counts from 1. */
export function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  const start = { line: Math.max(line - 1, 0), character: Math.max(column - 1, 0) };
  const end =
    endLine === undefined || endColumn === undefined
      ? start
      : { line: endLine - 1, character: endColumn - 1 };
  return { start, end };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

/** Returns true for the message of a directive that nothing needs. */
function isUnused({ ruleId, message }: Message): boolean {
  return ruleId === null && message.startsWith("Unused ");
}

function relatedOf(site: Site | undefined): DiagnosticRelatedInformation[] {
  return (site?.related ?? []).map(({ path, line = 1 }) => {
    const start = { line: line - 1, character: 0 };
    return {
      location: { uri: pathToFileURL(path).href, range: { start, end: start } },
      message: site?.reason ?? "Related code",
    };
  });
}

function declared(
  declaration: LintedDocument["declarations"][number] | undefined,
  path: string,
): DiagnosticRelatedInformation[] {
  if (!declaration) return [];
  const { name, isImport, loc } = declaration;
  const range = rangeOf({ ...loc.start, endLine: loc.end.line, endColumn: loc.end.column });
  return [
    {
      location: { uri: pathToFileURL(path).href, range },
      message: `'${name}' is ${isImport ? "imported" : "declared"} here`,
    },
  ];
}
