import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import type { GoNode } from "../../src/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";
import { configOf, fixingRule } from "./rules.ts";

type Fix = Parameters<typeof fixingRule>[1];

/** The text after a fix of its calls of `foo`, and what the report says of each. */
async function fixed(text: string, fix: Fix) {
  const config = configOf({ foo: fixingRule("foo", fix) });
  const engine = new Gopherwood({ cwd: "/nowhere", config, fix: { write: false } });
  const { results, sites, problems } = await engine.lintText(text, "a.go");
  expect(problems).toEqual([]);
  const output = results[0]?.output ?? text;
  // ESLint applies the same, an import block and all in one edit.
  const eslint = new Linter().verifyAndFix(text, config, { filename: "a.go" });
  if (output !== text) expect(eslint.output).toBe(output);
  return {
    output,
    kinds: sites.map(({ fixKind, noFixReason }) => noFixReason ?? fixKind),
  };
}

const file = (body: string, imports = "") =>
  `package p\n\n${imports}func f() {\n\t${body}\n}\n`;

describe("a fixer", () => {
  const inside = ({ range: [start, end] }: GoNode) => [start + 1, end - 1] as const;
  const ways: readonly (readonly [name: string, fix: Fix, expected: string])[] = [
    ["insertTextAfter", (fixer, node) => fixer.insertTextAfter(node.function, "x"), "foox()"],
    ["insertTextBefore", (fixer, node) => fixer.insertTextBefore(node.function, "x"), "xfoo()"],
    [
      "insertTextAfterRange",
      (fixer, node) => fixer.insertTextAfterRange(inside(node.function), "x"),
      "foxo()",
    ],
    [
      "insertTextBeforeRange",
      (fixer, node) => fixer.insertTextBeforeRange(inside(node.function), "x"),
      "fxoo()",
    ],
    ["remove", (fixer, node) => [fixer.remove(node.arguments)], "foo"],
    ["removeRange", (fixer, node) => fixer.removeRange(inside(node.function)), "fo()"],
    ["replaceText", (fixer, node) => fixer.replaceText(node, "x"), "x"],
    ["replaceTextRange", (fixer, node) => fixer.replaceTextRange(inside(node), "xy("), "fxy()"],
  ];

  test.each(ways)("%s", async (_, fix, expected) => {
    const { output } = await fixed(file("_ = foo()"), fix);
    expect(output).toBe(file(`_ = ${expected}`));
  });

  const none: readonly (readonly [name: string, fix: Fix])[] = [
    ["null", () => null],
    ["nothing", () => undefined],
    ["no edits", () => []],
  ];
  test.each(none)("that makes %s fixes nothing", async (_, fix) => {
    expect(await fixed(file("foo()"), fix)).toEqual({
      output: file("foo()"),
      kinds: ["manual"],
    });
  });

  test("writes the line ends of the file, whatever its own are", async () => {
    const text = file("foo()").replaceAll("\n", "\r\n");
    const { output } = await fixed(text, (fixer, node) =>
      fixer.replaceText(node, "bar(\n\t\t1,\r\n\t)"),
    );
    expect(output).toBe(file("bar(\n\t\t1,\n\t)").replaceAll("\n", "\r\n"));
    const unix = await fixed(file("foo()"), (fixer, node) =>
      fixer.replaceText(node, "bar(\r\n\t\t1,\r\n\t)"),
    );
    expect(unix.output).toBe(file("bar(\n\t\t1,\n\t)"));
  });
});

