import { expect, test } from "@jest/globals";
import {
  fieldUsesOf,
  GoSourceCode,
  isOnlyUse,
  semanticsOf,
  SyntaxTree,
  usesOf,
} from "../../../src/index.ts";

/** The lines of what is asked about the last `x` of a function's body. */
function askAboutLast(body: string): { lines: number[]; isOnly: boolean } {
  const sourceCode = new GoSourceCode(
    SyntaxTree.parse(`package p; var p int; func f(a int) {\n${body}\n}\n`),
  );
  const semantics = semanticsOf(sourceCode);
  const last = sourceCode.tree.nodesOfKind(["identifier"]).findLast(({ text }) => text === "x");
  const symbol = last && semantics.resolve(last);
  if (!last || !symbol || symbol.isUniverse) throw new Error("There is no x.");
  return {
    lines: usesOf(symbol, semantics, sourceCode).map(({ loc }) => loc.start.line),
    isOnly: isOnlyUse(last, semantics, sourceCode),
  };
}

test.each([
  ["x := 1\ng(x)", [3], true],
  ["x := 1\nx = 2\ng(x)", [3, 4], true],
  ["x := 1\ng(x)\nx++\ng(x)", [3, 4, 5], false],
  ["x := 1\n{ x := 2; g(x) }\ng(x)", [4], true],
  ["x := 1\ng(func() { g(x) })\ng(x)", [3, 4], false],
  ["x := 1\nx.x = 2\ng(y.x, x)", [3, 4], false],
])("%s", (body, lines, isOnly) => {
  expect(askAboutLast(body)).toEqual({ lines, isOnly });
});

test.each(["nil", "undeclared", "p"])("%s is no local variable", (name) => {
  const tree = SyntaxTree.parse(`package p; var p int; func f() { g(${name}) }`);
  const sourceCode = new GoSourceCode(tree);
  const [call] = tree.nodesOfKind(["call_expression"]);
  const argument = call?.arguments.namedChildren[0];
  expect(argument && isOnlyUse(argument, semanticsOf(sourceCode), sourceCode)).toBe(false);
});

test("a function may be used before it is declared", () => {
  const tree = SyntaxTree.parse("package p\nvar a = g()\nfunc g() int { return 1 }\n");
  const sourceCode = new GoSourceCode(tree);
  const semantics = semanticsOf(sourceCode);
  const symbol = semantics.symbolAt("g", 0);
  const found = symbol && usesOf(symbol, semantics, sourceCode);
  expect(found?.map(({ loc }) => loc.start.line)).toEqual([2]);
});

test("a parameter may be unused", () => {
  expect(askAboutLast("g(func(x int) { g(x) })")).toEqual({ lines: [2], isOnly: false });
});

const FIELDS = `package p

type Old struct { Name string; Other int }
type Outer struct { *Old }
type Like struct { Name string }

func f(o *Old, outer Outer, like Like, unread any) {
	o.Name = "a"
	_ = outer.Name
	_ = outer.Old.Name
	_ = like.Name
	_ = Old{Name: "b", Other: 1}
	_ = []*Old{{Name: "c"}}
	_ = Like{Name: "d"}
	Name := "e"
	_ = map[string]Old{Name: {Other: 2}}
	_ = unread.(interface{ Name() string }).Name()
}
`;

test("uses of a field: selected, promoted, and as keys of literals", () => {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(FIELDS));
  const semantics = semanticsOf(sourceCode);
  const owner = { kind: "named", importPath: semantics.importPath, name: "Old" } as const;
  const lines = (name: string) =>
    fieldUsesOf(owner, name, semantics, sourceCode).map(({ loc }) => loc.start.line);
  expect(lines("Name")).toEqual([8, 9, 10, 12, 13]);
  expect(lines("Other")).toEqual([12, 16]);
  expect(lines("Nothing")).toEqual([]);
  expect(fieldUsesOf({ ...owner, importPath: "p/old" }, "Name", semantics, sourceCode)).toEqual(
    [],
  );
});
