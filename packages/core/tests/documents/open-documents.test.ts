import { renameSync, rmSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { OpenDocuments, type LintedText } from "../../src/documents/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";
import { configWith, newProject, type Project } from "../runner/fixture.ts";

/** A rule that reports the type of each variable named `shown`. */
const TYPES = `
import core, { defineRule, formatType } from "@gopherwood/core";

const types = defineRule({
  name: "demo/types",
  meta: {
    type: "problem",
    docs: { description: "Disallow things.", category: "demo" },
    messages: { type: "{{type}}" },
  },
  create(context) {
    return {
      short_var_declaration({ left, right }) {
        const type = formatType(context.semantics.typeOf(right.namedChildren[0]));
        context.report({ node: left, messageId: "type", data: { type } });
      },
    };
  },
});

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood: core, demo: { rules: { types } } },
  language: "gopherwood/go",
  rules: { "demo/types": "error" },
}];
`;

const USER = "package p\n\nfunc f(s S) { shown := s.A }\n";

function module(files: Record<string, string> = {}): Project {
  return newProject({
    "gopherwood.config.mjs": TYPES,
    "go.mod": "module example.com/m\n",
    "p/s.go": "package p\n\ntype S struct{ A int }\n",
    "p/user.go": USER,
    ...files,
  });
}

function messagesOf(linted: LintedText | null): string[] | undefined {
  return linted?.result.messages.map(({ message }) => message);
}

test("a struct that is changed and not saved changes types in other files", async () => {
  using project = module();
  const documents = new OpenDocuments(project.root);
  documents.change(project.path("p/user.go"), USER);
  const types = async () => messagesOf(await documents.lint(project.path("p/user.go")));
  expect(await types()).toEqual(["int"]);
  documents.change(project.path("p/s.go"), "package p\n\ntype S struct{ A string }\n");
  expect(await types()).toEqual(["string"]);
  documents.close(project.path("p/s.go"));
  expect(await types()).toEqual(["int"]);
  documents.dispose();
});

test("types of another package change with its document", async () => {
  using project = module({
    "q/q.go": 'package q\n\nimport "example.com/m/p"\n\nfunc g(s p.S) { shown := s.A }\n',
  });
  const documents = new OpenDocuments(project.root);
  const types = async () => messagesOf(await documents.lint(project.path("q/q.go")));
  expect(await types()).toEqual(["int"]);
  documents.change(project.path("p/s.go"), "package p\n\ntype S struct{ A bool }\n");
  expect(await types()).toEqual(["bool"]);
  documents.dispose();
});

test("a new file is seen before it is saved", async () => {
  using project = module();
  const documents = new OpenDocuments(project.root);
  const path = project.path("p/user.go");
  documents.change(path, "package p\n\nfunc f(t T) { shown := t.B }\n");
  expect(messagesOf(await documents.lint(path))).not.toEqual(["float64"]);
  documents.change(project.path("p/t.go"), "package p\n\ntype T struct{ B float64 }\n");
  expect(messagesOf(await documents.lint(path))).toEqual(["float64"]);
  documents.dispose();
});

test("files that change on disk are read anew: changed, added, removed, and go.mod", async () => {
  using project = module({
    "q/q.go": 'package q\n\nimport "example.com/m/p"\n\nfunc g(s p.S) { shown := s.A }\n',
  });
  const documents = new OpenDocuments(project.root);
  const types = async (name: string) => messagesOf(await documents.lint(project.path(name)));
  expect(await types("q/q.go")).toEqual(["int"]);
  project.write("p/s.go", "package p\n\ntype S struct{ A uint }\n");
  documents.filesChanged([project.path("p/s.go")]);
  expect(await types("q/q.go")).toEqual(["uint"]);
  renameSync(project.path("p/s.go"), project.path("p/moved.go"));
  documents.filesChanged([project.path("p/s.go"), project.path("p/moved.go")]);
  expect(await types("q/q.go")).toEqual(["uint"]);
  rmSync(project.path("p/moved.go"));
  documents.filesChanged([project.path("p/moved.go")]);
  expect(await types("q/q.go")).not.toEqual(["uint"]);
  project.write("p/moved.go", "package p\n\ntype S struct{ A int8 }\n");
  project.write("go.mod", "module example.com/other\n");
  documents.filesChanged(["go.mod", "p/moved.go"].map((name) => project.path(name)));
  expect(await types("q/q.go")).not.toEqual(["int8"]);
  expect(await types("p/user.go")).toEqual(["int8"]);
  documents.dispose();
});

test("a text has the findings that its file would have", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/words": "error", "demo/calls": "warn" }),
    "a.go": "package a\n",
  });
  const text =
    'package a\n\nfunc f() {\n\tg("xa 😀 xb") // eslint-disable-line demo/calls\n}\n';
  const documents = new OpenDocuments(project.root);
  documents.change(project.path("a.go"), text);
  const open = await documents.lint(project.path("a.go"));
  project.write("a.go", text);
  const { results } = await new Gopherwood({ cwd: project.root }).lintFiles(["a.go"]);
  expect(open?.result).toEqual(results[0]);
  documents.dispose();
});