describe("an import that is asked for", () => {
  const calls =
    (path: string, alias?: string): Fix =>
    (fixer, node) => {
      const name = fixer.ensureImport(path, alias === undefined ? {} : { alias });
      expect(fixer.ensureImport(path)).toBe(name);
      return fixer.replaceText(node.function, `${name}.Foo`);
    };

  test("is written with the alias that is asked for", async () => {
    const { output } = await fixed(file("foo()"), calls("example.org/bar", "b"));
    expect(output).toBe(file("b.Foo()", 'import b "example.org/bar"\n\n'));
  });

  test("is written without an alias that is the package's name", async () => {
    const { output } = await fixed(file("foo()"), calls("example.org/bar", "bar"));
    expect(output).toBe(file("bar.Foo()", 'import "example.org/bar"\n\n'));
  });

  test("is the one that the file has, under its name there", async () => {
    const imports = 'import b "example.org/bar"\n\n';
    const { output } = await fixed(
      file("foo()\n\tb.X()", imports),
      calls("example.org/bar", "c"),
    );
    expect(output).toBe(file("b.Foo()\n\tb.X()", imports));
  });

  test("is another where the file's has no name", async () => {
    const { output } = await fixed(
      file("foo()", 'import (\n\t_ "example.org/bar"\n)\n\n'),
      calls("example.org/bar"),
    );
    expect(output).toBe(
      file("bar.Foo()", 'import (\n\t"example.org/bar"\n\t_ "example.org/bar"\n)\n\n'),
    );
  });

  test("has another name where the file's block has declared its own", async () => {
    const { output } = await fixed(
      `${file("foo()")}\nvar bar = 1\n\nfunc barpkg() {}\n`,
      calls("example.org/bar"),
    );
    expect(output).toContain('import barpkgpkg "example.org/bar"\n');
    expect(output).toContain("\tbarpkgpkg.Foo()\n");
  });

  test.each([
    ["a parameter of another function", `${file("foo()")}\nfunc g(bar int) {}\n`],
    [
      "a variable of a block that has ended",
      file("if true {\n\t\tbar := 1\n\t\t_ = bar\n\t}\n\tfoo()"),
    ],
  ])("does not mind %s", async (_, text) => {
    const { output } = await fixed(text, calls("example.org/bar"));
    expect(output).toContain("\tbar.Foo()\n");
  });

  test("is not asked for where its name means a variable", async () => {
    const text = file("bar := 1\n\tfoo(bar)");
    expect(await fixed(text, calls("example.org/bar"))).toEqual({
      output: text,
      kinds: ["'bar' means something else there"],
    });
  });

  test("is not asked for where one of several edits writes its name for a variable", async () => {
    const text = file("bar := 1\n\tfoo(bar)");
    const { output, kinds } = await fixed(text, (fixer, node) => [
      fixer.replaceText(node.function, `${fixer.ensureImport("example.org/bar")}.Foo`),
      fixer.replaceText(node.arguments, "(2)"),
    ]);
    expect(output).toBe(text);
    expect(kinds).toEqual(["'bar' means something else there"]);
  });

  test.each(["xbar()", "bars()", "x.bar()", "`ba`+r()", "barÉ()"])(
    "may be asked for where the fix writes %s, which is another name",
    async (written) => {
      const { output } = await fixed(file("bar := 1\n\tfoo(bar)"), (fixer, node) => {
        fixer.ensureImport("example.org/bar");
        return fixer.replaceText(node, written);
      });
      expect(output).toContain(`\t${written}\n`);
    },
  );
});

