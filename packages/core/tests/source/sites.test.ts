import { describe, expect, test } from "@jest/globals";
import { enclosingSymbol, GoSourceCode, SyntaxTree, type GoNode } from "../../src/index.ts";
import { shownOnOneLine, type Judgement } from "../../src/source/sites.ts";

const TEXT = `package p

var v = g(
	1,
)

func f() { h() }
`;

const sourceCode = new GoSourceCode(SyntaxTree.parse(TEXT));

function call(name: string): GoNode | undefined {
  const calls = sourceCode.tree.nodesOfKind(["call_expression"]);
  return calls.find((node) => node.function.text === name);
}

/** Returns the site of one judgement of a rule. */
function siteOf(judgement: Omit<Judgement, "ruleId" | "verdict">) {
  sourceCode.judgements.splice(0, 1, { ruleId: "x/it", verdict: "compliant", ...judgement });
  return sourceCode.sites[0];
}

describe("the site of a judgement", () => {
  test("of a node has the node's text, declaration and place", () => {
    expect(siteOf({ node: call("g"), reason: undefined, approach: "a" })).toStrictEqual({
      ruleId: "x/it",
      verdict: "compliant",
      approach: "a",
      subject: "g( 1, )",
      symbol: "",
      range: { start: { line: 3, column: 9 }, end: { line: 5, column: 2 } },
    });
    expect(siteOf({ node: call("h") })).toMatchObject({ subject: "h()", symbol: "f" });
  });

  test("for a place of its own has that place, and the node's text", () => {
    const loc = { start: { line: 7, column: 12 }, end: { line: 7, column: 13 } };
    expect(siteOf({ node: call("h"), loc })).toMatchObject({
      subject: "h()",
      symbol: "f",
      range: loc,
    });
  });

  test.each([
    ["g(", 3, 9, 3, 11],
    ["g( 1, )", 3, 9, 5, 2],
    ["1,", 4, 2, 4, 4],
    ["var v = g( 1, ) func f()", 3, 1, 7, 9],
    ["", 8, 1, 8, 1],
    ["", 99, 1, 99, 1],
  ])("of a part of the text has its text %j", (subject, line, column, endLine, endColumn) => {
    const loc = { start: { line, column }, end: { line: endLine, column: endColumn } };
    expect(siteOf({ loc })).toMatchObject({ subject, symbol: "", range: loc });
  });

  test("of neither is that of the file", () => {
    expect(siteOf({})).toMatchObject({ subject: "", symbol: "", range: sourceCode.ast.loc });
  });
});

test.each([
  ["a\n\t\tb", "a b"],
  ["a  \r\n\n\nb", "a b"],
  ["a(\nb\n)", "a( b )"],
  ["a  b", "a  b"],
  ["a\nb\n\nc", "a b c"],
  ["x".repeat(120), "x".repeat(120)],
  ["x".repeat(121), `${"x".repeat(117)}...`],
])("code on one line: %j", (text, line) => {
  expect(shownOnOneLine(text)).toBe(line);
});

test("the declaration around a node is written as Go people write it", () => {
  const tree = SyntaxTree.parse(`package p
var v = a()
func (t *T[K, V]) M() { func() { b() }() }
func (T) N() { type local [c()]int }
func (_ ...T) O() { d() }
func () P() { e() }
type S struct { f [f()]int }
type (
	A = [g()]int
	B interface { M([h()]int) }
)
func G[P any](x [i()]int) { type local = [j()]int }
func (t M[map[K]V],
) Q() { k() }
`);
  const symbols = tree
    .nodesOfKind(["call_expression"])
    .filter(({ function: { kind } }) => kind === "identifier")
    .map((node) => `${node.text} ${enclosingSymbol(node)}`);
  expect(symbols).toEqual([
    "a() ",
    "b() (*T).M",
    "c() (T).N",
    "d() (?).O",
    "e() (?).P",
    "f() S",
    "g() A",
    "h() B",
    "i() G",
    "j() G",
    "k() (M).Q",
  ]);
});
