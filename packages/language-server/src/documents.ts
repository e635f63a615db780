import { fileURLToPath } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { EngineStopped, type Engine } from "./engine/engine.ts";
import type { LintedDocument } from "./engine/linted-document.ts";

/** What is known of a version of a document. */
export interface Report {
  readonly version: number;
  /** Null for a document that is not linted. */
  readonly linted: LintedDocument | null;
  /** What the client is told. */
  readonly diagnostics: readonly Diagnostic[];
  /** False while somebody types: findings may still be held back. */
  readonly isSettled: boolean;
  /** Changes with the diagnostics. */
  readonly resultId: string;
}

/** What documents need of the server. */
export interface DocumentsHost {
  engineFor(path: string): Engine;
  /** Returns the diagnostics to show of a linted document. */
  diagnosticsOf(linted: LintedDocument): Diagnostic[];
  /** Returns true if documents are linted while somebody types. */
  isLintedWhileTyping(): boolean;
  /**
   * Takes a report.
   *
   * @param isOutdated True if the client asked for an earlier one, and has to ask again.
   */
  reported(document: TextDocument, report: Report, isOutdated: boolean): void;
  /** Takes a failure: a config that cannot be used, or a rule that hangs. */
  failed(path: string, error: unknown): void;
}

/** In milliseconds: from the last edit to a lint, and to one that takes everything into account. */
const DEBOUNCE = 75;
const SETTLE = 300;

interface State {
  readonly document: TextDocument;
  readonly path: string;
  report: Report | undefined;
  /** The last result that the client asked for. */
  answered: string | undefined;
  /** The version whose text the engine has. */
  version: number;
  timer: NodeJS.Timeout | undefined;
  isClosed: boolean;
  /** True if other documents have not been linted since it changed. */
  isChanged: boolean;
  /** The version that a rule did not come to an end with. */
  hungVersion: number | undefined;
  readonly waiting: Set<() => void>;
}

/**
 * The open documents and what was last found in each. Of the versions of a document the latest
 * alone is reported.
 */
export class Documents {
  readonly #host: DocumentsHost;
  readonly #states = new Map<string, State>();
  /** Counts edits, so that work that they supersede can stop. */
  #edits = 0;
  #lastResult = 0;

  constructor(host: DocumentsHost) {
    this.#host = host;
  }