describe("an import that is dropped", () => {
  const drops: Fix = (fixer, node) => {
    fixer.dropImportIfUnused("example.org/bar");
    fixer.dropImportIfUnused("example.org/bar");
    return fixer.replaceText(node, "baz()");
  };
  const imports = 'import (\n\t"example.org/bar"\n\t"os"\n)\n\n';
  const rest = 'import (\n\t"os"\n)\n\n';

  test("goes with its last use", async () => {
    const { output } = await fixed(
      file("foo(bar.X)\n\tos.Exit(1)\n\tfoo(bar.Y)", imports),
      drops,
    );
    expect(output).toBe(file("baz()\n\tos.Exit(1)\n\tbaz()", rest));
  });

  test.each(["bar.Z()\n\tfoo(bar.X)", "foo(bar.X)\n\tbar.Z()", "foo(1)\n\tbar.Z()"])(
    "stays where it is used: %j",
    async (body) => {
      const { output } = await fixed(file(`${body}\n\tos.Exit(1)`, imports), drops);
      expect(output).toContain('"example.org/bar"');
      expect(output).toContain("\tbaz()\n");
    },
  );

  test("goes with its last uses, which several edits of a fix replace", async () => {
    const { output } = await fixed(
      file("foo(bar.X, bar.Y)\n\tos.Exit(1)", imports),
      (fixer, { function: called, arguments: given }) => {
        fixer.dropImportIfUnused("example.org/bar");
        const [first, second] = given.namedChildren;
        return [
          fixer.replaceText(called, "baz"),
          ...[first, second].flatMap((value) => (value ? fixer.replaceText(value, "1") : [])),
        ];
      },
    );
    expect(output).toBe(file("baz(1, 1)\n\tos.Exit(1)", rest));
  });

  test("stays where the fix ends right before its use", async () => {
    const { output } = await fixed(
      file("foo(bar.X)\n\tos.Exit(1)", imports),
      (fixer, { range: [start], arguments: given }) => {
        fixer.dropImportIfUnused("example.org/bar");
        return fixer.replaceTextRange([start, given.range[0] + 1], "baz(");
      },
    );
    expect(output).toBe(file("baz(bar.X)\n\tos.Exit(1)", imports));
  });

  test("stays where the fix asks for it as well", async () => {
    const { output } = await fixed(file("foo(bar.X)\n\tos.Exit(1)", imports), (fixer, node) => {
      fixer.dropImportIfUnused("example.org/bar");
      return fixer.replaceText(node, `${fixer.ensureImport("example.org/bar")}.New()`);
    });
    expect(output).toBe(file("bar.New()\n\tos.Exit(1)", imports));
  });

  test("stays where the fix asks for another to be dropped", async () => {
    const { output } = await fixed(file("foo(bar.X, os.Args)", imports), (fixer, node) => {
      fixer.dropImportIfUnused("os");
      return fixer.replaceText(node, "baz()");
    });
    expect(output).toBe(file("baz()", 'import (\n\t"example.org/bar"\n)\n\n'));
  });

  test.each(["_", "."])("stays where it is imported as %s", async (alias) => {
    const text = file("foo(1)", `import ${alias} "example.org/bar"\n\n`);
    expect((await fixed(text, drops)).output).toBe(text.replace("foo(1)", "baz()"));
  });

  test("is known by its alias, and a variable of its name is no use", async () => {
    const text = file("foo(b.X)\n\tif b := 1; b > 0 {\n\t}", 'import b "example.org/bar"\n\n');
    expect((await fixed(text, drops)).output).toBe(file("baz()\n\tif b := 1; b > 0 {\n\t}"));
  });
});

describe("a comment in what is replaced", () => {
  test("is lost too if the replacement starts where it does", async () => {
    const { kinds: found } = await fixed(file("/* a */ foo(1)"), (fixer, { range }) =>
      fixer.replaceTextRange([range[0] - "/* a */ ".length, range[1]], "bar()"),
    );
    expect(found).toEqual(["suggestion"]);
  });

  const writes =
    (text: string): Fix =>
    (fixer, node) =>
      fixer.replaceText(node, text);
  const twice = "foo(1, /* a */ 2 /* a */)";

  test.each([
    ["foo(/* a */)", "bar(/* a */)", "fix"],
    ["foo(/* a */)", "bar()", "suggestion"],
    ["foo(/* a */)", "bar(/* b */)", "suggestion"],
    [twice, "bar(/* a */ /* a */)", "fix"],
    [twice, "bar(/* a */)", "suggestion"],
    ["foo(1) // a", "bar()", "fix"],
    ["/* a */ foo(1)", "bar()", "fix"],
    ['foo("/* a */")', "bar()", "fix"],
  ])("%s, replaced by %s: %s", async (before, after, fixKind) => {
    const { kinds: found } = await fixed(file(before), writes(after));
    expect(found).toEqual(fixKind === "fix" ? [] : [fixKind]);
  });
});
