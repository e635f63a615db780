import { expect, jest, test } from "@jest/globals";
import { rmSync } from "node:fs";
import { declarationOf } from "../../src/documents/declarations.ts";
import { OpenDocuments, type LintedText } from "../../src/documents/index.ts";
import { OverlaidFiles } from "../../src/documents/overlaid-files.ts";
import { GoSourceCode, SyntaxTree } from "../../src/index.ts";
import { IncrementalParser } from "../../src/syntax/incremental-parser.ts";
import { configWith, newProject } from "../runner/fixture.ts";
import { fileSystem } from "../semantics/module-files.ts";

/** Rules that show what a rule is told, and one that takes its time. */
const RULES = `
import core, { defineRule, formatType } from "@gopherwood/core";

const docs = { description: "Disallow things.", category: "demo" };
const rule = (name, create) =>
  defineRule({ name, meta: { type: "problem", docs, messages: { found: "{{text}}" } }, create });

const rules = {
  cwd: rule("demo/cwd", (context) => ({
    package_clause: (node) => context.report({ node, messageId: "found", data: { text: context.cwd } }),
  })),
  types: rule("demo/types", (context) => ({
    short_var_declaration({ left: node, right }) {
      const text = formatType(context.semantics.typeOf(right.namedChildren[0]));
      context.report({ node, messageId: "found", data: { text } });
    },
  })),
  related: rule("demo/related", (context) => ({
    defer_statement: (node) =>
      context.report({ node, messageId: "found", data: { text: "defer" }, approach: "deferred" }),
  })),
  slow: rule("demo/slow", (context) => ({
    go_statement(node) {
      for (const end = Date.now() + 500; Date.now() < end;);
      context.report({ node, messageId: "found", data: { text: "slow" } });
    },
  })),
};

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood: core, demo: { rules } },
  language: "gopherwood/go",
  rules: { "demo/types": "error", "demo/related": "error", "demo/slow": "error", "demo/cwd": RULE_OF_CWD },
}];
`;
const QUIET = RULES.replace("RULE_OF_CWD", '"off"');

const messagesOf = (linted: LintedText | null) =>
  linted?.result.messages.map(({ message }) => message);

test("while somebody types there are no fixes, and no sites but violations", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/words": "error", "demo/calls": "error" }),
  });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  const text = 'package p\n\nvar a = "xa"\n\nvar b = good() + bad()\n';
  documents.change(path, text);
  const found = (linted: LintedText | null) => [
    linted?.result.messages.map(({ line, fix }) => [line, fix?.text]),
    linted?.sites.map(({ verdict, subject, messageIndex }) => [verdict, subject, messageIndex]),
    linted?.result.source,
    linted?.declarations,
  ];
  const typed = [
    [
      [3, undefined],
      [5, undefined],
    ],
    [
      ["violation", '"xa"', 0],
      ["violation", "bad()", 1],
    ],
    undefined,
    [null, null],
  ];
  expect(found(await documents.lintWhileTyping(path))).toEqual(typed);
  const whole = [
    [
      [3, "a"],
      [5, undefined],
    ],
    [
      ["violation", '"xa"', 0],
      ["compliant", "good()", undefined],
      ["violation", "bad()", 1],
    ],
    text,
    [null, null],
  ];
  expect(found(await documents.lint(path))).toEqual(whole);
  expect(found(await documents.lintWhileTyping(path))).toEqual(typed);
  const all = { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } };
  const [change] = await documents.changesAt(path, all, null);
  expect(change?.fix).toBe(text.replace("xa", "a"));
  documents.change(path, "package p\n");
  expect(found(await documents.lintWhileTyping(path)).slice(0, 2)).toEqual([[], []]);
  documents.change(path, "package p\n\nvar a = good()\n");
  expect(found(await documents.lint(path)).at(-1)).toEqual([]);
  documents.dispose();
});

test("a document has a parser of its own, which restarts for the final result", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/words": "error" }),
  });
  project.write("b.go", 'package p\n\nvar b = "y"\n');
  const parse = jest.spyOn(IncrementalParser.prototype, "parse");
  const dispose = jest.spyOn(IncrementalParser.prototype, "dispose");
  try {
    const documents = new OpenDocuments(project.root);
    const [path, first, second] = ["a.go", 'var a = "xa"', 'var a = "xb"'];
    const at = project.path(path);
    const textOf = (line: string) => `package p\n\n${line}\n`;
    documents.change(at, textOf(first));
    await documents.lintWhileTyping(at);
    documents.change(at, textOf(second));
    await documents.lintWhileTyping(at);
    await documents.lintWithin(at, "imports");
    expect(parse.mock.calls).toEqual([first, second, second].map((line) => [textOf(line)]));
    expect(new Set(parse.mock.contexts).size).toBe(1);
    expect(dispose).not.toHaveBeenCalled();
    await documents.lint(at);
    expect([parse.mock.calls.length, dispose.mock.calls.length]).toEqual([4, 1]);
    // Neither a file that is not open nor a text that nobody sees has one.
    await documents.lint(project.path("b.go"));
    expect(await documents.fix(at)).toBe(textOf('var a = "b"'));
    const texts = parse.mock.calls.slice(4).map(([text]) => text);
    expect(new Set(texts)).toEqual(new Set([textOf(second)]));
    documents.dispose();
  } finally {
    parse.mockRestore();
    dispose.mockRestore();
  }
});

