import { rmSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Client, PULLS, until } from "./client.ts";
import { configWith, newWorkspace } from "./workspace.ts";

const CLEAN = "package p\n";
const FOO = "package p\n\nvar _ = foo\n";

const sharedClient = Client.shared();

test("finds what is not saved, in UTF-16 units, with the rule's page", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, 'package p\n\nvar _ = "😀" + foo\n');
  await client.untilPublished(uri, (messages) => messages.length === 1);
  expect(client.published.at(-1)).toEqual({
    uri,
    version: 1,
    diagnostics: [
      {
        range: { start: { line: 2, character: 15 }, end: { line: 2, character: 18 } },
        severity: 1,
        source: "gopherwood",
        code: "demo/no-foo",
        codeDescription: { href: "https://example.com/no-foo" },
        message: "Write bar.",
      },
    ],
  });
});

test("a finding is related to the declaration of what its code begins with", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, 'package p\n\nimport foo "log"\n\nvar _ = foo.Print\n');
  await client.untilPublished(uri, (messages) => messages.length === 1);
  const range = { start: { line: 2, character: 7 }, end: { line: 2, character: 16 } };
  const [found] = client.published.at(-1)?.diagnostics ?? [];
  const message = "'foo' is imported here";
  expect(found?.relatedInformation).toEqual([{ location: { uri, range }, message }]);
});

test("reports the latest version of a document, and few of those before", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, CLEAN);
  await client.untilPublished(uri, () => true);
  const count = client.published.length;
  for (let edit = 0; edit < 130; edit += 1) {
    await client.change(uri, `${CLEAN}${"// x\n".repeat(edit)}var _ = foo\n`);
  }
  await until(
    () => client.published.at(-1)?.version === 131,
    () => JSON.stringify(client.published.at(-1)),
  );
  const versions = client.published.slice(count).map(({ version }) => version);
  expect(versions.length).toBeLessThan(20);
});

test("an edit that comes while the text before it is linted is linted as well", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  const text = CLEAN + "func _() { bar(foo) }\n".repeat(3000);
  await client.open(uri, text);
  await client.untilPublished(uri, () => true);
  for (let edit = 1; edit <= 5; edit += 1) {
    await client.change(uri, text + "\n".repeat(edit));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await until(
    () => client.published.at(-1)?.version === 6,
    () => String(client.published.at(-1)?.version),
  );
});

test("while a text is broken, what is new is held back, and what is gone goes at once", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, "package p\n\nvar a = foo\n\nvar b = foo\n");
  await client.untilPublished(uri, (messages) => messages.length === 2);
  const count = client.published.length;
  await client.change(uri, "package p\n\nvar a = bar\n\nvar b = foo +\n");
  await client.untilPublished(uri, (messages) => messages.some((one) => one !== "Write bar."));
  const [first] = client.published.slice(count);
  expect(first?.diagnostics.map(({ message }) => message)).toEqual(["Write bar."]);
});

test("a struct that is changed and not saved is seen by other open documents", async () => {
  using workspace = newWorkspace({
    "gopherwood.config.js": configWith({ "demo/types": "warn" }),
    "s.go": "package p\n\ntype S struct{ A int }\n",
  });
  await using client = await sharedClient();
  const [user, struct] = [workspace.uri("user.go"), workspace.uri("s.go")];
  await client.open(user, "package p\n\nfunc f(s S) { shown := s.A }\n");
  await client.untilPublished(user, ([message]) => message === "int");
  await client.open(struct, "package p\n\ntype S struct{ A int }\n");
  await client.change(struct, "package p\n\ntype S struct{ A string }\n");
  await client.untilPublished(user, ([message]) => message === "string");
  await client.close(struct);
  await client.change(user, "package p\n\nfunc f(s S) { shown := s.A }\n\n");
  await client.untilPublished(user, ([message]) => message === "int");
});

test("a client that pulls is answered for the latest version, and told when to ask again", async () => {
  using workspace = newWorkspace({
    "gopherwood.config.js": configWith({ "demo/types": "warn" }),
    "s.go": "package p\n\ntype S struct{ A int }\n",
  });
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  const [user, struct] = [workspace.uri("user.go"), workspace.uri("s.go")];
  await client.open(user, "package p\n\nfunc f(s S) { shown := s.A }\n");
  const report = await client.pull(user);
  expect(report).toMatchObject({ kind: "full", items: [{ message: "int", severity: 2 }] });
  expect(await client.pull(user, report.resultId)).toEqual({
    kind: "unchanged",
    resultId: report.resultId,
  });
  await client.open(struct, "package p\n\ntype S struct{ A int }\n");
  await client.change(struct, "package p\n\ntype S struct{ A string }\n");
  await until(
    () => client.requests.includes("workspace/diagnostic/refresh"),
    () => JSON.stringify(client.requests),
  );
  expect(await client.pulledMessages(user)).toEqual(["string"]);
  expect(client.published).toEqual([]);
});

