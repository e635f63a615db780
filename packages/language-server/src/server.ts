import { fileURLToPath } from "node:url";
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ExecuteCommandParams,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  type Range,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readClient, type Client } from "./client.ts";
import { Documents, hasSites, type Report } from "./documents.ts";
import type { LintedDocument } from "./engine/linted-document.ts";
import { Engines } from "./engines.ts";
import { Failures } from "./failures.ts";
import {
  CodeActions,
  FIX_ALL,
  placeholderFor,
  type FixRuleData,
} from "./features/code-actions.ts";
import { complianceLens } from "./features/code-lens.ts";
import { COMMANDS } from "./features/commands.ts";
import { diagnosticsOf } from "./features/diagnostics.ts";
import { editsTo } from "./features/edits.ts";
import { hoverOf, ruleHover, rulesAt, verdictsAt } from "./features/hover.ts";
import { readSettings, type Settings } from "./settings.ts";
import { version } from "./version.generated.ts";
import { FileTimes, sortChanges, WATCHED } from "./watching.ts";
import { WorkspaceLint } from "./workspace-lint.ts";
import { WorkspacePull } from "./workspace-pull.ts";

/** The longest time, in milliseconds, that saving a file waits for its fixes. */
const SAVE_LIMIT = 1000;

/** The state of the server, for clients that show it. */
const STATUS = "gopherwood/status";

