import { LanguageStatusSeverity, languages, type LanguageStatusItem } from "vscode";

/** The state of the server, as it says it. */
export interface ServerStatus {
  readonly state: "idle" | "linting" | "failed";
  /** The failure in words. */
  readonly message: string;
}

const TEXTS = {
  idle: "Gopherwood: no config",
  linting: "Gopherwood",
  failed: "Gopherwood: failed",
} as const;

/** The item that shows the state of the server beside that of Go's. */
export class Status {
  readonly #item: LanguageStatusItem;

  constructor() {
    this.#item = languages.createLanguageStatusItem("gopherwood", { language: "go" });
    this.#item.name = "Gopherwood";
    this.#item.command = { title: "Show Output", command: "gopherwood.showOutput" };
    this.show({ state: "idle", message: "" });
  }

  show({ state, message }: ServerStatus): void {
    this.#item.text = TEXTS[state];
    this.#item.detail = message;
    this.#item.severity =
      state === "failed" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  }

  /** Says that nothing runs before the workspace is trusted. */
  showRestricted(): void {
    this.#item.text = "Gopherwood: restricted";
    this.#item.detail = "A config is code: trust the workspace to lint it.";
    this.#item.severity = LanguageStatusSeverity.Warning;
    this.#item.command = {
      title: "Manage Trust",
      command: "workbench.trust.manage",
    };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
