import { expect, test } from "@jest/globals";
import { existsSync, realpathSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { Assistant } from "./assistant.ts";
import { Workspace } from "../src/workspace.ts";
import { CONFIG, Files } from "./workspace.ts";

const GO = "package p\n\nfunc f() {\n\tfoo()\n}\n";

/** A call of every tool that takes a path, and of a resource. */
const CALLS: readonly ((
  assistant: Assistant,
  path: string,
) => ReturnType<Assistant["call"]>)[] = [
  (assistant, path) => assistant.call("lint", { paths: ["a.go", path] }),
  (assistant, path) => assistant.call("lint", { paths: [path], text: GO }),
  (assistant, path) => assistant.call("fix", { paths: [path], apply: true }),
  (assistant, place) => assistant.call("explain_rule", { rule: "demo/no-foo", place }),
  (assistant, place) => assistant.call("list_rules", { place }),
  (assistant, path) => assistant.call("rules_for_file", { path }),
  (assistant, place) => assistant.call("evidence", { rule: "demo/no-foo", place }),
  (assistant, path) => assistant.call("syntax_tree", { path }),
  (assistant, path) => assistant.read(`gopherwood://report/${encodeURIComponent(path)}`),
];

test("every tool refuses paths outside of the workspace", async () => {
  using files = new Files({
    "code/a.go": GO,
    "secret/s.go": GO,
    "secret/gopherwood.config.mjs": CONFIG,
  });
  symlinkSync(files.path("secret"), files.path("code/link"), "junction");
  symlinkSync(files.path("secret/s.go"), files.path("code/s.go"));
  symlinkSync(files.path("secret/new.go"), files.path("code/dangling.go"));
  await using assistant = await Assistant.start({
    workspace: [files.code],
    trusted: [files.directory],
  });
  for (const call of CALLS) {
    for (const path of [
      "../secret/s.go",
      "sub/../../secret",
      files.path("secret/s.go"),
      "link",
      "link/s.go",
      "link/new.go",
      "./link/...",
      "s.go",
      "dangling.go",
      "../code/..",
      "/",
      "a.go\0",
      "~/../../../etc/x.go/../../../..",
    ]) {
      const { isError, text } = await call(assistant, path);
      expect([path, isError]).toEqual([path, true]);
      expect(text).toMatch(/lies outside of the workspace|has no NUL/u);
    }
  }
  expect(files.read("secret/s.go")).toBe(GO);
  expect(existsSync(files.path("secret/ran"))).toBe(false);
});

test("no tool runs a config that nobody trusts", async () => {
  using files = new Files({ "code/a.go": GO });
  await using silent = await Assistant.start({ workspace: [files.code] });
  await using refusing = await Assistant.start({ workspace: [files.code], trusts: false });
  for (const call of CALLS) {
    const { isError, text } = await call(silent, "a.go");
    // No config is needed for a syntax tree.
    if (text.startsWith("source_file")) continue;
    expect(isError).toBe(true);
    expect(text).toContain(
      `The configs of ${files.code} are code, and nobody said that they may run: ` +
        `the user can start the server as 'gopherwood-mcp --trust ${files.code}'.`,
    );
  }
  expect((await silent.call("syntax_tree", { path: "a.go" })).isError).toBe(false);
  await using declining = await Assistant.start({
    workspace: [files.code],
    trusts: "declines",
  });
  for (const asked of [refusing, declining]) {
    expect((await asked.call("lint")).text).toBe(
      `The user does not trust ${files.code}: its configs are not run.`,
    );
  }
  // To confirm the form alone is not to say yes.
  expect(refusing.schemas).toMatchObject([
    { properties: { trust: { type: "boolean", default: false } }, required: ["trust"] },
  ]);
  expect(refusing.questions).toHaveLength(1);
  expect(existsSync(files.path("code/ran"))).toBe(false);
  expect(files.read("code/a.go")).toBe(GO);
});

test("trust in a folder is no trust in those above it", async () => {
  using files = new Files({ "code/a.go": GO, "gopherwood.config.mjs": CONFIG });
  await using assistant = await Assistant.start({
    workspace: [files.code],
    trusted: [files.code],
  });
  expect((await assistant.call("lint")).text).toContain("1 error");
  expect((await assistant.call("evidence", { rule: "demo/no-foo" })).isError).toBe(false);
  expect(existsSync(files.path("code/ran"))).toBe(true);
  expect(existsSync(files.path("ran"))).toBe(false);
});

test("the user is asked once for a folder, and another time for a config above it", async () => {
  using files = new Files({ "code/a.go": GO, "code/inner/b.go": GO });
  await using assistant = await Assistant.start({ workspace: [files.code], trusts: true });
  expect((await assistant.call("lint")).text).toContain("2 errors");
  expect((await assistant.call("list_rules")).isError).toBe(false);
  expect(assistant.questions).toEqual([
    `Gopherwood runs the configs of ${files.code} and what they import, with your rights. ` +
      "Do you trust this folder?",
  ]);
  const inner = files.path("code/inner");
  await using narrow = await Assistant.start({
    workspace: [inner],
    trusted: [inner],
    trusts: true,
  });
  expect((await narrow.call("lint")).text).toContain("1 error");
  expect(narrow.questions.map((question) => question.includes(`of ${files.code} and`))).toEqual(
    [true],
  );
});

test("paths of several folders are refused, and so is a text without one Go file", async () => {
  using files = new Files({ "code/a.go": GO, "other/b.go": GO });
  const workspace = [files.code, files.path("other")];
  await using assistant = await Assistant.start({ workspace, trusted: workspace });
  const textOf = async (parameters: object) =>
    (await assistant.call("lint", { ...parameters })).text;
  expect(await textOf({ paths: ["a.go", files.path("other/b.go")] })).toBe(
    "The paths are in several folders of the workspace: name one each time.",
  );
  expect(await textOf({ paths: [] })).toBe("Name a file or directory: 'paths' is empty.");
  const oneFile = "A text needs one path, of a Go file: it decides the config.";
  for (const paths of [["a.go", "b.go"], ["a.txt"]]) {
    expect(await textOf({ paths, text: GO })).toBe(oneFile);
  }
});

test("without folders of anybody the working directory is the workspace", async () => {
  await using assistant = await Assistant.start({});
  const { text } = await assistant.call("syntax_tree", { path: "/etc/a.go" });
  expect(text).toBe(`/etc/a.go lies outside of the workspace, ${realpathSync(process.cwd())}.`);
});

test("a workspace is neither the whole disk nor a home, and `...` is a directory", () => {
  for (const folder of ["/", homedir(), "/there/is/no/such/folder"]) {
    expect(() => new Workspace([folder]).root).toThrow("There is no workspace");
  }
  using files = new Files({ "code/..odd/a.go": GO });
  const workspace = new Workspace(["/", files.code]);
  const pathOf = (path: string) => workspace.find(path).path;
  for (const path of ["...", "./...", ".", ""]) expect(pathOf(path)).toBe(files.code);
  expect(pathOf("new/sub/...")).toBe(files.path("code/new/sub"));
  for (const path of ["..odd/a.go", "a..."]) {
    expect(pathOf(path)).toBe(files.path(`code/${path}`));
  }
});
