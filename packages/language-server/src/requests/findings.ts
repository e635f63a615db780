import {
  DocumentDiagnosticReportKind,
  type CodeLens,
  type DocumentDiagnosticReport,
  type Hover,
  type HoverParams,
} from "vscode-languageserver/node";
import { complianceLens } from "../features/code-lens.ts";
import { hoverOf, ruleHover, rulesAt, verdictsAt } from "../features/hover.ts";
import { hasSites } from "../report.ts";
import type { RequestContext } from "./context.ts";

const { Full, Unchanged } = DocumentDiagnosticReportKind;

/**
 * Returns the diagnostics of a document.
 *
 * @param previousResultId Of those that the client has.
 */
export async function diagnosticsIn(
  { session, documents }: RequestContext,
  uri: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> {
  await session.ready;
  const report = await documents.answer(uri);
  if (report && report.resultId === previousResultId) {
    return { kind: Unchanged, resultId: report.resultId };
  }
  const items = [...(report?.diagnostics ?? [])];
  return report ? { kind: Full, resultId: report.resultId, items } : { kind: Full, items };
}

/** Returns the pages of the rules that report at a position, and the verdicts there. */
export async function hoverAt(
  { session, documents }: RequestContext,
  { textDocument: { uri }, position }: HoverParams,
): Promise<Hover | null> {
  await session.ready;
  const open = documents.get(uri);
  const { siteHover } = session.settings;
  const report = await documents.report(uri, siteHover ? hasSites : undefined);
  if (!open || !report?.linted || !session.settings.enable) return null;
  const sections: string[] = [];
  for (const ruleId of rulesAt(position, report.linted)) {
    const engine = session.engines.engineFor(open.path);
    const page = await engine.ask("rulePage", open.path, ruleId);
    if (page) sections.push(ruleHover(ruleId, page));
  }
  if (siteHover) sections.push(...verdictsAt(position, report.linted));
  return hoverOf(sections);
}

/** Returns the code lenses of a document. */
export async function codeLensesIn(
  { session, documents }: RequestContext,
  uri: string,
): Promise<CodeLens[]> {
  await session.ready;
  if (!session.settings.codeLens || !session.settings.enable) return [];
  const report = await documents.report(uri, hasSites);
  return report?.linted ? complianceLens(report.linted) : [];
}
