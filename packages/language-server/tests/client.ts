import { afterAll } from "@jest/globals";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { SourceServer, type Server } from "./servers.ts";

/** The parts of a client that a test can choose. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly server?: Server;
}

/** All the capabilities that the server makes use of, but for pulled diagnostics. */
export const PUSHES: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { resolveSupport: { properties: ["edit"] } },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

export const PULLS: ClientCapabilities = {
  ...PUSHES,
  textDocument: { ...PUSHES.textDocument, diagnostic: {} },
  workspace: { ...PUSHES.workspace, diagnostics: { refreshSupport: true } },
};

/** Milliseconds that a test waits for the server, which may have to start. */
const PATIENCE = 60_000;

/** The requests of the server. */
const ANSWERED = [
  "client/registerCapability",
  "window/showDocument",
  "window/workDoneProgress/create",
  "workspace/applyEdit",
  "workspace/codeLens/refresh",
  "workspace/diagnostic/refresh",
];

/** An editor that speaks to a server. */
export class Client implements AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** The messages that the user was shown. */
  readonly shown: string[] = [];
  /** The methods of the server's requests, in their order. */
  readonly requests: string[] = [];
  readonly #documents = new Map<string, TextDocument>();
  #settings: Readonly<Record<string, unknown>>;
  readonly #server: Server;
  #isShared = false;

  private constructor(server: Server, settings: Readonly<Record<string, unknown>>) {
    this.#server = server;
    this.#settings = settings;
    this.connection = server.connection;
    this.#listen();
  }

  /** Starts a server for directories, by default one of the sources. */
  static async start(
    roots: readonly string[],
    { capabilities = PUSHES, settings = {}, server = new SourceServer() }: ClientOptions = {},
  ): Promise<Client> {
    const client = new Client(server, settings);
    await client.connection.sendRequest("initialize", {
      // A server looks whether the process of its client lives, which may be its own.
      processId: null,
      rootUri: null,
      workspaceFolders: roots.map((root) => ({ uri: pathToFileURL(root).href, name: root })),
      capabilities,
    });
    await client.notify("initialized", {});
    return client;
  }

  /**
   * Returns a function that gives each test of a file the same client, with the settings that
   * the test chooses: for tests that need no server of their own.
   */
  static shared(): (settings?: ClientOptions["settings"]) => Promise<Client> {
    let started: Promise<Client> | undefined;
    afterAll(async () => {
      const client = await started;
      if (client) await client.#server.end();
    });
    return async (settings = {}) => {
      const client = await (started ??= Client.start([]));
      client.#isShared = true;
      await client.configure(settings);
      return client;
    };
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.published.push(params as PublishDiagnosticsParams);
    });
    connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    connection.onRequest("workspace/configuration", () => [this.#settings]);
    for (const method of ANSWERED) {
      connection.onRequest(method, (params: unknown) => {
        this.requests.push(method);
        if (method !== "workspace/applyEdit") return null;
        this.apply((params as { edit: WorkspaceEdit }).edit);
        return { applied: true };
      });
    }
    connection.listen();
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = "go"): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Gives a document another text, by the edits in between or as a whole. */
  async change(uri: string, text: string, edits?: readonly TextEdit[]): Promise<void> {
    const version = this.document(uri).version + 1;
    this.#documents.set(uri, TextDocument.create(uri, "go", version, text));
    const contentChanges = edits?.map(({ range, newText }) => ({ range, text: newText }));
    await this.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: contentChanges ?? [{ text }],
    });
  }

  async save(uri: string): Promise<void> {
    await this.notify("textDocument/didSave", { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = settings;
    await this.notify("workspace/didChangeConfiguration", { settings: null });
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 }));
    await this.notify("workspace/didChangeWatchedFiles", { changes });
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  /** Applies an edit, whose versions must be those of the documents. */
  apply({ documentChanges, changes }: WorkspaceEdit): void {
    for (const change of documentChanges ?? []) {
      if (!("textDocument" in change) || !("edits" in change)) throw new Error("No text edit.");
      const { uri, version } = change.textDocument;
      if (version !== this.document(uri).version)
        throw new Error("An edit of another version.");
      this.#edit(uri, change.edits as TextEdit[]);
    }
    for (const [uri, edits] of Object.entries(changes ?? {})) this.#edit(uri, edits);
  }

  #edit(uri: string, edits: TextEdit[]): void {
    const document = this.document(uri);
    const text = TextDocument.applyEdits(document, edits);
    this.#documents.set(uri, TextDocument.create(uri, "go", document.version, text));
  }

  /** Returns the messages that were last published for a document, once they are as expected. */
  async untilPublished(
    uri: string,
    isWanted: (messages: readonly string[]) => boolean,
  ): Promise<readonly string[]> {
    const last = () => this.published.findLast((params) => params.uri === uri);
    const messages = () => last()?.diagnostics.map(messageOf) ?? [];
    await until(
      () => last() !== undefined && isWanted(messages()),
      () => JSON.stringify(this.published.slice(-3)),
    );
    return messages();
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return await this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async pulledMessages(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === "full" ? report.items.map(messageOf) : [];
  }

  async codeActions(
    uri: string,
    range: Range,
    only?: readonly string[],
  ): Promise<CodeAction[]> {
    const diagnostics: Diagnostic[] = [];
    return await this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only && { only }) },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (this.#isShared ? this.#reset() : this.#server.end());
  }

  /** Closes all documents, and forgets what the server said. */
  async #reset(): Promise<void> {
    for (const uri of this.#documents.keys()) await this.close(uri);
    this.#documents.clear();
    // The server's words about them come before its answer to a request.
    await this.pull("untitled:");
    for (const list of [this.published, this.shown, this.requests]) list.length = 0;
  }
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** Waits for a condition. */
export async function until(isTrue: () => boolean, describe: () => string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`It did not happen: ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Returns the range of the first place of a text in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start === -1) throw new Error(`'${text}' is not in the document.`);
  return {
    start: document.positionAt(start),
    end: document.positionAt(start + text.length),
  };
}
