import { pathToFileURL } from "node:url";
import type { CancellationToken, Connection, Diagnostic } from "vscode-languageserver/node";
import type { DocumentsHost } from "./documents.ts";

/** The server, as the lint of a workspace needs it. */
export interface WorkspaceHost extends DocumentsHost {
  isOpen(path: string): boolean;
}

/** The findings in files that are not open, after the workspace was linted. */
export class WorkspaceLint {
  readonly #connection: Connection;
  readonly #host: WorkspaceHost;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();

  constructor(connection: Connection, host: WorkspaceHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /**
   * Lints all Go files of some directories, and shows the findings of those that are not open.
   *
   * @param showsProgress True if the client can show how far it is, and cancel it.
   */
  async run(roots: readonly string[], showsProgress: boolean): Promise<void> {
    const progress = showsProgress
      ? await this.#connection.window.createWorkDoneProgress()
      : undefined;
    progress?.begin("Gopherwood: linting the workspace", 0, undefined, true);
    try {
      await this.#run(roots, progress?.token, (done, total) => {
        progress?.report(Math.round((100 * done) / total), `${done} of ${total} files`);
      });
    } finally {
      progress?.done();
    }
  }

  async #run(
    roots: readonly string[],
    token: CancellationToken | undefined,
    report: (done: number, total: number) => void,
  ): Promise<void> {
    const files = await filesOf(roots, this.#host);
    for (const [index, path] of files.entries()) {
      if (token?.isCancellationRequested) return;
      await this.#lint(path);
      report(index + 1, files.length);
    }
  }

  /** Lints files that changed, of those that have findings. */
  async refresh(paths: readonly string[]): Promise<void> {
    for (const path of paths) if (this.#diagnostics.has(path)) await this.#lint(path);
  }

  /** Takes back the findings of a file that is opened. */
  opened(path: string): void {
    if (this.#diagnostics.has(path)) this.#send(path, []);
  }

  /** Shows the findings of a file that is closed. */
  async closed(path: string): Promise<void> {
    if (this.#diagnostics.has(path)) await this.#lint(path);
  }

  async #lint(path: string): Promise<void> {
    if (this.#host.isOpen(path)) {
      this.#diagnostics.set(path, []);
      return;
    }
    const diagnostics = await lintFile(path, this.#host);
    const known = this.#diagnostics.get(path) ?? [];
    if (known.length > 0 || diagnostics.length > 0) this.#send(path, diagnostics);
    this.#diagnostics.set(path, diagnostics);
  }

  #send(path: string, diagnostics: Diagnostic[]): void {
    const uri = pathToFileURL(path).href;
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}

/** Returns the Go files of some directories that the command line would lint, each once. */
export async function filesOf(
  roots: readonly string[],
  host: WorkspaceHost,
): Promise<readonly string[]> {
  const lists = await Promise.all(
    roots.map((root) => host.engineFor(`${root}/x.go`).ask("filesIn", root)),
  );
  return [...new Set(lists.flat())];
}

/** Returns the diagnostics of a file by its path; none if it cannot be linted. */
export async function lintFile(path: string, host: WorkspaceHost): Promise<Diagnostic[]> {
  try {
    const linted = await host.engineFor(path).ask("lint", path);
    return linted ? host.diagnosticsOf(linted) : [];
  } catch (error) {
    host.failed(path, error);
    return [];
  }
}
