import {
  TextDocuments,
  type Connection,
  type Diagnostic,
  type ExecuteCommandParams,
  type InitializeResult,
  type Range,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { capabilitiesFor } from "./capabilities.ts";
import { Documents } from "./documents.ts";
import type { LintedDocument } from "./engine/linted-document.ts";
import { Failures } from "./failures.ts";
import { COMMANDS } from "./features/commands.ts";
import { diagnosticsOf } from "./features/diagnostics.ts";
import { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import type { RequestContext } from "./requests/context.ts";
import { codeLensesIn, diagnosticsIn, hoverAt } from "./requests/findings.ts";
import { allFixes, codeActionsAt, fixesOnSave, resolveAction } from "./requests/fixes.ts";
import { Session } from "./session.ts";
import { pathOf } from "./uri.ts";
import { version } from "./version.generated.ts";
import { FileTimes, sortChanges } from "./watching.ts";
import { WorkspaceLint } from "./workspace-lint.ts";
import { WorkspacePull } from "./workspace-pull.ts";

/** Lints Go documents for one client. */
export class LanguageServer {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #documents: Documents;
  readonly #workspaceLint: WorkspaceLint;
  readonly #workspacePull: WorkspacePull;
  readonly #failures: Failures;
  readonly #publisher: Publisher;
  readonly #fileTimes = new FileTimes();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#session = new Session(connection);
    this.#failures = new Failures(connection);
    const host = {
      settingsRead: () => this.#session.ready,
      engineFor: (path: string) => this.#session.engines.engineFor(path),
      diagnosticsOf: (linted: LintedDocument) => this.#diagnosticsOf(linted),
      isLintedWhileTyping: () => this.#session.settings.run === "onType",
      isOpen: (path: string) => this.#documents.isOpen(path),
      failed: (path: string, error: unknown) => {
        this.#failures.add(path, error);
        this.#publisher.showStatus();
      },
      reported: (document: TextDocument, report: Report, isOutdated: boolean) => {
        this.#publisher.reported(document, report, isOutdated);
      },
    };
    this.#documents = new Documents(host);
    this.#workspaceLint = new WorkspaceLint(connection, host);
    this.#workspacePull = new WorkspacePull(host);
    this.#publisher = new Publisher(connection, this.#session, this.#documents, this.#failures);
  }

  /** Serves the client until it ends. */
  listen(): void {
    this.#listenToSession();
    this.#listenToRequests();
    this.#listenToTexts();
    this.#texts.listen(this.#connection);
    this.#connection.listen();
  }

  /** Listens to the start, the end, and what changes meanwhile. */
  #listenToSession(): void {
    const connection = this.#connection;
    connection.onInitialize((params): InitializeResult => {
      this.#session.start(params);
      return {
        serverInfo: { name: "gopherwood-language-server", version },
        capabilities: capabilitiesFor(this.#session.client),
      };
    });
    connection.onInitialized(() => {
      this.#session.readSettings();
      void this.#session.register(() => {
        this.#workspacePull.release();
      });
    });
    connection.onShutdown(() => {
      this.#documents.closeAll();
      this.#workspacePull.release();
      this.#session.engines.stop();
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#session.readSettings((settings as { gopherwood?: unknown } | null)?.gopherwood);
      void this.#session.ready.then(() => {
        this.#workspacePull.changed();
        return this.#refresh();
      });
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      void this.#filesChanged(changes.flatMap(({ uri }) => pathOf(uri) ?? []));
    });
  }

  #listenToRequests(): void {
    const connection = this.#connection;
    const context: RequestContext = {
      session: this.#session,
      documents: this.#documents,
      failures: this.#failures,
    };
    connection.onCodeAction((params) => codeActionsAt(context, params));
    connection.onCodeActionResolve((action) => resolveAction(context, action));
    connection.onHover((params) => hoverAt(context, params));
    connection.onCodeLens(({ textDocument }) => codeLensesIn(context, textDocument.uri));
    connection.onExecuteCommand((params) => this.#execute(context, params));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      diagnosticsIn(context, textDocument.uri, previousResultId),
    );
    connection.languages.diagnostics.onWorkspace(async (params, ...answering) => {
      await this.#session.ready;
      return await this.#workspacePull.answer(this.#session.roots, params, ...answering);
    });
    this.#texts.onWillSaveWaitUntil(({ document }) => fixesOnSave(context, document));
  }

  #listenToTexts(): void {
    this.#texts.onDidOpen(({ document }) => {
      this.#opened(document);
    });
    this.#texts.onDidChangeContent(({ document }) => {
      this.#documents.change(document);
    });
    this.#texts.onDidSave(({ document }) => {
      void this.#saved(document);
    });
    this.#texts.onDidClose(({ document }) => {
      this.#closed(document);
    });
  }

  #diagnosticsOf(linted: LintedDocument): Diagnostic[] {
    this.#failures.addProblems(linted.problems);
    const { settings } = this.#session;
    return settings.enable ? diagnosticsOf(linted, settings) : [];
  }

  #opened(document: TextDocument): void {
    this.#documents.open(document);
    const opened = this.#documents.get(document.uri);
    if (!opened) return;
    this.#workspaceLint.opened(opened.path);
    void this.#checkTimes();
  }

  async #saved(document: TextDocument): Promise<void> {
    if (!this.#session.client.watchesFiles) {
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
    this.#publisher.closed(document);
    void this.#workspaceLint.closed(closed.path);
  }

  /** Looks for configs that changed, where the client does not say so. */
  async #checkTimes(): Promise<void> {
    const { client, engines } = this.#session;
    if (client.watchesFiles) return;
    const changed = this.#fileTimes.changed(await engines.configFiles());
    if (changed.length > 0) await this.#filesChanged(changed);
  }

  async #filesChanged(paths: readonly string[]): Promise<void> {
    const { engines } = this.#session;
    const { sources, areConfigs } = sortChanges(paths, await engines.configFiles());
    if (sources.length > 0) engines.filesChanged(sources);
    if (areConfigs) {
      this.#failures.forget();
      const open = this.#documents.all.flatMap(({ uri }) => this.#documents.get(uri) ?? []);
      const failures = await engines.renew(open.map(({ path }) => path));
      for (const failure of failures) this.#failures.add("", failure);
    }
    if (sources.length === 0 && !areConfigs) return;
    this.#workspacePull.changed();
    await this.#refresh();
    await this.#workspaceLint.refresh(sources);
    this.#publisher.showStatus();
  }

  async #refresh(): Promise<void> {
    await this.#documents.refresh();
    this.#publisher.refreshCodeLenses();
  }

  async #execute(
    context: RequestContext,
    { command, arguments: given = [] }: ExecuteCommandParams,
  ): Promise<void> {
    const [first, second] = given as unknown[];
    const { window, workspace } = this.#connection;
    if (command === COMMANDS.lintWorkspace) {
      const { roots, client } = this.#session;
      await this.#workspaceLint.run(roots, client.showsProgress);
    } else if (command === COMMANDS.fixAll) {
      const edit = await allFixes(context, String(first));
      if (edit) await workspace.applyEdit(edit);
    } else if (command === COMMANDS.openPage && /^https?:/u.test(String(first))) {
      await window.showDocument({ uri: String(first), external: true });
    } else if (command === COMMANDS.select && this.#documents.get(String(first))) {
      const selection = second as Range;
      await window.showDocument({ uri: String(first), takeFocus: true, selection });
    }
  }
}