test("the sites of violations have what their rule says of them, also while somebody types", async () => {
  using project = newProject({ "gopherwood.config.mjs": QUIET });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  documents.change(path, "package p\n\nfunc f() {\n\tdefer f()\n}\n");
  for (const linted of [await documents.lintWhileTyping(path), await documents.lint(path)]) {
    expect(linted?.sites).toMatchObject([{ approach: "deferred", message: "defer" }]);
  }
  documents.dispose();
});

test("while somebody types, what others wrote counts, and no time limit", async () => {
  using project = newProject({
    "gopherwood.config.mjs": QUIET,
    "p/s.go": "package p\n\ntype S struct{ A int }\n",
  });
  const documents = new OpenDocuments(project.root, 150);
  const path = project.path("p/user.go");
  documents.change(path, "package p\n\nfunc f(s S) {\n\tshown := s.A\n\tgo f(s)\n}\n");
  expect(messagesOf(await documents.lintWhileTyping(path))).toEqual(["int", "slow"]);
  expect((await documents.lintWhileTyping(path))?.sites).toMatchObject([
    { subject: "shown", message: "int" },
    { subject: "go f(s)", message: "slow" },
  ]);
  documents.change(project.path("p/s.go"), "package p\n\ntype S struct{ A bool }\n");
  const typed = await documents.lintWhileTyping(path);
  expect([messagesOf(typed), typed?.problems]).toEqual([["bool", "slow"], []]);
  const linted = await documents.lint(path);
  expect(messagesOf(linted)).toEqual(["bool"]);
  expect(linted?.problems).toMatchObject([{ ruleId: "demo/slow" }]);
  documents.dispose();
});

test("a step that reads a part of the project leaves the next one all of it", async () => {
  const convert =
    'package p\n\nimport "example.com/m/q"\n\nfunc f() {\n\tshown := q.L[int](nil)\n}\n';
  using project = newProject({
    "gopherwood.config.mjs": QUIET,
    "go.mod": "module example.com/m\n",
    "q/q.go": "package q\n\ntype L[T any] []T\n",
  });
  const documents = new OpenDocuments(project.root);
  const path = project.path("p/p.go");
  documents.change(path, convert);
  expect(await documents.lintWithin(path, "package")).toBeNull();
  const all = { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } };
  const [change] = await documents.changesAt(path, all, null);
  expect(change?.message.message).toBe("q.L[int]");
  expect(messagesOf(await documents.lintWithin(path, "imports"))).toEqual(["q.L[int]"]);
  using wrong = newProject({ "gopherwood.config.mjs": "export default 1;" });
  const other = wrong.path("a.go");
  await expect(documents.lintWithin(other, "package")).rejects.toThrow("gopherwood.config.mjs");
  documents.dispose();
});

test("files that are not open are read; rules are told the working directory, and configs are named", async () => {
  using project = newProject({
    "gopherwood.config.mjs": RULES.replace("RULE_OF_CWD", '"error"'),
    "a.go": "package p\n",
    "sub/b.go": "package sub\n",
    "sub/c.txt": "package sub\n",
    "out/d.go": "package out\n",
    ".gitignore": "out\n",
  });
  const documents = new OpenDocuments(project.path("sub"));
  const path = project.path("a.go");
  expect(documents.configFiles).toEqual([]);
  documents.close(path);
  expect(messagesOf(await documents.lint(path))).toEqual([project.path("sub")]);
  expect(documents.configFiles).toEqual([project.path("gopherwood.config.mjs")]);
  expect(await documents.filesIn(project.root)).toEqual([path, project.path("sub/b.go")]);
  documents.change(path, "package p\n\nfunc f() { shown := 1 }\n");
  expect(messagesOf(await documents.lint(path))).toHaveLength(2);
  documents.close(path);
  expect(messagesOf(await documents.lint(path))).toHaveLength(1);
  rmSync(path);
  expect(await documents.lint(path)).toBeNull();
  documents.dispose();
});

