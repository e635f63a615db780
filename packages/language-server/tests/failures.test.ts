import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { Client, PULLS, until } from "./client.ts";
import { BuiltServer } from "./servers.ts";
import { configWith, newWorkspace } from "./workspace.ts";

const FOO = "package p\n\nvar _ = foo\n";

const sharedClient = Client.shared();

test("a config that cannot be loaded is told once, and the last good one stays", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const [uri, config] = [workspace.uri("a.go"), workspace.uri("gopherwood.config.js")];
  await client.open(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  workspace.write("gopherwood.config.js", "export default [");
  await client.filesChanged([config]);
  await until(
    () => client.shown.length > 0,
    () => "no message",
  );
  expect(client.shown).toEqual([
    expect.stringMatching(/gopherwood\.config\.js:1:17: the config cannot be loaded/u),
  ]);
  await client.change(uri, `${FOO}\nvar _ = foo\n`);
  await client.untilPublished(uri, (messages) => messages.length === 2);
  workspace.write("gopherwood.config.js", configWith({ "demo/no-foo": "off" }));
  await client.filesChanged([config]);
  await client.untilPublished(uri, (messages) => messages.length === 0);
  expect(client.shown).toHaveLength(1);
});

test("a file that the config imports is read again when it changes", async () => {
  using workspace = newWorkspace({
    "gopherwood.config.js": 'export { default } from "./base.js";\n',
    "base.js": configWith({ "demo/no-foo": "error" }),
  });
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  workspace.write("base.js", configWith({ "demo/no-foo": "off" }));
  await client.filesChanged([workspace.uri("base.js")]);
  await client.untilPublished(uri, (messages) => messages.length === 0);
});

test("a client that watches no files: a config that changed is read when a file is saved", async () => {
  using workspace = newWorkspace();
  await using client = await Client.start([workspace.root], { capabilities: {} });
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  await client.save(uri);
  await new Promise((resolve) => setTimeout(resolve, 500));
  workspace.write("gopherwood.config.js", configWith({ "demo/no-foo": "off" }));
  await client.save(uri);
  await client.untilPublished(uri, (messages) => messages.length === 0);
});

test("without a config there are no findings, and nothing is told", async () => {
  using workspace = newWorkspace({ "gopherwood.config.js": "" });
  await using client = await Client.start(["/"], { capabilities: PULLS });
  const uri = "file:///gopherwood-nowhere/a.go";
  await client.open(uri, FOO);
  expect(await client.pulledMessages(uri)).toEqual([]);
  expect(client.shown).toEqual([]);
  expect(workspace.root).not.toBe("");
});

test("a rule that throws is told once, and the others go on", async () => {
  using workspace = newWorkspace({
    "gopherwood.config.js": configWith({ "demo/no-foo": "error", "demo/throws": "error" }),
  });
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, `${FOO}\nvar boom int\n`);
  expect(await client.untilPublished(uri, (messages) => messages.length > 0)).toEqual([
    "Write bar.",
  ]);
  await client.change(uri, `${FOO}\nvar boom string\nvar _ = foo\n`);
  await client.untilPublished(uri, (messages) => messages.length === 2);
  expect(client.shown).toEqual([
    `Gopherwood: demo/throws: The rule threw: It fails. (${workspace.path("a.go")}:5)`,
  ]);
});

test("what is no Go, and places that do not exist, do no harm", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open("file:///x/notes.md", "# foo\n", "markdown");
  await client.open("untitled:Untitled-1", FOO);
  await client.open(uri, "\u0000\uFEFF<html>foo</html>\uD800");
  const far = { line: 1e6, character: 1e6 };
  expect(await client.codeActions(uri, { start: far, end: far })).toEqual([]);
  for (const method of ["hover", "codeLens", "diagnostic"]) {
    const params = { textDocument: { uri: "file:///not/open.go" }, position: far };
    await client.connection.sendRequest(`textDocument/${method}`, params);
  }
  await client.change(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  expect(client.shown).toEqual([]);
});

test("10 MB of text are linted, and small ones after it", async () => {
  using workspace = newWorkspace();
  await using client = await Client.start([workspace.root]);
  const uri = workspace.uri("a.go");
  // A parser reads a long comment much faster than as much code.
  const comment = `/*\n${`${"x".repeat(79)}\n`.repeat(125_000)}*/\n`;
  await client.open(
    uri,
    `package p\n\n${comment}${"var _ = bar\n".repeat(10_000)}var _ = foo\n`,
  );
  await client.untilPublished(uri, (messages) => messages.length === 1);
  const [found] = client.published.at(-1)?.diagnostics ?? [];
  expect(found?.range.start).toEqual({ line: 135_004, character: 8 });
  await client.change(uri, FOO);
  await client.untilPublished(uri, () => client.published.at(-1)?.version === 2);
  expect(client.published.at(-1)?.diagnostics).toHaveLength(1);
});

test("requests of every kind at once are all answered", async () => {
  using workspace = newWorkspace();
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  const position = { line: 2, character: 9 };
  const range = { start: position, end: position };
  const textDocument = { uri };
  const ask = async (method: string, params: object) =>
    await client.connection.sendRequest(method, params);
  const answers = Array.from({ length: 20 }, async (_, round) => {
    await client.change(uri, FOO + "\n".repeat(round));
    return await Promise.all([
      client.pull(uri),
      client.codeActions(uri, range),
      ask("textDocument/hover", { textDocument, position }),
      ask("textDocument/codeLens", { textDocument }),
      ask("textDocument/willSaveWaitUntil", { textDocument, reason: 1 }),
      ask("workspace/diagnostic", { previousResultIds: [] }),
      ask("workspace/executeCommand", { command: "gopherwood.lintWorkspace" }),
    ]);
  });
  const last = (await Promise.all(answers)).at(-1);
  expect(last?.[0]).toMatchObject({ kind: "full", items: [{ message: "Write bar." }] });
});

test("the server ends after shutdown and exit, and when its client dies", async () => {
  using workspace = newWorkspace();
  const [one, other] = [new BuiltServer(), new BuiltServer()];
  const client = await Client.start([workspace.root], { server: one });
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  await client.connection.sendRequest("shutdown");
  await expect(client.codeActions(uri, RANGE)).resolves.toEqual([]);
  const exit = once(one.process, "exit");
  await client.notify("exit", null);
  expect(await exit).toEqual([0, null]);
  await Client.start([workspace.root], { server: other });
  const end = once(other.process, "exit");
  other.process.stdin.destroy();
  expect(await end).toEqual([1, null]);
});

const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
