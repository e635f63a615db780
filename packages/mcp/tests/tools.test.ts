import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { version } from "../src/version.generated.ts";
import { Assistant } from "./assistant.ts";
import { CONFIG, Files } from "./workspace.ts";

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
  workspace({
    "code/a.go": body(),
    "code/gopherwood.config.mjs": "export default [{ files: ['**/*.go'], nope: 1 }];",
  });
  const wrong = await assistant.call("lint");
  expect(wrong.isError).toBe(true);
  expect(wrong.text).toContain("gopherwood.config.mjs");
  expect(wrong.text).toContain("nope");
});

test("lint and fix: one rule runs alone, by the config of the path", async () => {
  workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      /"demo\/no-baz": "warn" \},\n\}\]/u,
      '},\n}, { files: ["sub/*.go"], rules: { "demo/no-baz": "warn" } }]',
    ),
    "code/a.go": body("foo()"),
    "code/sub/b.go": body(
      "foo()",
      "baz() //gopherwood:disable-line demo/no-foo -- old",
      "wrap()",
    ),
  });
  const { text } = await assistant.call("lint", { rule: "demo/no-foo" });
  expect(text).not.toContain("demo/no-baz");
  expect(text).toContain("2 errors, 0 warnings in 2 files");
  for (const path of ["sub", "sub/b.go"]) {
    const linted = await assistant.call("lint", { paths: [path], rule: "demo/no-baz" });
    expect(linted.text).toMatch(/^sub\/b\.go:5:2 warning demo\/no-baz: No baz\.\n0 errors/u);
    const fixed = await assistant.call("fix", { paths: [path], rule: "demo/no-baz" });
    expect(fixed.text).toMatch(/^Would fix 0 findings in 0 files, and leave 1\./u);
  }
  expect((await assistant.call("fix", { rule: "demo/no-baz" })).text).toContain(
    "no rule 'demo/no-baz'",
  );
});

test("what a config ignores has no rules", async () => {
  workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      "export default [",
      'export default [{ ignores: ["old"] }, ',
    ),
    "code/old/a.go": body("foo()"),
  });
  const ignores = /^The config ignores .*old[\\/]\w+\.go or has nothing for it\.$/u;
  const lint = await assistant.call("lint", { paths: ["old/a.go"], text: body("foo()") });
  expect(lint).toEqual({ isError: true, text: expect.stringMatching(ignores) });
  const rules = await assistant.call("list_rules", { place: "old" });
  expect(rules).toEqual({ isError: true, text: expect.stringMatching(ignores) });
  const evidence = await assistant.call("evidence", { place: "old", rule: "demo/no-foo" });
  expect(evidence.text).toMatch(/^The config turns no rule 'demo\/no-foo' on in .* on: \.$/u);
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

