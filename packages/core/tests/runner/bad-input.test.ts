import { expect, test } from "@jest/globals";
import { symlinkSync } from "node:fs";
import { Gopherwood, type Report } from "../../src/runner/index.ts";
import { configWith, newProject } from "./fixture.ts";

async function lintText(text: string | Uint8Array, rules?: Record<string, unknown>) {
  using project = newProject({
    "gopherwood.config.mjs": configWith(rules ?? { "demo/no-foo": "error" }),
    "a.go": text,
  });
  return await new Gopherwood({ cwd: project.root }).lintFiles(["a.go"]);
}

function places({ results, problems }: Report): string[] {
  return [
    ...results.flatMap(({ messages }) =>
      messages.map(({ line, column, message }) => `${line}:${column} ${message}`),
    ),
    ...problems.map(
      ({ path, line, ruleId, message }) => `${path}:${line ?? ""} ${ruleId ?? ""} ${message}`,
    ),
  ];
}

const FOO = "Do not use foo.";

test("a path that is not there and a file that cannot be read; the rest is linted", async () => {
  using project = newProject({ "a.go": "package p\n\nvar foo int\n" });
  symlinkSync("gone.go", project.path("dangling.go"));
  symlinkSync("/proc/self/mem", project.path("unreadable.go"));
  const engine = new Gopherwood({ cwd: project.root });
  const report = await engine.lintFiles(["nope", "dangling.go", "unreadable.go", "a.go"]);
  expect(places(report)).toEqual([
    `3:5 ${FOO}`,
    expect.stringContaining("nope:  No such file or directory"),
    expect.stringContaining("dangling.go:  No such file or directory"),
    expect.stringMatching(/^unreadable\.go: {2}(?:Cannot be read|No such file)/u),
  ]);
});

test.each([
  ["a byte order mark", "\uFEFFpackage p\n\nvar foo int\n", [`3:5 ${FOO}`]],
  ["CRLF", "package p\r\n\r\nvar (\r\n\tfoo int\r\n)\r\n", [`4:2 ${FOO}`]],
  ["no final newline", "package p\n\nvar foo int", [`3:5 ${FOO}`]],
  ["an emoji", 'package p\n\nfunc f() { g("🚀", foo) }\n', [`3:20 ${FOO}`]],
  ["an empty file", "", []],
  [
    "Go that does not parse",
    "package p\n\nfunc f( { foo() }\n\nfunc g() { foo() }\n",
    ["3:8 Syntax error: missing ).", `3:11 ${FOO}`, `5:12 ${FOO}`],
  ],
  [
    "NUL bytes",
    "package p\n\nfunc f() { foo()\0 }\n\nfunc g() { foo() }\n",
    [`3:12 ${FOO}`, "3:17 Syntax error: a NUL byte in Go source.", `5:12 ${FOO}`],
  ],
])("%s: right positions", async (_, text, expected) => {
  const report = await lintText(text);
  expect(places(report)).toEqual(expected);
  expect(report.files[0]?.bytes).toBe(Buffer.byteLength(text));
});

test("invalid UTF-8", async () => {
  const text = Buffer.from('package p\n\n// X\nvar s = "X" + foo\n', "latin1");
  for (let at = text.indexOf("X"); at !== -1; at = text.indexOf("X")) text[at] = 0xff;
  expect(places(await lintText(text))).toEqual([`4:15 ${FOO}`]);
});

test("a syntax error stands in the file's entry too", async () => {
  const { files } = await lintText("package p\n\nfunc f( { foo() }\n");
  expect(files).toEqual([
    {
      path: "a.go",
      bytes: 29,
      lines: 3,
      outcome: "linted",
      syntaxError: { message: "Syntax error: missing ).", line: 3, column: 8 },
    },
  ]);
});

test("nodes that are 10,000 deep, closed and open, by kind and by selector", async () => {
  const open = "package p\n\nvar x = " + "(".repeat(10_000) + "foo";
  const closed = open + ")".repeat(10_000) + "\n";
  expect(places(await lintText(closed))).toEqual([`3:10009 ${FOO}`]);
  expect(places(await lintText(open))).toContain(`3:10009 ${FOO}`);
  // A call is two nodes deep. Of each the declaration around it is looked for, all the way.
  const calls = "package p\n\nvar x = " + "f(".repeat(1000) + "1" + ")".repeat(1000) + "\n";
  const rules = { "demo/selector": "error", "demo/calls": "error" };
  const { results, problems } = await lintText(calls, rules);
  expect(problems).toEqual([]);
  expect(results[0]?.errorCount).toBe(2000);
});

test("a file of 20 MB", async () => {
  const line = `func f() { println("${"a text that says nothing to any rule ".repeat(300)}") }\n`;
  const body = line.repeat(Math.ceil(20_000_000 / line.length));
  const report = await lintText(`package p\n\n${body}var foo int\n`);
  expect(places(report)).toEqual([`${report.files[0]?.lines}:5 ${FOO}`]);
});

