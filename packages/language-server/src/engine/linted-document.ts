import type { LintedFile, OpenDocuments } from "@gopherwood/core/documents";

/** The findings of a document, as plain data. Lines and columns count from 1. */
export interface LintedDocument extends Pick<LintedFile, "problems" | "sites"> {
  readonly messages: LintedFile["result"]["messages"];
  /** True if the text has a syntax error. */
  readonly isBroken: boolean;
  /** The addresses of the pages of the messages' rules, by rule. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Adds the pages of its rules to a linted file. */
export async function lintedDocument(
  path: string,
  { result, sites, problems, syntaxError }: LintedFile,
  documents: OpenDocuments,
): Promise<LintedDocument> {
  const pages: Record<string, string> = {};
  for (const { ruleId } of result.messages) {
    if (ruleId === null || ruleId in pages) continue;
    pages[ruleId] = (await documents.rulePage(path, ruleId))?.url ?? "";
  }
  return {
    messages: result.messages,
    sites,
    problems,
    isBroken: syntaxError !== undefined,
    pages,
  };
}