test("fix: a diff of each file, and what could not be done", async () => {
  workspace({ "code/a.go": body("// --- a/x", "foo()"), "code/b.go": body("foo()") });
  const { text } = await assistant.call("fix", { paths: ["a.go", "b.go", "gone.go"] });
  const hunk = [" func f() {", "-\tfoo()", "+\tbar()", " }"];
  expect(text.split("\n")).toEqual([
    expect.stringContaining("gone.go: No such file or directory"),
    ...["--- a/a.go", "+++ b/a.go", "@@ -1,6 +1,6 @@", " package p", " "],
    ...[...hunk.slice(0, 1), " \t// --- a/x", ...hunk.slice(1)],
    ...["--- a/b.go", "+++ b/b.go", "@@ -1,5 +1,5 @@", " package p", " ", ...hunk],
    expect.stringMatching(/^Would fix 2 findings in 2 files, and leave 0\./u),
  ]);
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

test("rules: only the options that differ from the defaults are shown", async () => {
  const optionsOf = async (...options: unknown[]) => {
    workspace({
      "code/gopherwood.config.mjs": CONFIG.replace(
        '"demo/no-baz": "warn"',
        `"demo/no-baz": ${JSON.stringify(["error", ...options])}`,
      ),
    });
    const { text } = await assistant.call("explain_rule", { rule: "demo/no-baz" });
    const [head, shown = ""] = text.split("\n");
    expect(head).toBe("demo/no-baz (error)");
    return shown.replace("options: ", "");
  };
  const same = { names: ["baz"], depth: 1, deep: { a: 1 } };
  expect(await optionsOf()).toBe("");
  expect(await optionsOf("all", same, [])).toBe("");
  expect(await optionsOf("calls", same)).toBe('"calls"');
  expect(await optionsOf("all", { ...same, depth: 2 })).toBe('{"depth":2}');
  expect(await optionsOf("calls", { deep: { a: 2 } }, ["x"])).toBe(
    '"calls", {"deep":{"a":2}}, ["x"]',
  );
});

test("explain_rule: a rule that is off, and a page in its sections", async () => {
  const page = "# demo/no-foo\n\nSee ## below.\n\n\n## Wrong\n\nfoo\n\n\n## Right\n\nbar\n";
  workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      '"demo/no-foo": [',
      '"demo/no-foo": ["off"], "x/y": [',
    )
      .replace('"error", { reason: "bar has a timeout" }', '"off"')
      .replace('meta: { name: "demo" }', 'meta: { name: "demo-rules" }'),
    "code/node_modules/demo-rules/package.json": '{ "name": "demo-rules" }',
    "code/node_modules/demo-rules/docs/rules/no-foo.md": page,
  });
  const { text } = await assistant.call("explain_rule", { rule: "demo/no-foo" });
  expect(text).toBe(
    [
      "demo/no-foo (off)\nDisallow foo.\nSee ## below.",
      "## Wrong\n\nfoo\n## Right\n\nbar",
      "https://example.com/no-foo",
    ].join("\n"),
  );
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

test("evidence: the commonest approach first, outside of functions, of tests if there is no other", async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `\t${at},\n`);
  workspace({
    "code/a.go": "package p\n\nvar a = bar()\n",
    "code/b.go": `package p\n\nvar b = wrap(\n${lines.join("")})\n`,
    "code/c.go": body("legacy()", "legacy()", "unclear()", "foo()", "wrap()", "wrap()"),
    "code/tests/d_test.go": body("bar()"),
  });
  const { text } = await assistant.call("evidence", { rule: "demo/no-foo", place: "." });
  expect(text.split("\n")).toEqual([
    ...[
      "// c.go:8 in f, by wrapping",
      "\tunclear()",
      "\tfoo()",
      "\twrap()",
      "\twrap()",
      "}",
      "",
    ],
    ...["// a.go:3", "package p", "", "var a = bar()", ""],
    ...["// b.go:3, by wrapping", "package p", "", "var b = wrap("],
    ...lines.slice(0, 14).map((line) => line.trimEnd()),
    "5 sites in 4 files keep demo/no-foo; 1 violation, 2 exempt, 1 undecided.",
  ]);
  const tests = await assistant.call("evidence", { rule: "demo/no-foo", place: "tests" });
  expect(tests.text).toMatch(/^\/\/ tests\/d_test\.go:4 in f\n/u);
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
  const both = await assistant.call("syntax_tree", { path: "a.go", line: 4, endLine: 5 });
  expect(both.text).toContain("identifier `foo`  4:2");
  expect(both.text).toContain("identifier `bar`  5:2");
  for (const line of [0, -1, 1.5]) {
    expect((await assistant.call("syntax_tree", { path: "a.go", line })).isError).toBe(true);
  }
  const unsaved = await assistant.call("syntax_tree", { path: "b.go", text: "package q" });
  expect(unsaved.text).toContain("package_identifier `q`  1:9");
  const missing = await assistant.call("syntax_tree", { path: "b.go" });
  expect(missing).toEqual({
    isError: true,
    text: expect.stringMatching(/b\.go cannot be read: .*ENOENT/u),
  });
  const other = await assistant.call("syntax_tree", { path: "go.mod" });
  expect(other).toEqual({
    isError: true,
    text: expect.stringMatching(/go\.mod is no Go file\.$/u),
  });
  const below = await assistant.call("syntax_tree", { path: "a.go", line: 99 });
  expect(below.text).toBe("0 nodes, 0 syntax errors");
});

test("the client is told what each tool may do", async () => {
  const { tools } = await assistant.client.listTools();
  const reads = { readOnlyHint: true, openWorldHint: false };
  expect(Object.fromEntries(tools.map((tool) => [tool.name, tool.annotations]))).toEqual({
    lint: reads,
    fix: { readOnlyHint: false, idempotentHint: true, openWorldHint: false },
    explain_rule: reads,
    list_rules: reads,
    rules_for_file: reads,
    evidence: reads,
    syntax_tree: reads,
    next_page: reads,
  });
  expect(assistant.client.getServerVersion()).toMatchObject({ name: "gopherwood", version });
  const { resourceTemplates } = await assistant.client.listResourceTemplates();
  expect(resourceTemplates).toMatchObject([
    { uriTemplate: "gopherwood://report/{+directory}", mimeType: "application/json" },
    { uriTemplate: "gopherwood://assessment/{+directory}", mimeType: "text/markdown" },
  ]);
});

test("progress is told to who asks for it", async () => {
  workspace({ "code/a.go": body("foo()"), "code/b.go": body("foo()") });
  const steps: object[] = [];
  const onprogress = (step: object) => steps.push(step);
  const lint = { name: "lint", arguments: {} };
  await assistant.client.callTool(lint, undefined, { onprogress });
  expect(steps).toEqual([
    { progress: 1, total: 2 },
    { progress: 2, total: 2 },
  ]);
});

test("resources: a report that is too long is refused, and says what to do", async () => {
  workspace({
    "code/a.go": body("bar()"),
    "code/long.go": body(...Array.from({ length: 9000 }, () => "bar()")),
  });
  const { text, isError } = await assistant.read("gopherwood://report");
  expect(isError).toBe(true);
  expect(text).toMatch(
    /too long for a resource\. .*gopherwood:\/\/report\/internal\/api.*--format report -o/u,
  );
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
  const pathsIn = (text: string) => {
    const { files, survey } = JSON.parse(text) as Report;
    expect(survey).toMatchObject({ references: [] });
    return files.map(({ path }) => path);
  };
  expect(pathsIn((await assistant.read("gopherwood://report")).text)).toEqual([
    "a.go",
    "my sub/b.go",
  ]);
  expect(pathsIn((await assistant.read("gopherwood://report/my%20sub")).text)).toEqual([
    "my sub/b.go",
  ]);
  const assessment = (await assistant.read("gopherwood://assessment")).text;
  expect(assessment).toContain("# code: rule compliance");
});
