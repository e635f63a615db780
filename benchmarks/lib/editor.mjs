import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createProtocolConnection } from "vscode-languageserver/node";

const SERVER = fileURLToPath(
  new URL("../../packages/language-server/bin/gopherwood-language-server.js", import.meta.url),
);

/** A client of a language server of its own, with one Go file open. */
export class Editor {
  /** The text of the file, and the place after it. */
  text;
  end;
  #uri;
  #server;
  #connection;
  /** The functions to call once a version is linted, by version. */
  #waiting = new Map();

  constructor(file) {
    const path = resolve(file);
    this.#uri = pathToFileURL(path).href;
    this.text = readFileSync(path, "utf8");
    this.end = placeAfter(this.text);
    this.#server = spawn(process.execPath, [SERVER, "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#connection = createProtocolConnection(this.#server.stdout, this.#server.stdin);
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ version }) => {
      this.#waiting.get(version)?.();
    });
    this.#connection.listen();
  }

  /** Starts the server, and waits for the first findings. */
  async open() {
    await this.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: dirname(this.#uri),
      capabilities: {},
    });
    await this.#connection.sendNotification("initialized", {});
    const opened = this.linted(0);
    const { text } = this;
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: this.#uri, languageId: "go", version: 0, text },
    });
    await opened;
  }

  /** Sends an edit, which makes a version. */
  async edit(version, edit) {
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri, version },
      contentChanges: [edit],
    });
  }

  /** Waits until the findings of a version are shown. */
  linted(version) {
    return new Promise((done) => this.#waiting.set(version, done));
  }

  /** Returns the resident memory of the server in MB. Linux only. */
  get memory() {
    const status = readFileSync(`/proc/${this.#server.pid}/status`, "utf8");
    return Math.round(Number(/^VmRSS:\s+(\d+)/mu.exec(status)[1]) / 1024);
  }

  async close() {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    this.#connection.dispose();
  }
}

/** Returns the place after a text that stands at another place, or at the start. */
export function placeAfter(text, { line, character } = { line: 0, character: 0 }) {
  const lines = text.split("\n");
  const last = lines.at(-1).length;
  return lines.length === 1
    ? { line, character: character + last }
    : { line: line + lines.length - 1, character: last };
}
