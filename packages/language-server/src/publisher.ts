import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Documents } from "./documents.ts";
import type { Failures } from "./failures.ts";
import type { Report } from "./report.ts";
import type { Session } from "./session.ts";

/** The state of the server, for clients that show it. */
const STATUS = "gopherwood/status";

/** Tells the client of new findings in open documents, and of the state of the server. */
export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #documents: Documents;
  readonly #failures: Failures;
  #needsRefresh = false;

  constructor(
    connection: Connection,
    session: Session,
    documents: Documents,
    failures: Failures,
  ) {
    this.#connection = connection;
    this.#session = session;
    this.#documents = documents;
    this.#failures = failures;
  }

  /** @param isOutdated True if the client asked for an earlier report, and has to ask again. */
  reported({ uri }: TextDocument, report: Report, isOutdated: boolean): void {
    if (!this.#session.client.pullsDiagnostics) {
      const diagnostics = [...report.diagnostics];
      void this.#connection.sendDiagnostics({ uri, version: report.version, diagnostics });
    } else if (isOutdated) {
      this.#askToPull();
    }
    this.showStatus();
  }

  /** Takes back the findings of a document that was closed. */
  closed({ uri }: TextDocument): void {
    if (this.#session.client.pullsDiagnostics) return;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Tells the client to ask for code lenses again. */
  refreshCodeLenses(): void {
    if (!this.#session.client.refreshesCodeLenses) return;
    void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  showStatus(): void {
    if (!this.#session.client.showsStatus) return;
    const reports = this.#documents.all.map(({ uri }) => this.#documents.lastReport(uri));
    const isLinted = reports.some((report) => report?.linted);
    const { last } = this.#failures;
    void this.#connection.sendNotification(STATUS, {
      state: last === null ? (isLinted ? "linting" : "idle") : "failed",
      message: last ?? "",
    });
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
}
