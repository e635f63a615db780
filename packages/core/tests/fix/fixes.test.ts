import { describe, expect, test } from "@jest/globals";
import { Linter, type Rule } from "eslint";
import gopherwood, {
  defineRule,
  type CallExpressionNode,
  type GoFixer,
  type GoNode,
} from "../../src/index.ts";
import { Gopherwood, type FixOptions } from "../../src/runner/index.ts";
import { META as meta } from "./rules.ts";

/** Moves calls of `old.Do(...)` to `fresh.Do(...)`. */
const moves = defineRule<"wrong" | "fix">({
  name: "t/moves",
  meta,
  create: (context) => ({
    selector_expression(node) {
      if (node.operand.text !== "old") return;
      context.report({
        node,
        messageId: "wrong",
        fix(fixer) {
          const name = fixer.ensureImport("example.org/fresh");
          fixer.dropImportIfUnused("example.org/old");
          return fixer.replaceText(node.operand, name);
        },
      });
    },
  }),
});

/** A rule for calls of one function, whose fix or suggestion writes a text for the call. */
function replaces(called: string, text: (node: GoNode) => string, how: "fix" | "suggest") {
  return defineRule<"wrong" | "fix">({
    name: `t/${called}`,
    meta,
    create: (context) => ({
      call_expression(node) {
        if (node.function.text !== called) return;
        const fix = { fix: (fixer: Fixer) => fixer.replaceText(node, text(node)) };
        context.report({
          node,
          messageId: "wrong",
          ...(how === "fix" ? fix : { suggest: [{ messageId: "fix", ...fix }] }),
        });
      },
    }),
  });
}

type Fixer = Parameters<
  NonNullable<Parameters<Parameters<typeof moves.create>[0]["report"]>[0]["fix"]>
>[0];

const rules = {
  moves,
  swap: replaces("swap", () => "paws()", "fix"),
  paws: replaces("paws", () => "swap()", "fix"),
  broken: replaces("broken", () => "fine(", "fix"),
  fine: replaces("rename", () => "renamed()", "fix"),
  comment: replaces("long", () => "short()", "fix"),
  suggested: replaces("maybe", () => "sure()", "suggest"),
  bounds: replaces("bounds", () => "x:y", "fix"),
  clash: imports("clash", "example.org/a/same", "example.org/b/same"),
  first: imports("first", "example.org/a/same"),
  second: imports("second", "example.org/b/same"),
  overlaps: overlapping("overlaps"),
  either: either("either"),
  plain: {
    meta: { fixable: "code" },
    create: (context: Rule.RuleContext) => ({
      call_expression(node: CallExpressionNode) {
        if (node.function.text !== "plain") return;
        const [, end] = node.function.range;
        const fix = (fixer: Rule.RuleFixer) => fixer.insertTextAfterRange([end, end], "er");
        context.report({ loc: node.loc, message: "Wrong.", fix });
      },
    }),
  },
};

/** A rule that suggests a function of one package, and fixes with that of another. */
function either(called: string) {
  return defineRule<"wrong" | "fix">({
    name: `t/${called}`,
    meta,
    create: (context) => ({
      call_expression(node) {
        if (node.function.text !== called) return;
        const calls = (path: string) => (fixer: GoFixer) =>
          fixer.replaceText(node, `${fixer.ensureImport(path)}.Do()`);
        context.report({
          node,
          messageId: "wrong",
          suggest: [{ messageId: "fix", fix: calls("example.org/suggested") }],
        });
        context.report({ node, messageId: "wrong", fix: calls("example.org/fixed") });
      },
    }),
  });
}

/** A rule for calls of one function, whose fix calls a function of each of some packages. */
function imports(called: string, ...paths: readonly string[]) {
  return defineRule<"wrong" | "fix">({
    name: `t/${called}`,
    meta,
    create: (context) => ({
      call_expression(node) {
        if (node.function.text !== called) return;
        context.report({
          node,
          messageId: "wrong",
          fix: (fixer) =>
            fixer.replaceText(
              node,
              paths.map((path) => `${fixer.ensureImport(path)}.Do()`).join("; "),
            ),
        });
      },
    }),
  });
}

