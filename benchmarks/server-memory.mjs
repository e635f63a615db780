/**
 * Prints the memory of a language server while somebody edits a file: lines of a function are
 * written and taken back, edit by edit, and each burst of edits is linted. Linux only.
 *
 *   node benchmarks/server-memory.mjs FILE [--edits 10000] [--burst 10]
 *
 * The file keeps its text. It needs a gopherwood.config.js beside it or above.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createProtocolConnection } from "vscode-languageserver/node";

const SERVER = fileURLToPath(
  new URL("../packages/language-server/bin/gopherwood-language-server.js", import.meta.url),
);
const TYPED = '\nfunc typed() error {\n\treturn fmt.Errorf("%w", errTyped)\n}\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: "string", default: "10000" },
    burst: { type: "string", default: "10" },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name a Go file.");
const [edits, burst] = [Number(values.edits), Number(values.burst)];
const path = resolve(file);
const uri = pathToFileURL(path).href;
const text = readFileSync(path, "utf8");
const end = { line: text.split("\n").length - 1, character: text.split("\n").at(-1).length };

const server = spawn(process.execPath, [SERVER, "--stdio"], {
  stdio: ["pipe", "pipe", "inherit"],
});
const connection = createProtocolConnection(server.stdout, server.stdin);
let isPublished = () => {};
connection.onNotification("textDocument/publishDiagnostics", ({ version }) => {
  isPublished(version);
});
connection.listen();
await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(dirname(path)).href,
  capabilities: {},
});
await connection.sendNotification("initialized", {});

const opened = published(0);
await connection.sendNotification("textDocument/didOpen", {
  textDocument: { uri, languageId: "go", version: 0, text },
});
await opened;
let written = 0;
for (let version = 1; version <= edits; version += 1) {
  const isLast = version % burst === 0;
  const linted = isLast ? published(version) : undefined;
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [edit(version)],
  });
  await linted;
  if (version % (edits / 10) === 0) console.log(`${version} edits: ${megabytes()} MB`);
}
await connection.sendRequest("shutdown");
await connection.sendNotification("exit");

/** Returns the edit that writes the next character, or takes all of them back. */
function edit(version) {
  const lines = TYPED.slice(0, written).split("\n");
  const cursor =
    lines.length === 1
      ? { line: end.line, character: end.character + written }
      : { line: end.line + lines.length - 1, character: lines.at(-1).length };
  if (written === TYPED.length || version % 97 === 0) {
    written = 0;
    return { range: { start: end, end: cursor }, text: "" };
  }
  written += 1;
  return { range: { start: cursor, end: cursor }, text: TYPED[written - 1] };
}

/** Waits until a version is linted. */
function published(version) {
  return new Promise((done) => {
    isPublished = (found) => {
      if (found === version) done();
    };
  });
}

/** Returns the resident memory of the server. */
function megabytes() {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Math.round(Number(/^VmRSS:\s+(\d+)/mu.exec(status)[1]) / 1024);
}