/** Text with a finding that the file alone tells, and one that needs another package. */
const IN_STEPS = {
  "gopherwood.config.js": configWith({ "demo/no-foo": "error", "demo/types": "warn" }),
  "q/q.go": "package q\n\ntype T struct{ B bool }\n",
};
const USES_Q =
  'package p\n\nimport "example.com/m/q"\n\nvar _ = foo\n\nfunc f(t q.T) { shown := t.B }\n';

test("after a start, what a file alone tells is shown before the project is read", async () => {
  using workspace = newWorkspace(IN_STEPS);
  await using client = await Client.start([workspace.root]);
  const uri = workspace.uri("a.go");
  await client.open(uri, USES_Q);
  await client.untilPublished(uri, (messages) => messages.length === 2);
  const shown = client.published.map(({ diagnostics }) => diagnostics.map(({ code }) => code));
  expect(shown).toEqual([["demo/no-foo"], ["demo/no-foo", "demo/types"]]);
});

test("a client that pulls is answered as early, and told to ask again", async () => {
  using workspace = newWorkspace(IN_STEPS);
  await using client = await Client.start([workspace.root], { capabilities: PULLS });
  const uri = workspace.uri("a.go");
  await client.open(uri, USES_Q);
  const first = await client.pulledMessages(uri);
  expect(first).toEqual(["Write bar."]);
  await until(
    () => client.requests.includes("workspace/diagnostic/refresh"),
    () => JSON.stringify(client.requests),
  );
  expect(await client.pulledMessages(uri)).toEqual(["Write bar.", "bool"]);
});

test("a document that is closed has no diagnostics", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  await client.close(uri);
  await client.untilPublished(uri, (messages) => messages.length === 0);
});

test("settings: severities of rules, off, on save alone, not at all", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient({ severity: { "demo/*": "hint" } });
  const uri = workspace.uri("a.go");
  await client.open(uri, FOO);
  await until(
    () => client.published.at(-1)?.diagnostics[0]?.severity === 4,
    () => JSON.stringify(client.published),
  );
  await client.configure({ severity: { "demo/no-foo": "off" } });
  await client.untilPublished(uri, (messages) => messages.length === 0);
  await client.configure({ run: "onSave" });
  await client.untilPublished(uri, (messages) => messages.length === 1);
  const count = client.published.length;
  await client.change(uri, CLEAN);
  await client.save(uri);
  await client.untilPublished(uri, (messages) => messages.length === 0);
  expect(client.published.length).toBe(count + 1);
  await client.change(uri, FOO);
  await client.save(uri);
  await client.untilPublished(uri, (messages) => messages.length === 1);
  await client.configure({ enable: false });
  await client.untilPublished(uri, (messages) => messages.length === 0);
});

test("each root has its own config", async () => {
  using one = newWorkspace();
  using other = newWorkspace({
    "gopherwood.config.js": configWith({ "demo/types": "warn" }),
  });
  await using client = await Client.start([one.root, other.root]);
  const text = "package p\n\nfunc f() { foo := 1 }\n";
  await client.open(one.uri("a.go"), text);
  await client.open(other.uri("a.go"), text);
  const inOne = await client.untilPublished(one.uri("a.go"), (found) => found.length > 0);
  const inOther = await client.untilPublished(other.uri("a.go"), (found) => found.length > 0);
  expect([inOne, inOther]).toEqual([["Write bar."], ["int"]]);
});

test("lints the whole workspace on demand, and follows files that change on disk", async () => {
  using workspace = newWorkspace({ "a/a.go": FOO, "b/b.go": FOO, "vendor/v.go": FOO });
  await using client = await Client.start([workspace.root]);
  await client.connection.sendRequest("workspace/executeCommand", {
    command: "gopherwood.lintWorkspace",
  });
  expect(client.published.map(({ uri }) => uri)).toEqual([
    workspace.uri("a/a.go"),
    workspace.uri("b/b.go"),
  ]);
  expect(client.requests).toContain("window/workDoneProgress/create");
  workspace.write("a/a.go", CLEAN);
  await client.filesChanged([workspace.uri("a/a.go")]);
  await client.untilPublished(workspace.uri("a/a.go"), (messages) => messages.length === 0);
  rmSync(workspace.path("b/b.go"));
  await client.filesChanged([workspace.uri("b/b.go")]);
  await client.untilPublished(workspace.uri("b/b.go"), (messages) => messages.length === 0);
});
