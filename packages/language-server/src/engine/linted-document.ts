import type { LintedText, OpenDocuments } from "@gopherwood/core/documents";

/** The findings of a document, as plain data. Lines and columns count from 1. */
export interface LintedDocument extends Pick<
  LintedText,
  "declarations" | "problems" | "sites"
> {
  readonly path: string;
  readonly messages: LintedText["result"]["messages"];
  /** True if the text has a syntax error. */
  readonly isBroken: boolean;
  /** The addresses of the pages of the messages' rules, by rule. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Adds the pages of its rules to a linted file. */
export async function lintedDocument(
  path: string,
  { result, sites, declarations, problems, syntaxError }: LintedText,
  documents: OpenDocuments,
): Promise<LintedDocument> {
  const pages: Record<string, string> = {};
  for (const { ruleId } of result.messages) {
    if (ruleId === null || ruleId in pages) continue;
    pages[ruleId] = (await documents.rulePage(path, ruleId))?.url ?? "";
  }
  return {
    path,
    messages: result.messages,
    sites,
    declarations,
    problems,
    isBroken: syntaxError !== undefined,
    pages,
  };
}