test("a file that the config ignores has no result", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/no-foo": "error" }, { ignores: ["out.go"] }),
  });
  const documents = new OpenDocuments(project.root);
  documents.change(project.path("out.go"), "package p\n\nvar foo int\n");
  expect(await documents.lint(project.path("out.go"))).toBeNull();
  documents.dispose();
});

test("fixes all violations, or those of one rule", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/words": "error", "demo/no-foo": "error" }),
  });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  documents.change(path, 'package p\n\nvar foo = "xa"\n');
  expect(await documents.fix(path)).toBe('package p\n\nvar foo = "a"\n');
  expect(await documents.fix(path, "demo/no-foo")).toBe('package p\n\nvar foo = "xa"\n');
  expect(await documents.fix(path, "demo/words")).toBe('package p\n\nvar foo = "a"\n');
  documents.dispose();
});

/** A rule for each part of a project that is read: the file, its imports, the whole tree. */
const READERS = `
import core, { defineRule, formatType, projectIndexOf } from "@gopherwood/core";

const docs = { description: "Disallow things.", category: "demo" };
const rule = (name, create) =>
  defineRule({ name, meta: { type: "problem", docs, messages: { found: "{{text}}" } }, create });

const rules = {
  file: rule("demo/file", (context) => ({
    package_clause: (node) => context.report({ node, messageId: "found", data: { text: "file" } }),
  })),
  types: rule("demo/types", (context) => ({
    package_clause: (node) => context.report({ node, messageId: "found", data: { text: "early" } }),
    short_var_declaration: (node) => {
      const text = formatType(context.semantics.typeOf(node.right.namedChildren[0]));
      context.report({ node, messageId: "found", data: { text } });
    },
  })),
  tree: rule("demo/tree", (context) => {
    projectIndexOf(context.sourceCode);
    return { package_clause: (node) => context.report({ node, messageId: "found", data: { text: "tree" } }) };
  }),
};

export default [{
  files: ["**/*.go"],
  plugins: { gopherwood: core, demo: { rules } },
  language: "gopherwood/go",
  rules: { "demo/file": "error", "demo/types": "error", "demo/tree": "error" },
  linterOptions: { reportUnusedDisableDirectives: "error" },
}];
`;

test("step by step, rules have all of their findings or none, and no directive is unused too soon", async () => {
  const own = "package p\n\nfunc f(s S) { shown := s.A }\n";
  const imported = `package p

import "example.com/m/q"

func f(t q.T) {
	shown := t.B
	//gopherwood:disable-next-line demo/types -- known
	shown := t.B
}
`;
  using project = module({
    "gopherwood.config.mjs": READERS,
    "q/q.go": "package q\n\ntype T struct{ B bool }\n",
  });
  const steps = async (name: string, text: string) => {
    const documents = new OpenDocuments(project.root);
    const path = project.path(name);
    documents.change(path, text);
    const found = [
      messagesOf(await documents.lintWithin(path, "package")),
      messagesOf(await documents.lintWithin(path, "imports")),
      messagesOf(await documents.lint(path)),
    ];
    documents.dispose();
    return found;
  };
  expect(await steps("p/own.go", own)).toEqual([
    ["file", "early", "int"],
    ["file", "early", "int"],
    ["file", "early", "tree", "int"],
  ]);
  expect(await steps("p/imported.go", imported)).toEqual([
    ["file"],
    ["file", "early", "bool"],
    ["file", "early", "tree", "bool"],
  ]);
});

test("a message comes with the declaration of what its code begins with, if it is elsewhere", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/calls": "error" }),
  });
  const documents = new OpenDocuments(project.root);
  const path = project.path("a.go");
  documents.change(
    path,
    `package p

import l "log"

func f(c C) {
	l.Print()
	if c.Do() { }
	d := g(); d.Do()
	h(); undeclared.Do(); println()
}
`,
  );
  const linted = await documents.lint(path);
  const found = linted?.declarations.map(
    (one) => one && [one.name, one.isImport, one.loc.start.line, one.loc.start.column],
  );
  expect(found).toEqual([["l", true, 3, 8], ["c", false, 5, 8], null, null, null, null, null]);
  documents.dispose();
});

test("a rule that does not end is off from then on, and its message is for editors", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/endless": "error", "demo/no-foo": "error" }),
    "a.go": "package p\n\nvar foo = f()\n",
  });
  const documents = new OpenDocuments(project.root, 200);
  const path = project.path("a.go");
  const first = await documents.lint(path);
  const message =
    "The rule did not end within 0.2 s: it is off until a config changes or the server restarts.";
  expect(first?.problems).toEqual([{ path, ruleId: "demo/endless", message }]);
  const second = await documents.lint(path);
  expect(second?.problems).toEqual([]);
  expect(messagesOf(second)).toEqual(messagesOf(first));
  expect(messagesOf(second)).toHaveLength(1);
});
