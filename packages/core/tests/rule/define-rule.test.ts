import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import { defineRule, packageNames, type RuleListeners } from "../../src/index.ts";
import { goConfig, inFunction } from "../source/lint.ts";
import { ProjectIndex } from "../../src/semantics/project-index/project-index.ts";
import { NO_FILES } from "../../src/source/file-system.ts";
import { DOCS, lintWith, MESSAGES, ruleOf } from "./rule-of.ts";

describe("evidence", () => {
  test("is what a rule reports and attests, in the order it says it", () => {
    const rule = ruleOf((context) => ({
      call_expression(node) {
        const name = node.function.text;
        if (name === "bad") {
          context.report({ node, messageId: "found", data: { what: name } });
        } else {
          const verdict = name as "compliant" | "exempt" | "undecided";
          context.attest({ node, verdict, reason: `for ${name}`, approach: "by name" });
        }
      },
      "function_declaration:exit": (node) => {
        context.attest({ node: node.name, verdict: "exempt" });
      },
    }));
    const code = inFunction("compliant()\nbad(\n\t1,\n)\nundecided()\nexempt()");
    const { messages, sourceCode } = lintWith(rule, code);
    expect(messages).toMatchObject([{ ruleId: "x/it", message: "Found bad.", line: 5 }]);
    expect(sourceCode.sites).toMatchObject([
      { verdict: "compliant", reason: "for compliant", approach: "by name", symbol: "f" },
      { verdict: "violation", messageId: "found", subject: "bad( 1, )", ruleId: "x/it" },
      { verdict: "undecided", subject: "undecided()" },
      { verdict: "exempt", subject: "exempt()" },
      { verdict: "exempt", subject: "f", range: { start: { line: 3, column: 6 } } },
    ]);
    expect(sourceCode.sites[4]).not.toHaveProperty("reason");
  });

  test("counts on neither side in an exempt file", () => {
    const rule = ruleOf(
      (context) => ({
        call_expression(node) {
          context.report({ node, messageId: "other" });
          context.attest({ node, verdict: "compliant" });
          context.attest({ node, verdict: "exempt", reason: "another" });
          context.attest({ node, verdict: "undecided", reason: "unknown" });
        },
      }),
      { exemptions: { exemptPackages: packageNames(["p"]) } },
    );
    const { messages, sourceCode } = lintWith(rule, inFunction("g()"));
    expect(messages).toEqual([]);
    expect(sourceCode.sites).toMatchObject([
      { verdict: "exempt", reason: "exempt package: p" },
      { verdict: "exempt", reason: "exempt package: p" },
      { verdict: "exempt", reason: "exempt package: p" },
    ]);
    expect(sourceCode.sites).toHaveLength(3);
  });

  test("of a report for a place of its own has that place", () => {
    const rule = ruleOf((context) => ({
      call_expression: ({ loc, function: node }) => {
        context.report({ loc: loc.end, messageId: "other" });
        context.report({ node, loc, messageId: "other" });
      },
    }));
    const { messages, sourceCode } = lintWith(rule, inFunction("g(h)"));
    expect(messages.map(({ line, column }) => ({ line, column }))).toEqual(
      sourceCode.sites
        .map(({ range }) => range.start)
        .sort((one, other) => one.column - other.column),
    );
    expect(sourceCode.sites).toMatchObject([
      { symbol: "f", range: { start: { column: 6 }, end: { column: 6 } } },
      { symbol: "f", subject: "g", range: { start: { column: 2 }, end: { column: 6 } } },
    ]);
  });

  test("of a report without a node is of the node there; a suppressed report is one too", () => {
    const rule = ruleOf((context) => ({
      package_clause: () => {
        context.report({ loc: { line: 1, column: 1 }, messageId: "other" });
      },
      call_expression: (node) => {
        context.report({ node, messageId: "other" });
      },
    }));
    const text = "package p\n\nvar _ = g() //gopherwood:disable-line\n";
    const { messages, sourceCode } = lintWith(rule, text);
    expect(messages).toHaveLength(1);
    expect(sourceCode.sites).toMatchObject([
      { verdict: "violation", subject: "package p", range: { start: { line: 1, column: 1 } } },
      { verdict: "violation", subject: "g()" },
    ]);
  });

  test("names the declaration around the site", () => {
    const rule = ruleOf((context) => ({
      call_expression: (node) => {
        context.attest({ node, verdict: "compliant" });
      },
    }));
    const code = `package p
var v = a()
func (t *T[K, V]) M() { func() { b() }() }
func (T) N() { type local [c()]int }
func (_ ...T) O() { d() }
type S struct { f [e()]int }
func G[P any]() { g() }
`;
    const sites = Object.fromEntries(
      lintWith(rule, code).sourceCode.sites.map(({ subject, symbol }) => [subject, symbol]),
    );
    expect(sites).toMatchObject({
      "a()": "",
      "b()": "(*T).M",
      "c()": "(T).N",
      "e()": "S",
      "g()": "G",
    });
  });

  test("of a long site is one short line", () => {
    const rule = ruleOf((context) => ({
      call_expression: (node) => {
        context.attest({ node, verdict: "compliant" });
      },
    }));
    const [site] = lintWith(rule, inFunction(`f(\n\t\t"${"x".repeat(200)}",\n)`)).sourceCode
      .sites;
    expect(site?.subject).toHaveLength(120);
    expect(site?.subject).toMatch(/^f\( "x+\.\.\.$/u);
  });
});

describe("options are validated and filled as ESLint does", () => {
  const seen: unknown[] = [];
  const rule = ruleOf(
    (context) => {
      seen.push(context.options);
      return {};
    },
    {
      options: {
        a: { description: "A.", type: "string", default: "default" },
        b: { description: "B.", type: "array", items: { type: "string" }, default: ["c"] },
      },
    },
  );

  test.each<[Linter.RuleEntry, unknown]>([
    ["error", [{ a: "default", b: ["c"] }]],
    [["error", {}], [{ a: "default", b: ["c"] }]],
    [["error", { a: "given" }], [{ a: "given", b: ["c"] }]],
    [["error", { b: [] }], [{ a: "default", b: [] }]],
  ])("%j", (setting, options) => {
    seen.length = 0;
    lintWith(rule, "package p", setting);
    expect(seen).toEqual([options]);
  });

  test.each<[Linter.RuleEntry, string]>([
    [["error", { a: 1 }], "should be string"],
    [["error", { c: 1 }], 'Unexpected property "c"'],
    [["error", {}, {}], "should NOT have more than 1 items"],
  ])("%j is refused", (setting, message) => {
    expect(() => lintWith(rule, "package p", setting)).toThrow(message);
  });

  test("a rule without a schema takes none", () => {
    expect(() =>
      lintWith(
        ruleOf(() => ({})),
        "package p",
        ["error", 1],
      ),
    ).toThrow("should NOT have more than 0 items");
  });
});

test("the context is ESLint's: id, filename, cwd, settings, source code", () => {
  let keys: unknown;
  const rule = ruleOf((context) => {
    keys = [context.id, context.filename, context.settings, context.sourceCode.text];
    return {};
  });
  const config = goConfig(
    { rules: { "x/it": "error", "x/calls": "off" }, settings: { a: 1 } },
    { it: rule },
  );
  new Linter({ configType: "flat" }).verify("package p", config, { filename: "a.go" });
  expect(keys).toEqual(["x/it", "a.go", { a: 1 }, "package p"]);
});

test("a listener that no kind has stops the lint, and names the rule", () => {
  const rule = ruleOf(() => ({ CallExpression: () => {} }) as RuleListeners);
  expect(() => lintWith(rule, "package p")).toThrow(
    /rule 'x\/it': 'CallExpression' is not a node kind of Go's grammar\.[^]*a\.go/u,
  );
});

test("a rule that throws is named with its file and line", () => {
  const rule = ruleOf(() => ({
    call_expression() {
      throw new Error("Oops.");
    },
  }));
  expect(() => lintWith(rule, inFunction("g()"))).toThrow(
    /Oops\.[^]*a\.go:4[^]*Rule: "x\/it"/u,
  );
});

test("what a rule may fix it says in its meta, as in ESLint", () => {
  const rule = ruleOf((context) => ({
    call_expression: (node) => {
      context.report({ node, messageId: "other", fix: (fixer) => fixer.remove(node) });
    },
  }));
  expect(() => lintWith(rule, inFunction("g()"))).toThrow(
    "must set the `meta.fixable` property",
  );
});

test("a rule gets the answer of the tree, which is remembered with its options", () => {
  const told: unknown[] = [];
  const rule = defineRule({
    name: "x/it",
    meta: {
      docs: DOCS,
      messages: MESSAGES,
      options: { most: { description: "At most.", type: "integer", default: 3 } },
    },
    askTree: ({ path, index, files }, { most }) => ({
      path,
      most,
      texts: [files.readText("/p/b.go"), files.readText(`${index.root}/a.go`)],
    }),
    create(context, { most }, answer) {
      told.push([most, answer]);
      return {};
    },
  });
  const { sourceCode } = lintWith(rule, "package p\n", ["error", { most: 4 }]);
  const answer = { path: "a.go", most: 4, texts: [null, null] };
  expect(told).toEqual([[4, answer]]);
  expect([...sourceCode.treeAnswers.values()]).toEqual([{ options: [{ most: 4 }], answer }]);
  expect([...sourceCode.treeReaders]).toEqual([]);
  const file = { path: "/p/a.go", index: new ProjectIndex("/p", NO_FILES), files: NO_FILES };
  expect(rule.meta.askTree?.(file, [{ most: 5 }])).toEqual({
    ...answer,
    path: "/p/a.go",
    most: 5,
  });
  expect(ruleOf(() => ({})).meta.askTree).toBeUndefined();
});