test.each([
  ["throws-in-create", "", "The rule threw: create failed"],
  ["throws-in-listener", "4", "The rule threw: listener failed"],
  ["throws-string", "", expect.stringMatching(/^The rule threw: ./u)],
  ["no-listeners", "", expect.stringMatching(/^The rule threw: ./u)],
  ["string-for-listeners", "", expect.stringContaining("create returned a string")],
  ["promise-for-listeners", "", expect.stringContaining("create returned a promise")],
  ["number-for-listener", "", expect.stringContaining("'call_expression' is no function")],
])("the rule %s is named; other rules and files go on", async (rule, line, message) => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({
      [`demo/${rule}`]: "error",
      "demo/no-foo": "error",
      "demo/calls": "warn",
    }),
    "a.go": "package p\n\nvar foo = f()\nvar x = boom()\n",
    "b.go": "package p\n\nvar foo int\n",
  });
  const report = await new Gopherwood({ cwd: project.root }).lintFiles(["."]);
  expect(report.results.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
    ["demo/no-foo", "demo/calls", "demo/calls"],
    ["demo/no-foo"],
  ]);
  expect(report.sites).toHaveLength(4);
  const [problem] = report.problems;
  expect(problem).toMatchObject({ path: "a.go", ruleId: `demo/${rule}` });
  expect(problem?.message).toEqual(message);
  expect(problem && "line" in problem ? String(problem.line) : "").toBe(line);
});

test("rules without an end are named and off from then on; other rules and files go on", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({
      "demo/endless": "error",
      "demo/endless-in-create": "error",
      "demo/no-foo": "error",
    }),
    "a.go": "package p\n\nvar foo = f()\n",
    "b.go": "package p\n\nvar foo = f()\n",
  });
  const engine = new Gopherwood({ cwd: project.root, ruleTimeout: 200 });
  const report = await engine.lintFiles(["."]);
  const why = "The rule did not end within 0.2 s: it is off for the rest of the run.";
  expect(places(report)).toEqual([
    `3:5 ${FOO}`,
    `3:5 ${FOO}`,
    `a.go: demo/endless-in-create ${why}`,
    `a.go: demo/endless ${why}`,
  ]);
});

test("what happens in the first pass of fixing is not forgotten in the last", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/endless": "error", "demo/words": "error" }),
    "a.go": 'package p\n\nvar x = f("xa")\n',
  });
  const engine = new Gopherwood({ cwd: project.root, ruleTimeout: 200, fix: { write: false } });
  const { problems, fixes } = await engine.lintFiles(["."]);
  expect(fixes).toMatchObject([{ ruleId: "demo/words" }]);
  expect(problems).toMatchObject([{ ruleId: "demo/endless" }]);
});

test("a rule that was not made with defineRule sees its nodes beside others", async () => {
  const rules = { "demo/plain": "error", "demo/calls": "error" };
  const text = "package p\n\nfunc f() {\n\treturn\n}\n";
  expect(places(await lintText(text, rules))).toEqual(["4:2 A return."]);
});

test("a file with a processor is refused", async () => {
  using project = newProject({
    "gopherwood.config.mjs":
      'import { base } from "PLUGIN";\n' +
      'export default [base, { files: ["a.go"], processor: { meta: { name: "x" }, ' +
      "preprocess: (text) => [text], postprocess: (lists) => lists.flat() } }];",
    "a.go": "package p\n",
    "b.go": "package p\n",
  });
  const { problems, files } = await new Gopherwood({ cwd: project.root }).lintFiles(["."]);
  expect(problems).toMatchObject([
    { path: "a.go", message: expect.stringContaining("gopherwood runs none") },
  ]);
  expect(files.map(({ path }) => path)).toEqual(["b.go"]);
});

test("two rules that throw are both named", async () => {
  const rules = { "demo/throws-string": 2, "demo/throws-in-create": 2, "demo/no-listeners": 2 };
  const { problems } = await lintText("package p\n\nvar x = f()\n", rules);
  expect(problems.map(({ ruleId }) => ruleId).sort()).toEqual([
    "demo/no-listeners",
    "demo/throws-in-create",
    "demo/throws-string",
  ]);
});

test("no Go file: it says where it looked", async () => {
  using project = newProject({ "docs/readme.md": "" });
  const report = await new Gopherwood({ cwd: project.root }).lintFiles(["docs"]);
  expect(places(report)).toEqual([
    expect.stringContaining(`No Go file was found in ${project.path("docs")}.`),
  ]);
});

test("a program's files are left alone unless they are asked for", async () => {
  const text = "// Code generated by x. DO NOT EDIT.\n\npackage p\n\nvar foo int\n";
  expect((await lintText(text)).files[0]?.outcome).toBe("generated");
  using project = newProject({
    "gopherwood.config.mjs": configWith(
      { "demo/no-foo": "error" },
      { files: ["**/*.go"], languageOptions: { generated: true } },
    ),
    "a.go": text,
  });
  const report = await new Gopherwood({ cwd: project.root }).lintFiles(["."]);
  expect(places(report)).toEqual([`5:5 ${FOO}`]);
});
