import type { LintedFile } from "@gopherwood/core/documents";
import {
  MessageType,
  ShowMessageNotification,
  type Connection,
} from "vscode-languageserver/node";
import { EngineStopped } from "./engine/engine.ts";

/** Tells the user what went wrong, of each thing once. */
export class Failures {
  readonly #connection: Connection;
  readonly #told = new Set<string>();
  #last: string | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The last failure since a config was loaded, or null. */
  get last(): string | null {
    return this.#last;
  }

  /** @param path Of the file that was linted. */
  add(path: string, error: unknown): void {
    if (!(error instanceof EngineStopped)) this.#tell(messageOf(error));
    else if (error.isCulprit) {
      this.#tell(
        `${path}: a rule does not come to an end. The file is linted again when it changes.`,
      );
    }
  }

  /** Tells of rules that threw. */
  addProblems(problems: LintedFile["problems"]): void {
    for (const { path, line, ruleId, message } of problems) {
      const place = line === undefined ? path : `${path}:${line}`;
      this.#tell(
        ruleId === undefined ? `${place}: ${message}` : `${ruleId}: ${message} (${place})`,
        ruleId,
      );
    }
  }

  /** Forgets what was told: a config changed. */
  forget(): void {
    this.#told.clear();
    this.#last = null;
  }

  /** @param key Of what is told once. */
  #tell(message: string, key = message): void {
    this.#last = message;
    this.#connection.console.error(message);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    // The connection's own method asks for an answer, which some clients wait for.
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `Gopherwood: ${message}`,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