/** Lints Go documents for one client. */
export class LanguageServer {
  readonly #connection: Connection;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #documents: Documents;
  readonly #workspaceLint: WorkspaceLint;
  readonly #workspacePull: WorkspacePull;
  readonly #failures: Failures;
  readonly #fileTimes = new FileTimes();
  #engines = new Engines(process.cwd());
  #configFiles: ReadonlySet<string> = new Set();
  #roots: readonly string[] = [];
  #settings: Settings = readSettings({});
  #client: Client | undefined;
  #needsRefresh = false;
  /** Ends when the settings are read. */
  #ready: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#failures = new Failures(connection);
    const host = {
      settingsRead: () => this.#ready,
      engineFor: (path: string) => this.#engines.engineFor(path),
      diagnosticsOf: (linted: LintedDocument) => this.#diagnosticsOf(linted),
      isLintedWhileTyping: () => this.#settings.run === "onType",
      isOpen: (path: string) => this.#documents.isOpen(path),
      failed: (path: string, error: unknown) => {
        this.#failures.add(path, error);
        this.#showStatus();
      },
      reported: (document: TextDocument, report: Report, isOutdated: boolean) => {
        this.#reported(document, report, isOutdated);
      },
    };
    this.#documents = new Documents(host);
    this.#workspaceLint = new WorkspaceLint(connection, host);
    this.#workspacePull = new WorkspacePull(host);
  }

  /** Serves the client until it ends. */
  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      this.#ready = this.#readSettings();
      void this.#register();
    });
    connection.onShutdown(() => {
      this.#documents.closeAll();
      this.#workspacePull.release();
      this.#engines.stop();
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      const sent = (settings as { gopherwood?: unknown } | null)?.gopherwood;
      this.#ready = this.#readSettings(sent);
      void this.#ready.then(() => {
        this.#workspacePull.changed();
        return this.#refresh();
      });
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      void this.#filesChanged(changes.flatMap(({ uri }) => pathOf(uri) ?? []));
    });
    connection.onCodeAction((params) => this.#codeActions(params));
    connection.onCodeActionResolve((action) => this.#resolveAction(action));
    connection.onHover((params) => this.#hover(params));
    connection.onCodeLens(({ textDocument }) => this.#codeLenses(textDocument.uri));
    connection.onExecuteCommand((params) => this.#execute(params));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      this.#pull(textDocument.uri, previousResultId),
    );
    connection.languages.diagnostics.onWorkspace(async (params, ...answering) => {
      await this.#ready;
      return await this.#workspacePull.answer(this.#roots, params, ...answering);
    });
    this.#texts.onDidOpen(({ document }) => {
      this.#opened(document);
    });
    this.#texts.onDidChangeContent(({ document }) => {
      this.#documents.change(document);
    });
    this.#texts.onWillSaveWaitUntil(({ document }) => this.#fixesOnSave(document));
    this.#texts.onDidSave(({ document }) => {
      void this.#saved(document);
    });
    this.#texts.onDidClose(({ document }) => {
      this.#closed(document);
    });
    this.#texts.listen(connection);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    const client = readClient(params);
    this.#client = client;
    this.#roots = rootsOf(params);
    this.#engines = new Engines(this.#roots[0] ?? process.cwd());
    this.#settings = readSettings(params.initializationOptions);
    return {
      serverInfo: { name: "gopherwood-language-server", version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
          willSaveWaitUntil: true,
        },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
          resolveProvider: client.resolve,
        },
        codeLensProvider: {},
        executeCommandProvider: { commands: Object.values(COMMANDS) },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: {
            identifier: "gopherwood",
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }),
      },
    };
  }

  async #register(): Promise<void> {
    const { client } = this.#connection;
    if (this.#client?.registersConfiguration) {
      await client.register(DidChangeConfigurationNotification.type, { section: "gopherwood" });
    }
    if (this.#client?.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (this.#client?.changesFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => pathOf(uri) ?? []));
        const kept = this.#roots.filter((root) => !gone.has(root));
        this.#roots = [...kept, ...added.flatMap(({ uri }) => pathOf(uri) ?? [])];
        this.#workspacePull.release();
      });
    }
  }

  /** @param sent The settings that came with a notification, if the client cannot be asked. */
  async #readSettings(sent?: unknown): Promise<void> {
    if (this.#client?.hasConfiguration) {
      this.#settings = readSettings(
        await this.#connection.workspace.getConfiguration("gopherwood"),
      );
    } else if (sent !== undefined) {
      this.#settings = readSettings(sent);
    }
  }

  #diagnosticsOf(linted: LintedDocument): Diagnostic[] {
    this.#failures.addProblems(linted.problems);
    return this.#settings.enable ? diagnosticsOf(linted, this.#settings) : [];
  }

  #opened(document: TextDocument): void {
    this.#documents.open(document);
    const opened = this.#documents.get(document.uri);
    if (!opened) return;
    this.#workspaceLint.opened(opened.path);
    void this.#checkTimes();
  }

  async #saved(document: TextDocument): Promise<void> {
    if (!this.#client?.watchesFiles) {
      this.#workspacePull.changed();
      await this.#checkTimes();
    }
    await this.#documents.save(document);
  }

  #closed(document: TextDocument): void {
    const closed = this.#documents.get(document.uri);
    if (!closed) return;
    this.#documents.close(document);
    if (closed.isEdited) this.#workspacePull.changed();
    else this.#workspacePull.release();
    if (!this.#client?.pullsDiagnostics) {
      void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }
    void this.#workspaceLint.closed(closed.path);
  }

  /** Looks for configs that changed, where the client does not say so. */
  async #checkTimes(): Promise<void> {
    this.#configFiles = await this.#engines.configFiles();
    if (this.#client?.watchesFiles) return;
    const changed = this.#fileTimes.changed(this.#configFiles);
    if (changed.length > 0) await this.#filesChanged(changed);
  }

  async #filesChanged(paths: readonly string[]): Promise<void> {
    this.#configFiles = await this.#engines.configFiles();
    const { sources, areConfigs } = sortChanges(paths, this.#configFiles);
    if (sources.length > 0) this.#engines.filesChanged(sources);
    if (areConfigs) {
      this.#failures.forget();
      const open = this.#documents.all.flatMap(({ uri }) => this.#documents.get(uri) ?? []);
      const failures = await this.#engines.renew(open.map(({ path }) => path));
      for (const failure of failures) this.#failures.add("", failure);
    }
    if (sources.length === 0 && !areConfigs) return;
    this.#workspacePull.changed();
    await this.#refresh();
    await this.#workspaceLint.refresh(sources);
    this.#showStatus();
  }

  async #refresh(): Promise<void> {
    await this.#documents.refresh();
    if (this.#client?.refreshesCodeLenses)
      void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  #reported(document: TextDocument, report: Report, isOutdated: boolean): void {
    if (!this.#client?.pullsDiagnostics) {
      const diagnostics = [...report.diagnostics];
      const { uri } = document;
      void this.#connection.sendDiagnostics({ uri, version: report.version, diagnostics });
    } else if (isOutdated) {
      this.#askToPull();
    }
    this.#showStatus();
  }

  /** Tells the client to ask for diagnostics again, once for all reports of a turn. */
  #askToPull(): void {
    if (this.#needsRefresh) return;
    this.#needsRefresh = true;
    setImmediate(() => {
      this.#needsRefresh = false;
      void this.#connection.languages.diagnostics.refresh();
    });
  }

  async #pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    await this.#ready;
    const report = await this.#documents.answer(uri);
    if (report && report.resultId === previousResultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId };
    }
    const items = [...(report?.diagnostics ?? [])];
    const { Full } = DocumentDiagnosticReportKind;
    return report ? { kind: Full, resultId: report.resultId, items } : { kind: Full, items };
  }

  async #codeActions({
    textDocument: { uri },
    range,
    context: { only },
  }: CodeActionParams): Promise<CodeAction[]> {
    await this.#ready;
    const open = this.#documents.get(uri);
    if (!open || !this.#client || !this.#settings.enable) return [];
    const { document, path } = open;
    const { version } = document;
    const engine = this.#engines.engineFor(path);
    const actions = new CodeActions(snapshotOf(document), this.#client);
    const found: CodeAction[] = [];
    try {
      if (CodeActions.areWanted(FIX_ALL, only)) {
        found.push(...actions.fixAll(await engine.ask("fix", path)));
      }
      if (CodeActions.areWanted(CodeActionKind.QuickFix, only)) {
        const placeholder = placeholderFor(this.#client);
        const changes = await engine.ask("changesAt", path, selectionOf(range), placeholder);
        const report = await this.#documents.report(uri);
        const pages = report?.linted?.pages ?? {};
        found.push(...actions.quickFixes(changes, report?.diagnostics ?? [], pages));
      }
    } catch (error) {
      this.#failures.add(path, error);
    }
    // Edits for another text would do harm.
    return document.version === version ? found : [];
  }

  async #resolveAction(action: CodeAction): Promise<CodeAction> {
    const { uri = "", ruleId } = (action.data ?? {}) as Partial<FixRuleData>;
    const open = this.#documents.get(uri);
    if (!open || !this.#client || ruleId === undefined) return action;
    const document = snapshotOf(open.document);
    const fixed = await this.#engines.engineFor(open.path).ask("fix", open.path, ruleId);
    const edit = new CodeActions(document, this.#client).edit(editsTo(document, fixed));
    return { ...action, edit };
  }

  async #fixesOnSave(document: TextDocument): Promise<TextEdit[]> {
    await this.#ready;
    const open = this.#documents.get(document.uri);
    if (!open || !this.#settings.enable || !this.#settings.fixOnSave) return [];
    const { version } = document;
    const snapshot = snapshotOf(document);
    const none = new Promise<null>((resolve) => setTimeout(resolve, SAVE_LIMIT, null).unref());
    try {
      const fixing = this.#engines.engineFor(open.path).ask("fix", open.path);
      const fixed = await Promise.race([fixing, none]);
      return fixed === null || document.version !== version ? [] : editsTo(snapshot, fixed);
    } catch (error) {
      this.#failures.add(open.path, error);
      return [];
    }
  }

  async #hover({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
    await this.#ready;
    const open = this.#documents.get(uri);
    const { siteHover } = this.#settings;
    const report = await this.#documents.report(uri, siteHover ? hasSites : undefined);
    if (!open || !report?.linted || !this.#settings.enable) return null;
    const sections: string[] = [];
    for (const ruleId of rulesAt(position, report.linted)) {
      const page = await this.#engines.engineFor(open.path).ask("rulePage", open.path, ruleId);
      if (page) sections.push(ruleHover(ruleId, page));
    }
    if (siteHover) sections.push(...verdictsAt(position, report.linted));
    return hoverOf(sections);
  }

  async #codeLenses(uri: string): Promise<CodeLens[]> {
    await this.#ready;
    if (!this.#settings.codeLens || !this.#settings.enable) return [];
    const report = await this.#documents.report(uri, hasSites);
    return report?.linted ? complianceLens(report.linted) : [];
  }

  async #execute({ command, arguments: given = [] }: ExecuteCommandParams): Promise<void> {
    const [first, second] = given as unknown[];
    const { window } = this.#connection;
    if (command === COMMANDS.lintWorkspace) {
      await this.#workspaceLint.run(this.#roots, this.#client?.showsProgress === true);
    } else if (command === COMMANDS.fixAll) {
      await this.#fixAll(String(first));
    } else if (command === COMMANDS.openPage && /^https?:/u.test(String(first))) {
      await window.showDocument({ uri: String(first), external: true });
    } else if (command === COMMANDS.select && this.#documents.get(String(first))) {
      const selection = second as Range;
      await window.showDocument({ uri: String(first), takeFocus: true, selection });
    }
  }

  async #fixAll(uri: string): Promise<void> {
    const open = this.#documents.get(uri);
    if (!open || !this.#client) return;
    const document = snapshotOf(open.document);
    const fixed = await this.#engines.engineFor(open.path).ask("fix", open.path);
    const edits = editsTo(document, fixed);
    if (edits.length === 0 || open.document.version !== document.version) return;
    const edit = new CodeActions(document, this.#client).edit(edits);
    await this.#connection.workspace.applyEdit(edit);
  }

  #showStatus(): void {
    if (!this.#client?.showsStatus) return;
    const reports = this.#documents.all.map(({ uri }) => this.#documents.lastReport(uri));
    const isLinted = reports.some((report) => report?.linted);
    const { last } = this.#failures;
    void this.#connection.sendNotification(STATUS, {
      state: last === null ? (isLinted ? "linting" : "idle") : "failed",
      message: last ?? "",
    });
  }
}

/** Returns a document that does not change while an answer about it is made. */
function snapshotOf(document: TextDocument): TextDocument {
  const { uri, languageId, version } = document;
  return TextDocument.create(uri, languageId, version, document.getText());
}

/** Returns the paths of the folders; an old client names one root. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- Old clients have no folders.
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const folders = workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }]);
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}

/** Returns the path of a file's address, or null. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** Returns a range of the protocol, which counts from 0, as positions that count from 1. */
function selectionOf({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
