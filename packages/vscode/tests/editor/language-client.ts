import { editor } from "./vscode.ts";

export const TransportKind = { ipc: "ipc" };

type Next = (...request: readonly unknown[]) => unknown;

interface ClientOptions {
  readonly middleware: {
    readonly provideWorkspaceDiagnostics: (...request: readonly unknown[]) => unknown;
  };
}

/** The clients that were made, the last one last. */
export const clients: LanguageClient[] = [];

/** Stands for the client of the language server: it starts none. */
export class LanguageClient {
  readonly parts: readonly unknown[];
  readonly #options: ClientOptions;
  readonly #listeners = new Map<string, (sent: object) => void>();

  constructor(id: string, name: string, server: object, options: ClientOptions) {
    this.parts = [id, name, server, options];
    this.#options = options;
    clients.push(this);
  }

  onNotification(method: string, listener: (sent: object) => void): void {
    this.#listeners.set(method, listener);
  }

  /** Sends the extension a notification of the server. */
  notify(method: string, sent: object): void {
    this.#listeners.get(method)?.(sent);
  }

  /** Asks the extension for diagnostics of the workspace, and `next` if it lets them through. */
  pull(next: Next): unknown {
    return this.#options.middleware.provideWorkspaceDiagnostics("ids", "token", "report", next);
  }

  start(): void {
    editor.actions.push(["start"]);
  }

  dispose(): void {
    editor.actions.push(["stop"]);
  }
}
