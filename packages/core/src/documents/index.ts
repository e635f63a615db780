/** The engine for editors, around documents that are open there. Needs Node. */
import "../index.ts";

export { OpenDocuments, type LintedText } from "./open-documents.ts";
export type { Declaration } from "./declarations.ts";
export type { MessageChanges, Selection } from "./changes.ts";
export type { DirectiveChange } from "./disable-rule.ts";
export type { RulePage } from "../runner/rule-page.ts";
export type { LintedFile } from "../runner/linted-file.ts";
