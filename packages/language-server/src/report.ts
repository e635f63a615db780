import type { Diagnostic } from "vscode-languageserver/node";
import type { LintedDocument } from "./engine/linted-document.ts";

/** The findings of a version of a document. */
export interface Report {
  readonly version: number;
  /** Null for a document that is not linted. */
  readonly linted: LintedDocument | null;
  /** The findings as the client gets them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Only a whole one is sure to have all findings. */
  readonly kind: LintKind;
  /** Changes with the diagnostics. */
  readonly resultId: string;
}

/** Within its package, or what it imports as well; while somebody types; or as it counts. */
export type LintKind = "package" | "imports" | "typing" | "whole";

/** Returns true for a lint of a part of what a document's findings depend on. */
export function isPart(kind: LintKind): kind is "package" | "imports" {
  return kind === "package" || kind === "imports";
}

/** Returns true for a report that the client gets if it asks. */
export function isShown({ kind, linted }: Report): boolean {
  return kind !== "typing" || linted?.isBroken === false;
}

/** Returns true for a report with all findings, but for what the last edits change elsewhere. */
export function isWhole(report: Report): boolean {
  return !isPart(report.kind) && isShown(report);
}

/** Returns true for a report with all sites: while somebody types there are none but violations. */
export function hasSites({ kind }: Report): boolean {
  return kind === "whole";
}

/** Returns the diagnostics that were shown before, wherever they are now. */
export function knownOf(
  diagnostics: readonly Diagnostic[],
  before: readonly Diagnostic[],
): Diagnostic[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, message }: Diagnostic) => JSON.stringify([code, message]);
  for (const known of before) counts.set(keyOf(known), (counts.get(keyOf(known)) ?? 0) + 1);
  return diagnostics.filter((diagnostic) => {
    const count = counts.get(keyOf(diagnostic)) ?? 0;
    counts.set(keyOf(diagnostic), count - 1);
    return count > 0;
  });
}