test("a file without a config, or that its config ignores, has no changes and no fixes", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/words": "error" }, { ignores: ["out.go"] }),
  });
  const documents = new OpenDocuments(project.root);
  const text = 'package p\n\nvar a = "xa"\n';
  const all = { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } };
  using apart = newProject({});
  rmSync(apart.path("gopherwood.config.mjs"));
  for (const path of [project.path("out.go"), apart.path("a.go")]) {
    documents.change(path, text);
    expect(await documents.changesAt(path, all, null)).toEqual([]);
    expect(await documents.fix(path)).toBe(text);
    expect(await documents.lint(path)).toBeNull();
    expect(await documents.rulePage(path, "demo/words")).toBeNull();
  }
  documents.dispose();
});

test("the page of a rule is shown with its examples, and without its title and its other sections", async () => {
  using project = newProject({
    "node_modules/demo/package.json": '{ "name": "demo" }',
    "node_modules/demo/docs/rules/no-foo.md":
      "# demo/no-foo\n\nIt is bad.\n\n# More\n\n## Wrong\n\n`foo`\n\n## Options\n\nNone.\n\n## Right\n\n### Good\n\n`bar`\n\n## Wrong or right\n\n## Notes\n",
    "node_modules/demo/docs/rules/words.md": "A page\n# without a title.\n",
  });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  expect(await documents.rulePage(path, "demo/no-foo")).toEqual({
    description: "Disallow things.",
    url: "",
    text: "It is bad.\n\n# More\n\n## Wrong\n\n`foo`\n\n## Right\n\n### Good\n\n`bar`",
  });
  expect(await documents.rulePage(path, "demo/calls")).toMatchObject({ text: "" });
  expect(await documents.rulePage(path, "demo/words")).toMatchObject({
    text: "A page\n# without a title.",
  });
  expect(await documents.rulePage(path, "demo/none")).toBeNull();
  documents.dispose();
});

test("open documents take the place of files, and new ones are in the lists", () => {
  const below = fileSystem({ "/m/b.go": "package b\n", "/m/sub/x.go": "package x\n" });
  const files = new OverlaidFiles(below);
  files.open("/m/b.go", "\uFEFFpackage new // \uFEFF\n");
  files.open("/m/a.go", "");
  files.open("/m/sub/y.go", "package y\n");
  expect(files.openPaths).toEqual(["/m/b.go", "/m/a.go", "/m/sub/y.go"]);
  const texts = ["b", "a", "sub/x", "none"].map((name) => files.readText(`/m/${name}.go`));
  expect(texts).toEqual(["package new // \uFEFF\n", "", "package x\n", null]);
  expect([files.openText("/m/b.go"), files.openText("/m/sub/x.go")]).toEqual([
    ...["package new // \uFEFF\n", undefined],
  ]);
  expect(files.listFiles("/m")).toEqual(["a.go", "b.go"]);
  expect(files.listFiles("/m/sub")).toEqual(["x.go", "y.go"]);
  expect(files.listDirectories("/m")).toEqual(["sub"]);
  files.close("/m/b.go");
  files.close("/m/a.go");
  expect(files.readText("/m/b.go")).toBe("package b\n");
  expect(files.listFiles("/m")).toEqual(["b.go"]);
  expect([files.moduleCache, files.standardLibrary]).toEqual([
    ...[below.moduleCache, below.standardLibrary],
  ]);
});

const DECLARING = `package p

import (
	"fmt"
	other "log"
)

var global int

const limit = 1

type named int

func run() {}

func (receiver named) method(
	parameter int,
) (result int, shown fmt.Stringer) {
	local := 1
	fmt.Println(other.Flags, global, limit, named(1), run, receiver, parameter, result, local, nil)
	unknown, same := local + 1, 2; use(same)
}
`;

test.each<[name: string, found: string | null]>([
  ["fmt.P", "import fmt 4:2-4:7"],
  ["fmt.Stringer", "import fmt 4:2-4:7"],
  ["other.F", "import other 5:2-5:13"],
  ["global,", "global 8:5-8:15"],
  ["limit,", null],
  ["named(1", null],
  ["run,", null],
  ["receiver,", "receiver 16:7-16:21"],
  ["parameter,", "parameter 17:2-17:15"],
  ["result,", "result 18:4-18:14"],
  ["local,", "local 19:2-19:12"],
  ["nil)", null],
  ["unknown", null],
  ["same)", null],
  ["(other", null],
  ["Println", null],
  ["ther.F", null],
])("the declaration of what begins with %s", (code, found) => {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(DECLARING));
  const place = sourceCode.getLocFromIndex(DECLARING.lastIndexOf(code));
  const declaration = declarationOf({ ruleId: "x/foo", ...place }, sourceCode);
  const shown = declaration && [
    ...(declaration.isImport ? ["import"] : []),
    declaration.name,
    [declaration.loc.start, declaration.loc.end]
      .map(({ line, column }) => `${line}:${column}`)
      .join("-"),
  ];
  expect(shown && shown.join(" ")).toBe(found);
  expect(declarationOf({ ruleId: null, ...place }, sourceCode)).toBeNull();
});
