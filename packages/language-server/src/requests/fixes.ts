import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  CodeActions,
  FIX_ALL,
  placeholderFor,
  type FixRuleData,
} from "../features/code-actions.ts";
import { editsTo } from "../features/edits.ts";
import type { RequestContext } from "./context.ts";

/** The longest time, in milliseconds, that saving a file waits for its fixes. */
const SAVE_LIMIT = 1000;

/** Returns the code actions for a range of a document. */
export async function codeActionsAt(
  { session, documents, failures }: RequestContext,
  { textDocument: { uri }, range, context: { only } }: CodeActionParams,
): Promise<CodeAction[]> {
  await session.ready;
  const open = documents.get(uri);
  if (!open || !session.settings.enable) return [];
  const { document, path } = open;
  const { version } = document;
  const engine = session.engines.engineFor(path);
  const actions = new CodeActions(snapshotOf(document), session.client);
  const found: CodeAction[] = [];
  try {
    if (CodeActions.areWanted(FIX_ALL, only)) {
      found.push(...actions.fixAll(await engine.ask("fix", path)));
    }
    if (CodeActions.areWanted(CodeActionKind.QuickFix, only)) {
      const placeholder = placeholderFor(session.client);
      const changes = await engine.ask("changesAt", path, selectionOf(range), placeholder);
      const report = await documents.report(uri);
      const pages = report?.linted?.pages ?? {};
      found.push(...actions.quickFixes(changes, report?.diagnostics ?? [], pages));
    }
  } catch (error) {
    failures.add(path, error);
  }
  // Edits for another text would do harm.
  return document.version === version ? found : [];
}

/** Returns an action with the edit that it was to have when it is chosen. */
export async function resolveAction(
  { session, documents }: RequestContext,
  action: CodeAction,
): Promise<CodeAction> {
  const { uri = "", ruleId } = (action.data ?? {}) as Partial<FixRuleData>;
  const open = documents.get(uri);
  if (!open || ruleId === undefined) return action;
  const document = snapshotOf(open.document);
  const fixed = await session.engines.engineFor(open.path).ask("fix", open.path, ruleId);
  const edit = new CodeActions(document, session.client).edit(editsTo(document, fixed));
  return { ...action, edit };
}

/** Returns the fixes of a document that is about to be saved, if they are made in time. */
export async function fixesOnSave(
  { session, documents, failures }: RequestContext,
  document: TextDocument,
): Promise<TextEdit[]> {
  await session.ready;
  const open = documents.get(document.uri);
  if (!open || !session.settings.enable || !session.settings.fixOnSave) return [];
  const { version } = document;
  const snapshot = snapshotOf(document);
  const none = new Promise<null>((resolve) => setTimeout(resolve, SAVE_LIMIT, null).unref());
  try {
    const fixing = session.engines.engineFor(open.path).ask("fix", open.path);
    const fixed = await Promise.race([fixing, none]);
    return fixed === null || document.version !== version ? [] : editsTo(snapshot, fixed);
  } catch (error) {
    failures.add(open.path, error);
    return [];
  }
}

/** Returns all fixes of a document; null if there are none, or its text changed meanwhile. */
export async function allFixes(
  { session, documents }: RequestContext,
  uri: string,
): Promise<WorkspaceEdit | null> {
  const open = documents.get(uri);
  if (!open) return null;
  const document = snapshotOf(open.document);
  const fixed = await session.engines.engineFor(open.path).ask("fix", open.path);
  const edits = editsTo(document, fixed);
  if (edits.length === 0 || open.document.version !== document.version) return null;
  return new CodeActions(document, session.client).edit(edits);
}

/** Returns a document that does not change while an answer about it is made. */
function snapshotOf(document: TextDocument): TextDocument {
  const { uri, languageId, version } = document;
  return TextDocument.create(uri, languageId, version, document.getText());
}

/** Returns a range of the protocol, which counts from 0, as positions that count from 1. */
function selectionOf({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
