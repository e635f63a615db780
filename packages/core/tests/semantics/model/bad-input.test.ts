import { describe, expect, test } from "@jest/globals";
import {
  formatType,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  type SemanticModel,
} from "../../../src/index.ts";
import { itemAt } from "../marked-source.ts";

const DEEP = 1_000;

function namesIn(text: string): { semantics: SemanticModel; tree: SyntaxTree } {
  const tree = SyntaxTree.parse(text);
  return { semantics: semanticsOf(new GoSourceCode(tree)), tree };
}

/** Asks everything there is to ask of every node: nothing may throw. */
function askAll(text: string): void {
  const { semantics, tree } = namesIn(text);
  for (const { node, phase } of tree.walk()) {
    if (phase === "exit") continue;
    semantics.resolve(node);
    semantics.importOf(node);
    expect(formatType(semantics.typeOf(node))).toEqual(expect.any(String));
  }
}

describe("names of hostile files", () => {
  test.each([
    ["selectors", `x${".a".repeat(DEEP)}`],
    ["calls", `x${".a()".repeat(DEEP)}`],
    ["parentheses", `${"(".repeat(DEEP)}x${")".repeat(DEEP)}`],
    ["conversions", `${"(".repeat(DEEP)}T${")".repeat(DEEP)}(x)`],
    ["stars", `(${"*".repeat(DEEP)}T)(x)`],
    ["signs", `${"- ".repeat(DEEP)}x`],
    ["sums", `x${" + x".repeat(DEEP)}`],
    ["indexes", `x${"[0]".repeat(DEEP)}`],
    ["function literals", `${"func() any { return ".repeat(300)}x${" }".repeat(300)}`],
    ["types", `new(${"[]".repeat(DEEP)}int)`],
    ["literals", `[]T{${"{a: ".repeat(300)}x${"}".repeat(300)}}`],
  ])("%s as deep as nobody writes them", (_title, expression) => {
    const { semantics, tree } = namesIn(
      `package p\nfunc f(x *T) { y := ${expression}; y.M() }\n`,
    );
    const operands = tree.nodesOfKind(["selector_expression"]).map(({ operand }) => operand);
    for (const operand of operands) semantics.typeOf(operand);
    expect(operands.length).toBeGreaterThan(0);
  });

  test("a chain of variables", () => {
    const lines = Array.from({ length: DEEP }, (_, index) => `x${index + 1} := x${index}.next`);
    const { semantics, tree } = namesIn(
      `package p\ntype T struct { next *T }\nfunc f(x0 *T) {\n${lines.join("\n")}\n_ = x${DEEP}.next }\n`,
    );
    const selectors = tree.nodesOfKind(["selector_expression"]);
    expect(semantics.typeOf(itemAt(selectors, -1))).toMatchObject({ kind: "unknown" });
    expect(formatType(namesIn(tree.text).semantics.typeOf(itemAt(selectors, 0)))).toBe("*T");
  });

  test("embedding that would double on every level", () => {
    const types = Array.from(
      { length: 30 },
      (_, index) =>
        `type A${index} struct { A${index + 1}; *B${index + 1} }\ntype B${index} struct { A${index + 1}; *B${index + 1} }`,
    );
    const { semantics, tree } = namesIn(
      `package p\n${types.join("\n")}\nfunc f(a A0) { _ = a.missing }\n`,
    );
    expect(
      semantics.typeOf(itemAt(tree.nodesOfKind(["selector_expression"]), 0)),
    ).toMatchObject({
      kind: "unknown",
    });
  });

  test.each([
    ["a type that is itself", "type T T\nvar x T\nvar _ = x.a.b"],
    ["types that are each other", "type A B\ntype B A\nvar x A\nvar _ = x.a[0]"],
    ["aliases of each other", "type A = B\ntype B = *A\nvar x A\nvar _ = x.a()"],
    ["a type that embeds itself", "type T struct { T; *T }\nvar x T\nvar _ = x.a"],
    [
      "an interface that embeds itself",
      "type I interface { I; J }\ntype J interface { I }\nvar x I\nvar _ = x.a()",
    ],
    ["a local type that is itself", "func f() { type T T; var x T; _ = x.a }"],
    ["variables that are each other", "var a, b = b, a\nvar _ = a.x"],
    ["constants that repeat nothing", "const ( a; b )\nvar _ = a.x"],
    ["declared twice", "var a int\nvar a string\nfunc a() {}\ntype a struct{}\nvar _ = a.b"],
    ["too few values", "func f() { a, b, c := 1, 2; _ = c.x; d, e := ; _ = d.x }"],
    ["no package", "func f() { x.y() }"],
    ["nothing", ""],
    ["not Go", "}}} func ( := type struct [ import 'x' )( ‹ %"],
    ["a head without a body", "package p\nfunc (s *S[T, ) M(a, b ...int) (x"],
    [
      "a body without an end",
      "package p\nfunc f(a int) { if x := a; x > 1 { switch y := x.(type) { case",
    ],
    ["an import without an end", 'package p\nimport (\n"fmt\nfunc f() { fmt.Println() }'],
    ["a literal without an end", "package p\nvar x = T{a: {b: c"],
  ])("%s", (_title, text) => {
    expect(() => {
      askAll(text.startsWith("package") || text === "" ? text : `package p\n${text}\n`);
    }).not.toThrow();
  });

  test("a damaged declaration leaves the others whole", () => {
    const { semantics, tree } = namesIn(
      'package p\nimport "fmt"\nfunc broken() { x := = 1 }\nfunc f(x *T) { fmt.Println(x.y) }\n',
    );
    expect(tree.root.hasError).toBe(true);
    const selectors = tree.nodesOfKind(["selector_expression"]);
    expect(semantics.importOf(itemAt(selectors, 0).operand)?.path).toBe("fmt");
    expect(formatType(semantics.typeOf(itemAt(selectors, 1).operand))).toBe("*T");
  });
});
