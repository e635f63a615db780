import type { Diagnostic } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { EngineStopped, type Engine } from "./engine/engine.ts";
import type { LintedDocument } from "./engine/linted-document.ts";
import { isPart, isShown, isWhole, knownOf, type LintKind, type Report } from "./report.ts";
import { pathOf } from "./uri.ts";

/** The server, as documents need it. */
export interface DocumentsHost {
  /** Waits until the settings are read. */
  settingsRead(): Promise<void>;
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

/** A Go file that is open. */
export interface OpenDocument {
  readonly document: TextDocument;
  /** Absolute. */
  readonly path: string;
  /** True if its text may differ from that of its file. */
  readonly isEdited: boolean;
}

interface State extends OpenDocument {
  report: Report | undefined;
  /** The last result that the client asked for. */
  answered: string | undefined;
  /** The number of its requests for diagnostics that are not answered. */
  asked: number;
  /** The version whose text the engine has. */
  version: number;
  timer: NodeJS.Timeout | undefined;
  isClosed: boolean;
  /** True if other documents have not been linted since it changed. */
  isChanged: boolean;
  isEdited: boolean;
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

  get(uri: string): OpenDocument | undefined {
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
      asked: 0,
      version: document.version,
      timer: undefined,
      isClosed: false,
      isChanged: false,
      isEdited: false,
      hungVersion: undefined,
      waiting: new Set(),
    };
    this.#states.set(document.uri, state);
    this.#host.engineFor(path).change(path, document.getText());
    void this.#first(state);
  }

  change({ uri }: TextDocument): void {
    const state = this.#states.get(uri);
    // A document that is opened counts as changed as well.
    if (!state || state.version === state.document.version) return;
    state.version = state.document.version;
    this.#edits += 1;
    state.isChanged = true;
    state.isEdited = true;
    clearTimeout(state.timer);
    this.#host.engineFor(state.path).change(state.path, state.document.getText());
    if (!this.#host.isLintedWhileTyping()) return;
    const changed = performance.now();
    state.timer = setTimeout(() => {
      void this.#lint(state, "typing").then(() => {
        // After another edit the timer is that edit's.
        if (state.isClosed || state.report?.version !== state.document.version) return;
        const rest = Math.max(0, SETTLE - (performance.now() - changed));
        state.timer = setTimeout(() => void this.#settle(state), rest);
      });
    }, DEBOUNCE);
  }

  async save({ uri }: TextDocument): Promise<void> {
    const state = this.#states.get(uri);
    if (!state) return;
    state.isEdited = false;
    await this.#settle(state);
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

  /**
   * Returns the report of the latest version of a document; null if it is not or no longer open.
   *
   * @param isEnough Says which reports will do. Default: those with all findings, but for what
   *   the last edits change in other files.
   */
  async report(uri: string, isEnough = isWhole): Promise<Report | null> {
    for (;;) {
      const state = this.#states.get(uri);
      if (!state) return null;
      const { report, document } = state;
      const isLatest = report?.version === document.version;
      if (report && (isLatest ? isEnough(report) : !this.#host.isLintedWhileTyping())) {
        return report;
      }
      await new Promise<void>((resolve) => state.waiting.add(resolve));
    }
  }

  /** Returns what there is to show, and takes note that the client has it. */
  async answer(uri: string): Promise<Report | null> {
    const state = this.#states.get(uri);
    if (!state) return null;
    state.asked += 1;
    const report = await this.report(uri, isShown);
    state.asked -= 1;
    if (report) state.answered = report.resultId;
    return report;
  }

  /** Lints a new document: where the project is not read yet, step by step. */
  async #first(state: State): Promise<void> {
    const { version } = state.document;
    // After an edit the steps are those of the edit.
    const isCurrent = () => state.document.version === version;
    for (const kind of ["package", "imports"] as const) {
      const { isCold } = this.#host.engineFor(state.path);
      if (isCold && isCurrent()) await this.#lint(state, kind);
    }
    if (isCurrent()) await this.#settle(state);
  }

  async #settle(state: State): Promise<void> {
    clearTimeout(state.timer);
    await this.#lint(state, "whole");
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
      if (!state.isClosed) await this.#lint(state, "whole");
    }
  }

  async #lint(state: State, kind: LintKind): Promise<void> {
    const { version } = state.document;
    if (state.isClosed || state.hungVersion === version) return;
    const linted = await this.#ask(state, kind);
    if (linted === "again") {
      await this.#lint(state, kind);
      return;
    }
    await this.#host.settingsRead();
    if (state.isClosed || state.document.version !== version) return;
    // It says nothing: there may be no config, or the file cannot be read without others.
    if (isPart(kind) && !linted) return;
    const all = linted ? this.#host.diagnosticsOf(linted) : [];
    const before = state.report;
    const isHeldBack = kind === "typing" && linted?.isBroken === true;
    const diagnostics = isHeldBack ? knownOf(all, before?.diagnostics ?? []) : all;
    const isSame = before && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics);
    if (!isSame) this.#lastResult += 1;
    const resultId = isSame ? before.resultId : String(this.#lastResult);
    state.report = { version, linted, diagnostics, kind, resultId };
    if (!isSame || before.version !== version) {
      const { answered, asked } = state;
      const isOutdated = answered !== undefined && answered !== resultId && asked === 0;
      this.#host.reported(state.document, state.report, isOutdated);
    }
    wake(state);
  }

  async #ask(state: State, kind: LintKind): Promise<LintedDocument | null | "again"> {
    const { path, version } = state;
    try {
      const engine = this.#host.engineFor(path);
      if (kind === "whole") return await engine.ask("lint", path);
      if (kind === "typing") return await engine.ask("lintWhileTyping", path);
      return await engine.ask("lintWithin", path, kind);
    } catch (error) {
      if (error instanceof EngineStopped && !error.isCulprit) return "again";
      // While somebody types no rule has a limit: the whole lint says which one hangs.
      if (error instanceof EngineStopped && kind === "typing") {
        return await this.#ask(state, "whole");
      }
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

/** Returns the path of a Go file from its address; null for anything else. */
function goFileOf(uri: string): string | null {
  return uri.startsWith("file:") && uri.endsWith(".go") ? pathOf(uri) : null;
}
