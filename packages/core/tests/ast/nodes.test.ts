import { describe, expect, test } from "@jest/globals";
import {
  argumentsOf,
  calledName,
  calleeText,
  childrenOf,
  contains,
  isAssignmentTarget,
  statementsOf,
  SyntaxTree,
  withoutIndex,
  withoutParentheses,
  withParentheses,
  type GoNode,
} from "../../src/index.ts";

/** Returns the innermost node at the first place of a function's body that has this text. */
function nodeIn(body: string, text: string): GoNode {
  const tree = SyntaxTree.parse(`package p\n\nfunc _() {\n${body}\n}\n`);
  const nodes = [...tree.walk()].flatMap(({ node, phase }) =>
    phase === "enter" && node.text === text ? [node] : [],
  );
  const found = nodes.filter(({ range }) => range[0] === nodes[0]?.range[0]).at(-1);
  if (!found) throw new Error(`There is no '${text}' in '${body}'.`);
  return found;
}

function callIn(code: string) {
  const [call] = SyntaxTree.parse(`package p\n\nvar _ = ${code}\n`).nodesOfKind([
    "call_expression",
  ]);
  if (!call) throw new Error(`There is no call in '${code}'.`);
  return call;
}

const textsOf = (nodes: readonly GoNode[]) => nodes.map(({ text }) => text);

test("children and arguments are those without comments", () => {
  const call = callIn("g(/* a */ 1, h(2) /* b */, x...)");
  expect(textsOf(argumentsOf(call))).toEqual(["1", "h(2)", "x..."]);
  expect(argumentsOf(callIn("g(/* none */)"))).toEqual([]);
  expect(textsOf(childrenOf(call))).toEqual(["g", call.arguments.text]);
});

test("the statements of a block are those without comments; another node has none", () => {
  const block = nodeIn(
    "if x {\n\t// a\n\tg() // b\n\treturn\n\t// c\n}",
    "if x {\n\t// a\n\tg() // b\n\treturn\n\t// c\n}",
  );
  const body = block.kind === "if_statement" ? block.consequence : null;
  expect(textsOf(statementsOf(body))).toEqual(["g()", "return"]);
  expect(statementsOf(nodeIn("if x {\n\t// c\n}", "{\n\t// c\n}"))).toEqual([]);
  expect(statementsOf(nodeIn("g(x)", "g(x)"))).toEqual([]);
  expect(statementsOf(null)).toEqual([]);
});

describe("a node contains", () => {
  const sum = nodeIn("_ = a + (b * c)", "a + (b * c)");
  const [left, right] = childrenOf(sum) as [GoNode, GoNode];
  test.each<[string, GoNode, GoNode, boolean]>([
    ["itself", sum, sum, true],
    ["what it begins with", sum, left, true],
    ["what it ends with", sum, right, true],
    ["no node around it", left, sum, false],
    ["no node that it ends", right, sum, false],
    ["no node before it", right, left, false],
    ["no node after it", left, right, false],
  ])("%s", (_which, outer, inner, isIn) => {
    expect(contains(outer, inner)).toBe(isIn);
  });
});

test.each([
  ["x", "x", "x"],
  ["(x)", "x", "(x)"],
  ["(( /* a */ x))", "x", "(( /* a */ x))"],
  ["((x) + y)", "(x) + y", "((x) + y)"],
])("%s without parentheses is %s, and with all of them %s", (code, inner, outer) => {
  const node = nodeIn(`_ = ${code}`, inner);
  expect(withoutParentheses(nodeIn(`_ = ${code}`, code)).text).toBe(inner);
  expect(withParentheses(node).text).toBe(outer);
});

test.each([
  ["f", "f"],
  ["f[0]", "f"],
  ["(f)[T]", "f"],
  ["f[K, V]", "f"],
  ["a.f[K, V]", "a.f"],
  ["f(x)[0]", "f(x)"],
  ["f[0][1]", "f[0]"],
  ["(f[0])", "(f[0])"],
])("%s without its index is %s", (code, operand) => {
  expect(withoutIndex(nodeIn(`_ = ${code}`, code)).text).toBe(operand);
});

test.each([
  ["x = 1", "x", true],
  ["y, x = 1, 2", "x", true],
  ["x += y", "x", true],
  ["x := y", "x", true],
  ["select {\ncase x = <-y:\n}", "x", true],
  ["select {\ncase x := <-y:\n}", "x", true],
  ["y = x", "x", false],
  ["y := x", "x", false],
  ["x[0] = 1", "x", false],
  ["x[0] = 1", "x[0]", true],
  ["select {\ncase y = <-x:\n}", "x", false],
  ["return x", "x", false],
  ["g(x)", "x", false],
  ["x++", "x", false],
])("in %j, is %s assigned to: %s", (body, name, isTarget) => {
  expect(isAssignmentTarget(nodeIn(body, name))).toBe(isTarget);
});

test.each([
  ["f()", "f", "f"],
  ["(f)()", "f", "(f)"],
  ["a.f()", "f", "a.f"],
  ["a.b(1).f(2)", "f", "a.b(1).f"],
  ["lo.Map[int](list, f)", "Map", "lo.Map[int]"],
  ["lo.Map[int, string](list, f)", "Map", "lo.Map"],
  ["(f[0])()", "f", "(f[0])"],
  ["handlers[0]()", "handlers", "handlers[0]"],
  ["func() {}()", "", "func() {}"],
  ["g()()", "", "g()"],
  ["a.\n\t\tb(1).\n\t\tf()", "f", "a. b(1). f"],
])("%j calls %j, written as %j", (code, name, text) => {
  const call = callIn(code);
  expect(calledName(call)).toBe(name);
  expect(calleeText(call)).toBe(text);
});
