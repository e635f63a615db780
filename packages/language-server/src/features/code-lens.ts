import type { CodeLens } from "vscode-languageserver/node";
import type { LintedDocument } from "../engine/linted-document.ts";

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Returns a code lens that says how many judged sites of a document are compliant. */
export function complianceLens({ sites }: LintedDocument): CodeLens[] {
  const judged = sites.filter(
    ({ verdict }) => verdict === "compliant" || verdict === "violation",
  );
  if (judged.length === 0) return [];
  const compliant = judged.filter(({ verdict }) => verdict === "compliant").length;
  const title = `Gopherwood: ${compliant} of ${judged.length} sites compliant`;
  return [{ range: TOP, command: { title, command: "" } }];
}