/** A rule whose fix changes a place twice. */
function overlapping(called: string) {
  return defineRule<"wrong" | "fix">({
    name: `t/${called}`,
    meta,
    create: (context) => ({
      call_expression(node) {
        if (node.function.text !== called) return;
        context.report({
          node,
          messageId: "wrong",
          fix: (fixer) => [fixer.remove(node), fixer.remove(node.function)],
        });
      },
    }),
  });
}

const config = (names: readonly (keyof typeof rules)[]): Linter.Config[] =>
  [
    {
      files: ["**/*.go"],
      language: "gopherwood/go",
      plugins: { gopherwood, t: { rules } },
      rules: Object.fromEntries(names.map((name) => [`t/${name}`, "error"])),
    },
  ] as unknown as Linter.Config[];

async function fix(
  text: string,
  names: readonly (keyof typeof rules)[],
  options: Partial<FixOptions> = {},
) {
  const engine = new Gopherwood({
    cwd: "/nowhere",
    config: config(names),
    fix: { write: false, ...options },
  });
  const report = await engine.lintText(text, "a.go");
  return { output: report.results[0]?.output, report };
}

const CALLS = `package p

import (
	"os"

	"example.org/old"
)

func f() {
	old.Do(1)
	old.Do(2)
	old.Do(old.Two())
	os.Exit(1)
}
`;

const MOVED = CALLS.replaceAll("old", "fresh");

