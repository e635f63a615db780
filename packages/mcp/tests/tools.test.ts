import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { Assistant } from "./assistant.ts";
import { Files } from "./workspace.ts";

const body = (...lines: string[]) =>
  `package p\n\nfunc f() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;

let assistant: Assistant;

beforeAll(async () => {
  assistant = await Assistant.start({ trusted: [realpathSync(tmpdir())], roots: [] });
});

const workspaces: Files[] = [];

afterAll(async () => {
  await assistant[Symbol.asyncDispose]();
  for (const files of workspaces) files[Symbol.dispose]();
});

/** Makes files the workspace of the assistant. */
function workspace(files: Readonly<Record<string, string>>): Files {
  const written = new Files(files);
  workspaces.push(written);
  assistant.roots = [written.code];
  return written;
}

test("lint: files, directories, one rule, and a text that is not saved", async () => {
  workspace({
    "code/a.go": body("foo()", "baz()"),
    "code/sub/b.go": body("foo()"),
  });
  expect(await assistant.call("lint")).toEqual({
    isError: false,
    text: [
      "a.go:4:2 error demo/no-foo: Write bar.",
      "fix:",
      "@@ 4",
      "-\tfoo()",
      "+\tbar()",
      "a.go:5:2 warning demo/no-baz: No baz.",
      "sub/b.go:4:2 error demo/no-foo: Write bar.",
      "fix:",
      "@@ 4",
      "-\tfoo()",
      "+\tbar()",
      "2 errors, 1 warning in 2 files; 2 can be fixed",
    ].join("\n"),
  });
  expect((await assistant.call("lint", { paths: ["sub/..."] })).text).toMatch(
    /^sub\/b\.go:4:2 /u,
  );
  const { text } = await assistant.call("lint", { rule: "demo/no-baz" });
  expect(text.split("\n")).toEqual([
    "a.go:5:2 warning demo/no-baz: No baz.",
    "0 errors, 1 warning in 2 files",
  ]);
  const unsaved = { paths: ["new/c.go"], text: body("baz()") };
  expect((await assistant.call("lint", unsaved)).text.split("\n")).toEqual([
    "new/c.go:4:2 warning demo/no-baz: No baz.",
    "0 errors, 1 warning in 1 file",
  ]);
});

test("lint: what it cannot do is said", async () => {
  workspace({ "code/a.go": body() });
  const missing = await assistant.call("lint", { paths: ["b.go"] });
  expect(missing.text).toContain("b.go");
  const { text, isError } = await assistant.call("lint", { rule: "demo/nope" });
  expect(isError).toBe(true);
  expect(text).toContain("no rule 'demo/nope'");
  expect(text).toContain("demo/no-baz, demo/no-foo");
  expect((await assistant.call("lint", { paths: [] })).isError).toBe(true);
  expect((await assistant.call("lint", { paths: ["a.txt"], text: "" })).isError).toBe(true);
  workspace({
    "code/a.go": body(),
    "code/gopherwood.config.mjs": "export default [{ files: ['**/*.go'], nope: 1 }];",
  });
  const wrong = await assistant.call("lint");
  expect(wrong.isError).toBe(true);
  expect(wrong.text).toContain("gopherwood.config.mjs");
  expect(wrong.text).toContain("nope");
});

test("fix: shows a diff, and writes when it is asked to", async () => {
  const files = workspace({ "code/a.go": body("foo()", "baz()"), "code/b.go": body("foo()") });
  const { text } = await assistant.call("fix", { paths: ["a.go"] });
  expect(text).toContain("--- a/a.go");
  expect(text).toContain("-\tfoo()\n+\tbar()");
  expect(text).toMatch(/Would fix 1 finding in 1 file, and leave 1\. Nothing is written/u);
  expect(files.read("code/a.go")).toBe(body("foo()", "baz()"));
  const applied = await assistant.call("fix", { apply: true });
  expect(applied.text).toMatch(/\nFixed 2 findings in 2 files; 1 finding left\.$/u);
  expect(files.read("code/a.go")).toBe(body("bar()", "baz()"));
  expect(files.read("code/b.go")).toBe(body("bar()"));
  const again = await assistant.call("fix", { apply: true });
  expect(again.text).toBe("Fixed 0 findings in 0 files; 1 finding left.");
});

test("rules: those that are on, with the team's options, and the page of each", async () => {
  workspace({});
  const listed = [
    "demo/no-baz (warn): ",
    "demo/no-foo (error): Disallow foo.",
    'options: {"reason":"bar has a timeout"}',
    "2 rules. explain_rule has the page of each.",
  ].join("\n");
  expect((await assistant.call("list_rules")).text).toBe(listed);
  expect((await assistant.call("rules_for_file", { path: "new/a.go" })).text).toBe(listed);
  expect((await assistant.call("explain_rule", { rule: "demo/no-foo" })).text).toBe(
    [
      "demo/no-foo (error)",
      'options: {"reason":"bar has a timeout"}',
      "Disallow foo.",
      "https://example.com/no-foo",
    ].join("\n"),
  );
  const unknown = await assistant.call("explain_rule", { rule: "demo/nope" });
  expect(unknown.isError).toBe(true);
  expect(unknown.text).toContain("demo/no-baz, demo/no-foo");
});

test("evidence: three excerpts outside of tests, of different files, and the counts", async () => {
  workspace({
    "code/a.go": body("first()", "bar()", "last()", "bar()"),
    "code/b.go": body("bar()", "foo()"),
    "code/b_test.go": body("bar()"),
    "code/c.go": body("bar()"),
    "code/d.go": body("bar()"),
  });
  const { text } = await assistant.call("evidence", { rule: "demo/no-foo" });
  const lines = text.split("\n");
  expect(lines.filter((line) => line.startsWith("//"))).toEqual([
    "// a.go:5 in f",
    "// b.go:4 in f",
    "// c.go:4 in f",
  ]);
  expect(lines.slice(1, 7)).toEqual([
    "func f() {",
    "\tfirst()",
    "\tbar()",
    "\tlast()",
    "\tbar()",
    "}",
  ]);
  expect(lines.at(-1)).toBe(
    "6 sites in 5 files keep demo/no-foo; 1 violation, 0 exempt, 0 undecided.",
  );
});

test("syntax_tree: of a file, of some lines, of a text that is not saved", async () => {
  workspace({ "code/a.go": body("foo()", "bar(1)") });
  const { text } = await assistant.call("syntax_tree", { path: "a.go", line: 5 });
  expect(text.split("\n")).toEqual([
    "source_file  1:1",
    "  function_declaration  3:1",
    "    body: block  3:10",
    "      statement_list  4:2",
    "        expression_statement  5:2",
    "          call_expression  5:2  type: not known: 'bar' is not declared in this file",
    "            function: identifier `bar`  5:2  type: not known: 'bar' is not declared in this file",
    "            arguments: argument_list  5:5",
    "              int_literal `1`  5:6  type: int",
    "9 nodes, 0 syntax errors",
  ]);
  const unsaved = await assistant.call("syntax_tree", { path: "b.go", text: "package q" });
  expect(unsaved.text).toContain("package_identifier `q`  1:9");
  expect((await assistant.call("syntax_tree", { path: "b.go" })).isError).toBe(true);
});

test("a long answer comes in pages, which together are the whole", async () => {
  const names = Array.from({ length: 600 }, (_, index) => `f${index}`);
  workspace({ "code/a.go": body(...names.map((name) => `baz(${name})`)) });
  const pages: string[] = [];
  let { text } = await assistant.call("lint");
  for (;;) {
    expect(text.length).toBeLessThan(9000);
    const [, rest, cursor = ""] =
      /^([^]*)\n\(\d+ of \d+ left: next_page with cursor '(.*)'\)$/u.exec(text) ?? [];
    pages.push(rest ?? text);
    if (rest === undefined) break;
    ({ text } = await assistant.call("next_page", { cursor }));
  }
  expect(pages.length).toBeGreaterThan(2);
  const lines = pages.join("\n").split("\n");
  expect(lines.slice(0, -1)).toEqual(
    names.map((_, index) => `a.go:${index + 4}:2 warning demo/no-baz: No baz.`),
  );
  expect(lines.at(-1)).toBe("0 errors, 600 warnings in 1 file");
  expect(await assistant.call("next_page", { cursor: "page-99" })).toEqual({
    isError: true,
    text: "There is no page 'page-99' any more: ask again.",
  });
});

test("resources: the report and the assessment, of all or of a directory", async () => {
  workspace({ "code/a.go": body("foo()"), "code/my sub/b.go": body("bar()") });
  const { resources } = await assistant.client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual([
    "gopherwood://report",
    "gopherwood://assessment",
  ]);
  const pathsIn = (text: string) =>
    (JSON.parse(text) as { files: { path: string }[] }).files.map(({ path }) => path);
  expect(pathsIn((await assistant.read("gopherwood://report")).text)).toEqual([
    "a.go",
    "my sub/b.go",
  ]);
  expect(pathsIn((await assistant.read("gopherwood://report/my%20sub")).text)).toEqual([
    "my sub/b.go",
  ]);
  expect((await assistant.read("gopherwood://assessment")).text).toContain(
    "# code: rule compliance",
  );
});
