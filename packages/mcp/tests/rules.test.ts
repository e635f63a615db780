import { expect, test } from "@jest/globals";
import { assistTests, body } from "./assisted.ts";
import { CONFIG } from "./workspace.ts";

const assisted = assistTests();

test("rules: those that are on, with the team's options, and the page of each", async () => {
  assisted.workspace({});
  const listed = [
    "demo/no-baz (warn): ",
    "demo/no-foo (error): Disallow foo.",
    'options: {"reason":"bar has a timeout"}',
    "2 rules. explain_rule has the page of each.",
  ].join("\n");
  expect((await assisted.assistant.call("list_rules")).text).toBe(listed);
  expect((await assisted.assistant.call("rules_for_file", { path: "new/a.go" })).text).toBe(
    listed,
  );
  expect((await assisted.assistant.call("explain_rule", { rule: "demo/no-foo" })).text).toBe(
    [
      "demo/no-foo (error)",
      'options: {"reason":"bar has a timeout"}',
      "Disallow foo.",
      "https://example.com/no-foo",
    ].join("\n"),
  );
  const unknown = await assisted.assistant.call("explain_rule", { rule: "demo/nope" });
  expect(unknown.isError).toBe(true);
  expect(unknown.text).toContain("demo/no-baz, demo/no-foo");
});

test("rules: only the options that differ from the defaults are shown", async () => {
  const optionsOf = async (...options: unknown[]) => {
    assisted.workspace({
      "code/gopherwood.config.mjs": CONFIG.replace(
        '"demo/no-baz": "warn"',
        `"demo/no-baz": ${JSON.stringify(["error", ...options])}`,
      ),
    });
    const { text } = await assisted.assistant.call("explain_rule", { rule: "demo/no-baz" });
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
  assisted.workspace({
    "code/gopherwood.config.mjs": CONFIG.replace(
      '"demo/no-foo": [',
      '"demo/no-foo": ["off"], "x/y": [',
    )
      .replace('"error", { reason: "bar has a timeout" }', '"off"')
      .replace('meta: { name: "demo" }', 'meta: { name: "demo-rules" }'),
    "code/node_modules/demo-rules/package.json": '{ "name": "demo-rules" }',
    "code/node_modules/demo-rules/docs/rules/no-foo.md": page,
  });
  const { text } = await assisted.assistant.call("explain_rule", { rule: "demo/no-foo" });
  expect(text).toBe(
    [
      "demo/no-foo (off)\nDisallow foo.\nSee ## below.",
      "## Wrong\n\nfoo\n## Right\n\nbar",
      "https://example.com/no-foo",
    ].join("\n"),
  );
});

test("evidence: three excerpts outside of tests, of different files, and the counts", async () => {
  assisted.workspace({
    "code/a.go": body("first()", "bar()", "last()", "bar()"),
    "code/b.go": body("bar()", "foo()"),
    "code/b_test.go": body("bar()"),
    "code/c.go": body("bar()"),
    "code/d.go": body("bar()"),
  });
  const { text } = await assisted.assistant.call("evidence", { rule: "demo/no-foo" });
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
  assisted.workspace({
    "code/a.go": "package p\n\nvar a = bar()\n",
    "code/b.go": `package p\n\nvar b = wrap(\n${lines.join("")})\n`,
    "code/c.go": body("legacy()", "legacy()", "unclear()", "foo()", "wrap()", "wrap()"),
    "code/tests/d_test.go": body("bar()"),
  });
  const { text } = await assisted.assistant.call("evidence", {
    rule: "demo/no-foo",
    place: ".",
  });
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
  const tests = await assisted.assistant.call("evidence", {
    rule: "demo/no-foo",
    place: "tests",
  });
  expect(tests.text).toMatch(/^\/\/ tests\/d_test\.go:4 in f\n/u);
});
