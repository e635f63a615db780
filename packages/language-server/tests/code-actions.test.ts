import { expect, test } from "@jest/globals";
import { Client, PUSHES, rangeOf } from "./client.ts";
import { newWorkspace } from "./workspace.ts";

const TEXT = 'package p\r\n\r\nvar a = "😀" + foo\r\n\r\nvar b = foo\r\n';

const sharedClient = Client.shared();

test("offers a fix, a suggestion, all of the rule, directives and the page", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const actions = await client.codeActions(uri, rangeOf(client.document(uri), "foo"));
  expect(actions.map(({ title }) => title)).toEqual([
    "Fix this demo/no-foo problem",
    "Write baz.",
    "Fix all demo/no-foo problems in this file",
    "Disable demo/no-foo for this line",
    "Disable demo/no-foo for this file",
    "Show the page of demo/no-foo",
  ]);
  const texts: string[] = [];
  for (const action of actions.slice(0, 5)) {
    const { edit = {} } = action.edit
      ? action
      : await client.connection.sendRequest<typeof action>("codeAction/resolve", action);
    client.apply(edit);
    texts.push(client.document(uri).getText());
    await client.close(uri);
    await client.open(uri, TEXT);
  }
  const [before, after] = ["package p\r\n\r\n", "\r\n\r\nvar b = foo\r\n"];
  const first = 'var a = "😀" + foo';
  expect(texts).toEqual([
    `${before}var a = "😀" + bar${after}`,
    `${before}var a = "😀" + baz${after}`,
    `${before}var a = "😀" + bar\r\n\r\nvar b = bar\r\n`,
    `${before}//gopherwood:disable-next-line demo/no-foo -- reason\r\n${first}${after}`,
    `//gopherwood:disable demo/no-foo -- reason\r\n\r\n${TEXT}`,
  ]);
});

test("offers fixes to a client that asks for an empty list of kinds, and all to one for any kind", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const range = rangeOf(client.document(uri), "foo");
  const fixes = await client.codeActions(uri, range);
  expect(await client.codeActions(uri, range, [])).toEqual(fixes);
  const [fixAll, ...others] = await client.codeActions(uri, range, [""]);
  expect([fixAll?.kind, others]).toEqual(["source.fixAll.gopherwood", fixes]);
});

test("puts the cursor on the reason of a directive, and shows a page", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const actions = await client.codeActions(uri, rangeOf(client.document(uri), "foo"));
  const disable = actions.find(({ title }) => title.endsWith("for this line"));
  expect(disable?.command?.arguments).toEqual([
    uri,
    { start: { line: 2, character: 46 }, end: { line: 2, character: 52 } },
  ]);
  for (const { command } of [disable, actions.at(-1)].flatMap((action) => action ?? [])) {
    if (command) await client.connection.sendRequest("workspace/executeCommand", command);
  }
  expect(client.requests.filter((method) => method === "window/showDocument")).toHaveLength(2);
});

test("fixes all on demand: where a client asks for it by name, by command, and before saving", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient();
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const whole = rangeOf(client.document(uri), TEXT);
  const titles = (await client.codeActions(uri, whole)).map(({ title }) => title);
  expect(titles).not.toContain("Fix all Gopherwood problems");
  const fixed = TEXT.replaceAll("foo", "bar");
  for (const only of ["source", "source.fixAll", "source.fixAll.gopherwood"]) {
    const [action, ...others] = await client.codeActions(uri, whole, [only]);
    expect([action?.kind, others]).toEqual(["source.fixAll.gopherwood", []]);
    client.apply(action?.edit ?? {});
    expect(client.document(uri).getText()).toBe(fixed);
    await client.close(uri);
    await client.open(uri, TEXT);
  }
  expect(await client.codeActions(uri, whole, ["source.organizeImports"])).toEqual([]);
  await client.connection.sendRequest("workspace/executeCommand", {
    command: "gopherwood.fixAll",
    arguments: [uri],
  });
  expect(client.document(uri).getText()).toBe(fixed);
  const willSave = { textDocument: { uri }, reason: 1 };
  const edits = () => client.connection.sendRequest("textDocument/willSaveWaitUntil", willSave);
  expect(await edits()).toEqual([]);
  await client.configure({ fixOnSave: true });
  expect(await edits()).toHaveLength(2);
  await client.configure({ fixOnSave: true, enable: false });
  expect(await edits()).toEqual([]);
});

test("a client without versioned edits and documents to show gets plain ones", async () => {
  using workspace = newWorkspace();
  const { textDocument } = PUSHES;
  await using client = await Client.start([workspace.root], {
    capabilities: { textDocument: { ...textDocument, codeAction: {} } },
  });
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const actions = await client.codeActions(uri, rangeOf(client.document(uri), "foo"));
  expect(actions.every(({ edit, command }) => edit?.changes && !command)).toBe(true);
  const disable = actions.find(({ title }) => title.endsWith("for this line"));
  client.apply(disable?.edit ?? {});
  expect(client.document(uri).getText()).toContain(
    "//gopherwood:disable-next-line demo/no-foo\r\n",
  );
});

test("a hover says why, and a second one what a site was judged", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient({ siteHover: true });
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const position = rangeOf(client.document(uri), "foo").start;
  const hover = { textDocument: { uri }, position };
  expect(await client.connection.sendRequest("textDocument/hover", hover)).toEqual({
    contents: {
      kind: "markdown",
      value:
        "[**demo/no-foo**](https://example.com/no-foo)\n\nDisallow foo.\n\n---\n\n" +
        "demo/no-foo: violation",
    },
  });
  const nowhere = { textDocument: { uri }, position: { line: 0, character: 0 } };
  expect(await client.connection.sendRequest("textDocument/hover", nowhere)).toBeNull();
});

test("a code lens counts compliant sites, if it is wanted", async () => {
  using workspace = newWorkspace();
  await using client = await sharedClient({ codeLens: true });
  const uri = workspace.uri("a.go");
  await client.open(uri, TEXT);
  const lenses = { textDocument: { uri } };
  expect(await client.connection.sendRequest("textDocument/codeLens", lenses)).toMatchObject([
    { command: { title: "Gopherwood: 0 of 2 sites compliant" } },
  ]);
});