  get all(): readonly TextDocument[] {
    return [...this.#states.values()].map(({ document }) => document);
  }

  get(uri: string): { readonly document: TextDocument; readonly path: string } | undefined {
    return this.#states.get(uri);
  }

  isOpen(path: string): boolean {
    return [...this.#states.values()].some((state) => state.path === path);
  }

  open(document: TextDocument): void {
    const path = goFileOf(document.uri);
    if (path === null) return;
    const state: State = {
      document,
      path,
      report: undefined,
      answered: undefined,
      version: document.version,
      timer: undefined,
      isClosed: false,
      isChanged: false,
      hungVersion: undefined,
      waiting: new Set(),
    };
    this.#states.set(document.uri, state);
    this.#host.engineFor(path).change(path, document.getText());
    void this.#settle(state);
  }

  change({ uri }: TextDocument): void {
    const state = this.#states.get(uri);
    // A document that is opened counts as changed as well.
    if (!state || state.version === state.document.version) return;
    state.version = state.document.version;
    this.#edits += 1;
    state.isChanged = true;
    clearTimeout(state.timer);
    this.#host.engineFor(state.path).change(state.path, state.document.getText());
    if (!this.#host.isLintedWhileTyping()) return;
    const changed = performance.now();
    state.timer = setTimeout(() => {
      void this.#lint(state, false).then(() => {
        // After another edit the timer is that edit's.
        if (state.isClosed || state.report?.version !== state.document.version) return;
        const rest = Math.max(0, SETTLE - (performance.now() - changed));
        state.timer = setTimeout(() => void this.#settle(state), rest);
      });
    }, DEBOUNCE);
  }

  async save({ uri }: TextDocument): Promise<void> {
    const state = this.#states.get(uri);
    if (state) await this.#settle(state);
  }

  close({ uri }: TextDocument): void {
    const state = this.#states.get(uri);
    if (!state) return;
    this.#states.delete(uri);
    state.isClosed = true;
    clearTimeout(state.timer);
    this.#host.engineFor(state.path).close(state.path);
    wake(state);
  }

  /** Closes all documents. */
  closeAll(): void {
    for (const document of this.all) this.close(document);
  }

  /** Lints all documents again: files, configs or settings changed. */
  async refresh(): Promise<void> {
    await this.#lintAll([...this.#states.values()]);
  }

  /** Returns the last report of a document. */
  lastReport(uri: string): Report | undefined {
    return this.#states.get(uri)?.report;
  }

  /** Returns the report of the latest version of a document; null if it is not or no longer open. */
  async report(uri: string): Promise<Report | null> {
    for (;;) {
      const state = this.#states.get(uri);
      if (!state) return null;
      const { report, document } = state;
      const isLatest = report?.version === document.version;
      const isWhole = report?.isSettled === true || report?.linted?.isBroken === false;
      if (report && ((isLatest && isWhole) || !this.#host.isLintedWhileTyping())) return report;
      await new Promise<void>((resolve) => state.waiting.add(resolve));
    }
  }

  /** Returns the same report, and takes note that the client has it. */
  async answer(uri: string): Promise<Report | null> {
    const report = await this.report(uri);
    const state = this.#states.get(uri);
    if (state && report) state.answered = report.resultId;
    return report;
  }

  async #settle(state: State): Promise<void> {
    clearTimeout(state.timer);
    await this.#lint(state, true);
    if (!state.isChanged) return;
    state.isChanged = false;
    const others = [...this.#states.values()].filter((other) => other !== state);
    await this.#lintAll(others);
  }

  /** Lints documents one after the other, until somebody types. */
  async #lintAll(states: readonly State[]): Promise<void> {
    const edits = this.#edits;
    for (const state of states) {
      if (this.#edits !== edits) return;
      if (!state.isClosed) await this.#lint(state, true);
    }
  }

  async #lint(state: State, isSettled: boolean): Promise<void> {
    const { version } = state.document;
    if (state.isClosed || state.hungVersion === version) return;
    const linted = await this.#ask(state, isSettled);
    if (linted === "again") {
      await this.#lint(state, isSettled);
      return;
    }
    if (state.isClosed || state.document.version !== version) return;
    const all = linted ? this.#host.diagnosticsOf(linted) : [];
    const before = state.report;
    const isHeldBack = !isSettled && linted?.isBroken === true;
    const diagnostics = isHeldBack ? knownOf(all, before?.diagnostics ?? []) : all;
    const isSame = before && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics);
    if (!isSame) this.#lastResult += 1;
    const resultId = isSame ? before.resultId : String(this.#lastResult);
    state.report = { version, linted, diagnostics, isSettled, resultId };
    if (!isSame || before.version !== version) {
      const { answered, waiting } = state;
      const isOutdated = answered !== undefined && answered !== resultId && waiting.size === 0;
      this.#host.reported(state.document, state.report, isOutdated);
    }
    wake(state);
  }

  async #ask(state: State, isSettled: boolean): Promise<LintedDocument | null | "again"> {
    const { path, version } = state;
    try {
      const method = isSettled ? "lint" : "lintWhileTyping";
      return await this.#host.engineFor(path).ask(method, path);
    } catch (error) {
      if (error instanceof EngineStopped && !error.isCulprit) return "again";
      if (error instanceof EngineStopped) state.hungVersion = version;
      this.#host.failed(path, error);
      return null;
    }
  }
}

function wake({ waiting }: State): void {
  for (const resolve of waiting) resolve();
  waiting.clear();
}

/** Returns the diagnostics that were shown before, wherever they are now. */
function knownOf(
  diagnostics: readonly Diagnostic[],
  before: readonly Diagnostic[],
): Diagnostic[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, message }: Diagnostic) => JSON.stringify([code, message]);
  for (const known of before) counts.set(keyOf(known), (counts.get(keyOf(known)) ?? 0) + 1);
  return diagnostics.filter((diagnostic) => {
    const count = counts.get(keyOf(diagnostic)) ?? 0;
    counts.set(keyOf(diagnostic), count - 1);
    return count > 0;
  });
}

/** Returns the path of a Go file from its address; null for anything else. */
function goFileOf(uri: string): string | null {
  if (!uri.startsWith("file:") || !uri.endsWith(".go")) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
