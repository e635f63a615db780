/** The engine for editors, around documents that are open there. Needs Node. */
import "../index.ts";

export { OpenDocuments } from "./open-documents.ts";
export type { MessageChanges, Selection } from "./changes.ts";
export type { DirectiveChange } from "./disable-rule.ts";
export type { RulePage } from "../runner/rule-page.ts";
export type { LintedFile } from "../runner/lint-file.ts";
