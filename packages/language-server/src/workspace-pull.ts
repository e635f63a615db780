import { pathToFileURL } from "node:url";
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { lintFile, filesOf, type WorkspaceHost } from "./workspace-lint.ts";

interface Known {
  readonly diagnostics: readonly Diagnostic[];
  readonly resultId: string;
  /** The revision of the workspace that was linted. */
  readonly revision: number;
}

const { Full, Unchanged } = DocumentDiagnosticReportKind;

/** Answers requests for the diagnostics of all files. Open documents are asked for one by one. */
export class WorkspacePull {
  readonly #host: WorkspaceHost;
  readonly #known = new Map<string, Known>();
  readonly #waiting = new Set<() => void>();
  #revision = 0;
  #lastResult = 0;

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /** Lints every file again at the next request: files, configs or settings changed. */
  changed(): void {
    this.#revision += 1;
    this.release();
  }

  /** Ends the requests that wait, so that the client asks again. */
  release(): void {
    for (const end of this.#waiting) end();
    this.#waiting.clear();
  }

  /**
   * Returns the reports of files that are not open, unchanged ones included. If the client takes
   * reports one by one it gets those that changed, and the answer waits until there are some.
   */
  async answer(
    roots: readonly string[],
    { previousResultIds }: Pick<WorkspaceDiagnosticParams, "previousResultIds">,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    stream: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const gone = new Set(known.keys());
    const revision = this.#revision;
    let isChanged = false;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (item: WorkspaceDocumentDiagnosticReport) => {
      // A file without findings is news for a client that knows of some.
      if (item.kind === Full && item.items.length === 0 && !known.has(item.uri)) return;
      isChanged ||= item.kind === Full;
      if (!stream) items.push(item);
      else if (item.kind === Full) stream.report({ items: [item] });
    };
    progress.begin("Gopherwood: linting the workspace", 0, undefined, true);
    const files = await filesOf(roots, this.#host);
    for (const [index, path] of files.entries()) {
      if (token.isCancellationRequested) break;
      const uri = pathToFileURL(path).href;
      if (!this.#host.isOpen(path)) add(await this.#reportOf(path, uri, known.get(uri)));
      gone.delete(uri);
      const done = Math.round((100 * (index + 1)) / files.length);
      progress.report(done, `${index + 1} of ${files.length} files`);
    }
    progress.done();
    if (token.isCancellationRequested) return { items };
    for (const uri of gone) add({ kind: Full, uri, version: null, items: [] });
    if (stream && !isChanged && revision === this.#revision) await this.#change(token);
    return { items };
  }

  async #reportOf(
    path: string,
    uri: string,
    previous: string | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport> {
    const { diagnostics, resultId } = await this.#lint(path);
    return previous === resultId
      ? { kind: Unchanged, uri, version: null, resultId }
      : { kind: Full, uri, version: null, resultId, items: [...diagnostics] };
  }

  async #lint(path: string): Promise<Known> {
    const known = this.#known.get(path);
    const revision = this.#revision;
    if (known?.revision === revision) return known;
    const diagnostics = await lintFile(path, this.#host);
    const isSame = JSON.stringify(known?.diagnostics) === JSON.stringify(diagnostics);
    if (!isSame) this.#lastResult += 1;
    const resultId = known && isSame ? known.resultId : `workspace ${this.#lastResult}`;
    const found = { diagnostics, resultId, revision };
    this.#known.set(path, found);
    return found;
  }

  /** Waits until `changed` or `release` is called, or the request is cancelled. */
  async #change(token: CancellationToken): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.add(resolve);
      token.onCancellationRequested(() => {
        this.#waiting.delete(resolve);
        resolve();
      });
    });
  }
}
