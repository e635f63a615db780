import { expect, test } from "@jest/globals";
import { version } from "../src/version.generated.ts";
import { assistTests, body } from "./assisted.ts";

const assisted = assistTests();

test("syntax_tree: of a file, of some lines, of a text that is not saved", async () => {
  assisted.workspace({ "code/a.go": body("foo()", "bar(1)") });
  const { text } = await assisted.assistant.call("syntax_tree", { path: "a.go", line: 5 });
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
  const both = await assisted.assistant.call("syntax_tree", {
    path: "a.go",
    line: 4,
    endLine: 5,
  });
  expect(both.text).toContain("identifier `foo`  4:2");
  expect(both.text).toContain("identifier `bar`  5:2");
  for (const line of [0, -1, 1.5]) {
    expect((await assisted.assistant.call("syntax_tree", { path: "a.go", line })).isError).toBe(
      true,
    );
  }
  const unsaved = await assisted.assistant.call("syntax_tree", {
    path: "b.go",
    text: "package q",
  });
  expect(unsaved.text).toContain("package_identifier `q`  1:9");
  const missing = await assisted.assistant.call("syntax_tree", { path: "b.go" });
  expect(missing).toEqual({
    isError: true,
    text: expect.stringMatching(/b\.go cannot be read: .*ENOENT/u),
  });
  const other = await assisted.assistant.call("syntax_tree", { path: "go.mod" });
  expect(other).toEqual({
    isError: true,
    text: expect.stringMatching(/go\.mod is no Go file\.$/u),
  });
  const below = await assisted.assistant.call("syntax_tree", { path: "a.go", line: 99 });
  expect(below.text).toBe("0 nodes, 0 syntax errors");
});

test("the client is told what each tool may do", async () => {
  const { tools } = await assisted.assistant.client.listTools();
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
  expect(assisted.assistant.client.getServerVersion()).toMatchObject({
    name: "gopherwood",
    version,
  });
  const { resourceTemplates } = await assisted.assistant.client.listResourceTemplates();
  expect(resourceTemplates).toMatchObject([
    { uriTemplate: "gopherwood://report/{+directory}", mimeType: "application/json" },
    { uriTemplate: "gopherwood://assessment/{+directory}", mimeType: "text/markdown" },
  ]);
});

test("progress is told to who asks for it", async () => {
  assisted.workspace({ "code/a.go": body("foo()"), "code/b.go": body("foo()") });
  const steps: object[] = [];
  const onprogress = (step: object) => steps.push(step);
  const lint = { name: "lint", arguments: {} };
  await assisted.assistant.client.callTool(lint, undefined, { onprogress });
  expect(steps).toEqual([
    { progress: 1, total: 2 },
    { progress: 2, total: 2 },
  ]);
});

test("a long answer comes in pages, which together are the whole", async () => {
  const names = Array.from({ length: 600 }, (_, index) => `f${index}`);
  assisted.workspace({ "code/a.go": body(...names.map((name) => `baz(${name})`)) });
  const pages: string[] = [];
  let { text } = await assisted.assistant.call("lint");
  for (;;) {
    expect(text.length).toBeLessThan(9000);
    const [, rest, cursor = ""] =
      /^([^]*)\n\(\d+ of \d+ left: next_page with cursor '(.*)'\)$/u.exec(text) ?? [];
    pages.push(rest ?? text);
    if (rest === undefined) break;
    ({ text } = await assisted.assistant.call("next_page", { cursor }));
  }
  expect(pages.length).toBeGreaterThan(2);
  const lines = pages.join("\n").split("\n");
  expect(lines.slice(0, -1)).toEqual(
    names.map((_, index) => `a.go:${index + 4}:2 warning demo/no-baz: No baz.`),
  );
  expect(lines.at(-1)).toBe("0 errors, 600 warnings in 1 file");
  expect(await assisted.assistant.call("next_page", { cursor: "page-99" })).toEqual({
    isError: true,
    text: "There is no page 'page-99' any more: ask again.",
  });
});
