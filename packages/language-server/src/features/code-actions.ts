import type { MessageChanges } from "@gopherwood/core/documents";
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { COMMANDS } from "./commands.ts";
import { rangeOf } from "./diagnostics.ts";
import { editsTo } from "./edits.ts";

type DirectiveChange = NonNullable<MessageChanges["disableOnLine"]>;

/** The kind of the action that applies all fixes. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gopherwood`;

/** The capabilities of a client for code actions. */
export interface ClientSupport {
  /** Edits with the version of their document. */
  readonly documentChanges: boolean;
  /** Actions whose edit is asked for when they are chosen. */
  readonly resolve: boolean;
  /** Showing a document with a selection, and pages of the web. */
  readonly showDocument: boolean;
}

/** An action whose edit is still to be made. */
export interface FixRuleData {
  readonly uri: string;
  readonly ruleId: string;
}

/** Makes the code actions of one document. */
export class CodeActions {
  readonly #document: TextDocument;
  readonly #support: ClientSupport;

  constructor(document: TextDocument, support: ClientSupport) {
    this.#document = document;
    this.#support = support;
  }

  /** Returns true if a client asks for a kind: if it names none, for those that fix one problem. */
  static areWanted(kind: string, only: readonly string[] | undefined): boolean {
    const wanted = only?.length ? only : [CodeActionKind.QuickFix];
    return wanted.some(
      (one) => one === CodeActionKind.Empty || kind === one || kind.startsWith(`${one}.`),
    );
  }

  /** Returns the action that applies all fixes; none if there is nothing to fix. */
  fixAll(fixed: string): CodeAction[] {
    const edits = editsTo(this.#document, fixed);
    if (edits.length === 0) return [];
    return [{ title: "Fix all Gopherwood problems", kind: FIX_ALL, edit: this.edit(edits) }];
  }

  /**
   * Returns the actions for messages.
   *
   * @param diagnostics What the client was told of the document.
   * @param pages The addresses of the rules' pages.
   */
  quickFixes(
    found: readonly MessageChanges[],
    diagnostics: readonly Diagnostic[],
    pages: Readonly<Record<string, string>>,
  ): CodeAction[] {
    const fixes = found.flatMap((changes) => this.#fixes(changes, diagnostics));
    const ofRules = firstOfEachRule(found);
    return [
      ...fixes,
      ...ofRules.flatMap((changes) => this.#fixRule(changes)),
      ...ofRules.flatMap((changes) => this.#disable(changes, diagnostics)),
      ...ofRules.flatMap(({ message }) => this.#openPage(message.ruleId, pages)),
    ];
  }

  /** Returns edits in the form that the client takes, for the version that they were made for. */
  edit(edits: TextEdit[]): WorkspaceEdit {
    const { uri, version } = this.#document;
    return this.#support.documentChanges
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  }

  #fixes(
    { message, fix, suggestions }: MessageChanges,
    all: readonly Diagnostic[],
  ): CodeAction[] {
    const diagnostics = matching(message, all);
    const kind = CodeActionKind.QuickFix;
    const actions: CodeAction[] = suggestions.map(({ description, text }) => ({
      title: description,
      kind,
      diagnostics,
      edit: this.#editTo(text),
    }));
    if (fix === null) return actions;
    const title =
      message.ruleId === null ? "Remove this directive" : `Fix this ${message.ruleId} problem`;
    const edit = this.#editTo(fix);
    return [{ title, kind, diagnostics, isPreferred: true, edit }, ...actions];
  }

  #fixRule({ message: { ruleId }, fix }: MessageChanges): CodeAction[] {
    if (ruleId === null || fix === null || !this.#support.resolve) return [];
    const data: FixRuleData = { uri: this.#document.uri, ruleId };
    return [
      { title: `Fix all ${ruleId} problems in this file`, kind: CodeActionKind.QuickFix, data },
    ];
  }

  #disable(
    { message, disableOnLine, disableInFile }: MessageChanges,
    all: readonly Diagnostic[],
  ): CodeAction[] {
    const { ruleId } = message;
    const action = (change: DirectiveChange | null, where: string): CodeAction[] =>
      change
        ? [
            {
              title: `Disable ${ruleId ?? ""} for this ${where}`,
              kind: CodeActionKind.QuickFix,
              diagnostics: matching(message, all),
              edit: this.#editTo(change.text),
              ...this.#selection(change),
            },
          ]
        : [];
    return [...action(disableOnLine, "line"), ...action(disableInFile, "file")];
  }

  /** Puts the cursor on the place of the reason. */
  #selection({ text, placeholder }: DirectiveChange): Pick<CodeAction, "command"> {
    if (!placeholder || !this.#support.showDocument) return {};
    const { uri, languageId, version } = this.#document;
    const after = TextDocument.create(uri, languageId, version, text);
    const [start, end] = placeholder;
    const range = { start: after.positionAt(start), end: after.positionAt(end) };
    const { select } = COMMANDS;
    return { command: { title: "Write the reason", command: select, arguments: [uri, range] } };
  }

  #openPage(ruleId: string | null, pages: Readonly<Record<string, string>>): CodeAction[] {
    const page = pages[ruleId ?? ""];
    if (!page || !this.#support.showDocument) return [];
    const title = `Show the page of ${ruleId ?? ""}`;
    const command = { title, command: COMMANDS.openPage, arguments: [page] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  }

  #editTo(text: string): WorkspaceEdit {
    return this.edit(editsTo(this.#document, text));
  }
}

/** The placeholder for the reason of a directive; null where it cannot be selected. */
export function placeholderFor({ showDocument }: ClientSupport): string | null {
  return showDocument ? "reason" : null;
}

/** Returns the diagnostics of a message, from our own record: clients change what they echo. */
function matching(
  message: MessageChanges["message"],
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const { start } = rangeOf(message);
  return diagnostics.filter(
    ({ range, code }) =>
      code === (message.ruleId ?? undefined) &&
      range.start.line === start.line &&
      range.start.character === start.character,
  );
}

function firstOfEachRule(found: readonly MessageChanges[]): MessageChanges[] {
  const seen = new Set<string | null>();
  return found.filter(({ message: { ruleId } }) => !seen.has(ruleId) && seen.add(ruleId));
}