describe("fixes of a file", () => {
  test("share an import, and the last use takes the old one with it", async () => {
    const { output, report } = await fix(CALLS, ["moves"]);
    expect(output).toBe(MOVED);
    expect(report.fixes).toEqual([{ file: "a.go", ruleId: "t/moves", count: 4 }]);
    expect((await fix(MOVED, ["moves"])).output).toBeUndefined();
  });

  test("do the same in plain ESLint", () => {
    const { output, messages } = new Linter().verifyAndFix(CALLS, config(["moves"]), {
      filename: "a.go",
    });
    expect(messages).toEqual([]);
    expect(output).toBe(MOVED);
  });

  test("of more calls than there are passes share an import", async () => {
    const calls = (call: string) => `\t${call}\n`.repeat(60);
    const { output, report } = await fix(
      `package p\n\nimport "example.org/old"\n\nfunc f() {\n${calls("old.Do()")}}\n`,
      ["moves"],
    );
    expect(output).toBe(
      `package p\n\nimport "example.org/fresh"\n\nfunc f() {\n${calls("fresh.Do()")}}\n`,
    );
    expect(report.problems).toEqual([]);
  });

  test("of more calls than there are passes are applied together", async () => {
    const calls = (call: string) => `package p\n\nfunc f() {\n${`\t${call}\n`.repeat(60)}}\n`;
    const { output, report } = await fix(calls("rename()"), ["fine"]);
    expect(output).toBe(calls("renamed()"));
    expect(report.problems).toEqual([]);
  });

  test("of more calls than there are passes are not mixed up with suggestions", async () => {
    const calls = (call: string) => `\t${call}\n`.repeat(60);
    const { output, report } = await fix(`package p\n\nfunc f() {\n${calls("either()")}}\n`, [
      "either",
    ]);
    expect(output).toBe(
      `package p\n\nimport "example.org/fixed"\n\nfunc f() {\n${calls("fixed.Do()")}}\n`,
    );
    expect(report.problems).toEqual([]);
  });

  test("of a rule that is not made by defineRule are applied as they are", async () => {
    const { output, report } = await fix("package p\n\nfunc f() {\n\tplain()\n}\n", ["plain"]);
    expect(output).toBe("package p\n\nfunc f() {\n\tplainer()\n}\n");
    expect(report.problems).toEqual([]);
  });

  test("keep an import that something else uses", async () => {
    const text = CALLS.replace("os.Exit(1)", "var _ old.Type // as it is").replace(
      '\t"os"\n\n',
      "",
    );
    const noTypes = text.replace("var _ old.Type", "var _ = (*old.Type)(nil)");
    const { output } = await fix(text, ["moves"]);
    expect(output).toContain('"example.org/old"');
    expect((await fix(noTypes, ["moves"])).output).not.toContain("old.Do");
  });

  test("are left out where the name of the import means something else", async () => {
    const { output, report } = await fix(CALLS.replace("func f() {", "func f(fresh int) {"), [
      "moves",
    ]);
    expect(output).toBeUndefined();
    expect(report.sites).toHaveLength(4);
    for (const { fixKind, noFixReason } of report.sites) {
      expect([fixKind, noFixReason]).toEqual(["manual", "'fresh' means something else there"]);
    }
  });

  test("keep line ends and the byte order mark", async () => {
    const windows = `\uFEFF${CALLS.replaceAll("\n", "\r\n")}`;
    const { output } = await fix(windows, ["moves"]);
    expect(output).toBe(`\uFEFF${MOVED.replaceAll("\n", "\r\n")}`);
  });

  test("that undo each other are stopped and named", async () => {
    const { report } = await fix("package p\n\nfunc f() { swap() }\n", ["swap", "paws"]);
    expect(report.problems).toMatchObject([
      { ruleId: "t/paws", message: "Its fixes undo each other: they were stopped." },
    ]);
  });

  test("that break the syntax are left out, and the others stay", async () => {
    const text = "package p\n\nfunc f() {\n\trename()\n\tbroken()\n\trename()\n}\n";
    const { output, report } = await fix(text, ["broken", "fine"]);
    expect(output).toBe(text.replaceAll("rename", "renamed"));
    expect(report.problems).toMatchObject([{ ruleId: "t/broken", line: 5 }]);
  });

  test("that break the syntax beside others are found: the later one goes", async () => {
    const text = "package p\n\nvar a = s[bounds():bounds()]\n";
    const { output, report } = await fix(text, ["bounds"]);
    expect(output).toBe("package p\n\nvar a = s[x:y:bounds()]\n");
    expect(report.problems).toMatchObject([{ ruleId: "t/bounds", line: 3 }]);
  });

  test.each([
    ["a parenthesis that is missing", "long(1\n\tif x {\n\t}"],
    ["what does not belong there", "long(1 2)"],
    ["what does not belong right before it", "@long(1)"],
    ["what does not belong right behind it", "long(1)@"],
  ])("are left out of code with %s, and not of what is beside it", async (_, broken) => {
    const text = `package p\n\nfunc f() {\n\tlong(0)\n\t${broken}\n}\n\nfunc g() { long(3) }\n`;
    const { output, report } = await fix(text, ["comment"]);
    const reasons = report.sites.map(({ noFixReason }) => noFixReason);
    expect(output).toContain(broken);
    expect(output).not.toMatch(/long\([03]\)/u);
    expect(reasons).toEqual(["the code has a syntax error"]);
  });

  test("give packages of one name names of their own", async () => {
    const one = await fix("package p\n\nfunc f() {\n\tclash()\n}\n", ["clash"]);
    expect(one.output?.replaceAll("import ", "")).toContain("same.Do(); samepkg.Do()");
    const two = await fix("package p\n\nfunc f() {\n\tfirst()\n\tsecond()\n}\n", [
      "first",
      "second",
    ]);
    expect(two.output).toContain("\tsame.Do()\n\tsamepkg.Do()\n");
  });

  test("whose own edits overlap are the rule's mistake", async () => {
    const { output, report } = await fix("package p\n\nfunc f() {\n\toverlaps()\n}\n", [
      "overlaps",
    ]);
    expect(output).toBeUndefined();
    expect(report.problems).toMatchObject([{ ruleId: "t/overlaps", line: 4 }]);
  });

  test("that would lose a comment are suggestions", async () => {
    const text = "package p\n\nfunc f() { long( /* why */ ) }\n";
    const { output, report } = await fix(text, ["comment"]);
    expect(output).toBeUndefined();
    expect(report.sites).toMatchObject([{ fixKind: "suggestion" }]);
  });

  test("are suggestions only when they are asked for", async () => {
    const text = "package p\n\nfunc f() { maybe() }\n";
    expect((await fix(text, ["suggested"])).output).toBeUndefined();
    expect((await fix(text, ["suggested"], { suggestions: true })).output).toContain("sure()");
  });

  test("are of the types that are wanted", async () => {
    expect((await fix(CALLS, ["moves"], { types: ["layout"] })).output).toBeUndefined();
    expect((await fix(CALLS, ["moves"], { types: ["problem"] })).output).toBe(MOVED);
  });

  test("leave alone what a directive allows", async () => {
    const text = CALLS.replace(
      "old.Do(1)",
      "old.Do(1) //gopherwood:disable-line t/moves -- why",
    );
    expect((await fix(text, ["moves"])).output).toContain("old.Do(1)");
  });
});
