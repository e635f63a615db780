import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  CancellationToken,
  CancellationTokenSource,
  ProgressType,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { Client, PULLS } from "./client.ts";
import { configWith, newWorkspace } from "./workspace.ts";

const FOO = "package p\n\nvar _ = foo\n";
const CLEAN = "package p\n";

type Ids = readonly { readonly uri: string; readonly value: string }[];

async function pull(
  client: Client,
  previousResultIds: Ids = [],
  tokens: object = {},
  token: CancellationToken = CancellationToken.None,
): Promise<WorkspaceDiagnosticReport> {
  const params = { previousResultIds, ...tokens };
  return await client.connection.sendRequest("workspace/diagnostic", params, token);
}

function idsOf({ items }: WorkspaceDiagnosticReport): Ids {
  return items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
}

function shown({ items }: WorkspaceDiagnosticReport): [string, string | number][] {
  return items.map((item) => [item.uri, item.kind === "full" ? item.items.length : item.kind]);
}

test("all files of all folders are reported, each with the config of its folder", async () => {
  using one = newWorkspace({
    "a.go": FOO,
    "b/b.go": FOO,
    "clean.go": CLEAN,
    "vendor/v.go": FOO,
  });
  using other = newWorkspace({
    "a.go": "package p\n\nfunc f() { foo := 1 }\n",
    "gopherwood.config.js": configWith({ "demo/types": "warn" }),
  });
  await using client = await Client.start([one.root, other.root], { capabilities: PULLS });
  const report = await pull(client);
  const messages = report.items.map((item) =>
    item.kind === "full" ? item.items.map(({ message }) => message) : [],
  );
  expect(shown(report).map(([uri]) => uri)).toEqual([
    one.uri("a.go"),
    one.uri("b/b.go"),
    other.uri("a.go"),
  ]);
  expect(messages).toEqual([["Write bar."], ["Write bar."], ["int"]]);
});

test("a file that did not change is not sent again, and one that is gone has no findings", async () => {
  using workspace = newWorkspace({ "a.go": FOO, "b.go": FOO, "c.go": FOO });
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  const ids = idsOf(await pull(client));
  expect(shown(await pull(client, ids)).map(([, kind]) => kind)).toEqual(
    Array<string>(3).fill("unchanged"),
  );
  workspace.write("a.go", `${FOO}var _ = foo\n`);
  workspace.write("b.go", CLEAN);
  rmSync(workspace.path("c.go"));
  await client.filesChanged(["a.go", "b.go", "c.go"].map((name) => workspace.uri(name)));
  expect(shown(await pull(client, ids))).toEqual([
    [workspace.uri("a.go"), 2],
    [workspace.uri("b.go"), 0],
    [workspace.uri("c.go"), 0],
  ]);
});

test("reports come one by one with progress; the next answer waits for a change", async () => {
  using workspace = newWorkspace({ "a.go": FOO, "b.go": FOO });
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  const parts: WorkspaceDiagnosticReport[] = [];
  const progress: string[] = [];
  client.connection.onProgress(
    new ProgressType<WorkspaceDiagnosticReport>(),
    "part",
    (part) => {
      parts.push(part);
    },
  );
  client.connection.onProgress(new ProgressType<{ kind: string }>(), "work", ({ kind }) => {
    progress.push(kind);
  });
  const tokens = { partialResultToken: "part", workDoneToken: "work" };
  expect(await pull(client, [], tokens)).toEqual({ items: [] });
  expect(parts.flatMap(shown)).toEqual([
    [workspace.uri("a.go"), 1],
    [workspace.uri("b.go"), 1],
  ]);
  expect(progress).toEqual(["begin", "report", "report", "end"]);
  const ids = parts.flatMap(idsOf);
  const waiting = pull(client, ids, tokens);
  workspace.write("b.go", CLEAN);
  await client.filesChanged([workspace.uri("b.go")]);
  await waiting;
  if (parts.length === 2) await pull(client, ids, tokens);
  expect(parts.slice(2).flatMap(shown)).toEqual([[workspace.uri("b.go"), 0]]);
  const cancel = new CancellationTokenSource();
  const cancelled = pull(client, parts.slice(0, 1).flatMap(idsOf), tokens, cancel.token);
  cancel.cancel();
  expect(await cancelled.catch(() => ({ items: [] }))).toEqual({ items: [] });
});

test("a file that is open is left to the requests for documents", async () => {
  using workspace = newWorkspace({ "a.go": FOO, "b.go": FOO });
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  await client.open(workspace.uri("a.go"), CLEAN);
  expect(shown(await pull(client))).toEqual([[workspace.uri("b.go"), 1]]);
  await client.close(workspace.uri("a.go"));
  expect(shown(await pull(client))).toHaveLength(2);
});

/** A core that finds its own version everywhere. */
const OTHER_CORE = `export class OpenDocuments {
  configFiles = [];
  change() {}
  close() {}
  filesIn(directory) { return [directory + "/a.go"]; }
  rulePage() { return null; }
  lint() {
    const message = { ruleId: null, severity: 1, line: 1, column: 1, message: "of another core" };
    return { result: { messages: [message] }, sites: [], declarations: [], problems: [] };
  }
}
`;

test("each folder is linted by the core that it has installed", async () => {
  using one = newWorkspace({ "a.go": FOO });
  using other = newWorkspace({ "a.go": FOO });
  rmSync(other.path("node_modules"));
  const core = other.path("node_modules/@gopherwood/core");
  mkdirSync(core, { recursive: true });
  const exported = { type: "module", exports: { "./documents": "./documents.js" } };
  writeFileSync(join(core, "package.json"), JSON.stringify(exported));
  writeFileSync(join(core, "documents.js"), OTHER_CORE);
  await using client = await Client.start([one.root, other.root], { capabilities: PULLS });
  const { items } = await pull(client);
  expect(items.flatMap((item) => (item.kind === "full" ? item.items : []))).toMatchObject([
    { message: "Write bar." },
    { message: "of another core" },
  ]);
});
