import { describe, expect, test } from "@jest/globals";
import { SyntaxTree, type GoNode } from "../../src/index.ts";
import { FIELD_NAMES } from "../../src/syntax/grammar.generated.ts";

const inFunction = (statement: string) => `package p\nfunc f() {\n\t${statement}\n}\n`;
const isCall = () => () => false;

/** Returns a node as kinds, fields and texts; its parent, range and end are checked. */
function shapeOf(node: GoNode): unknown {
  return {
    kind: node.kind,
    ...(node.namedChildren.length === 0 && { text: node.text }),
    children: node.namedChildren.map((child) => {
      expect(child.parent).toBe(node);
      expect(child.range[0]).toBeGreaterThanOrEqual(node.range[0]);
      expect(child.range[1]).toBeLessThanOrEqual(node.range[1]);
      const fields = FIELD_NAMES.filter(
        (name) => (node as unknown as Record<string, unknown>)[name] === child,
      );
      return [fields, shapeOf(child)];
    }),
  };
}

/** Returns the shape of the only call of a text, without arguments that are called `y`. */
function shapeOfCall(tree: SyntaxTree): unknown {
  const [call] = tree.nodesOfKind(["call_expression"]);
  if (!call) throw new Error("There is no call.");
  const children = call.arguments.namedChildren.filter(({ text }) => text !== "y");
  return {
    function: shapeOf(call.function),
    typeArguments: call.type_arguments && shapeOf(call.type_arguments),
    arguments: children.map(shapeOf),
    statement: call.parent?.kind,
  };
}

describe("a call with one argument has the shape of one with two", () => {
  test.each([
    "f[T](x)",
    "f[K, V](x)",
    "f[[]int](x)",
    "f[map[string]T](x)",
    "f[a.B](x)",
    "f[List[int]](x)",
    "pkg.F[T](x)",
    "pkg.F[K, V](x)",
    "f[T](func() { _ = 1 })",
    "f[T](g(x))",
    "go f[T](x)",
    "defer f[T](x)",
    "_ = f[T](x)",
    "if f[T](x) {}",
    "f[T](/* c */ x)",
    "f[T] (x)",
    "pkg.F[T] (x)",
  ])("%s", (statement) => {
    const tree = SyntaxTree.parse(inFunction(statement), isCall);
    const withTwo = SyntaxTree.parse(inFunction(statement.replace(/\)(?= \{\}$|$)/u, ", y)")));
    expect(tree.nodesOfKind(["type_conversion_expression"])).toEqual([]);
    expect(shapeOfCall(tree)).toEqual(shapeOfCall(withTwo));
  });
});

test("calls in calls and the code after them keep their places", () => {
  const text = inFunction("a := f[T](g[K, V](h[T](x)))\n\treturn pkg.F[T](a), b[i](c)");
  const tree = SyntaxTree.parse(text, isCall);
  expect(tree.nodesOfKind(["call_expression"]).map((call) => call.text)).toEqual([
    "f[T](g[K, V](h[T](x)))",
    "g[K, V](h[T](x))",
    "h[T](x)",
    "pkg.F[T](a)",
    "b[i](c)",
  ]);
  expect(tree.nodesOfKind(["argument_list"]).map((list) => list.text)).toEqual([
    "(g[K, V](h[T](x)))",
    "(h[T](x))",
    "(x)",
    "(a)",
    "(c)",
  ]);
  shapeOf(tree.root);
  expect(tree.nodeAt(text.indexOf("x)"))).toMatchObject({ kind: "identifier", text: "x" });
});

test("parentheses around the function stay", () => {
  const tree = SyntaxTree.parse(inFunction("_ = ((f[T]))(x)"), isCall);
  const [call] = tree.nodesOfKind(["call_expression"]);
  expect(call?.function).toMatchObject({ kind: "parenthesized_expression", text: "((f[T]))" });
  expect(tree.nodesOfKind(["index_expression"]).map(({ text }) => text)).toEqual(["f[T]"]);
  expect(tree.nodesOfKind(["argument_list"]).map(({ text }) => text)).toEqual(["(x)"]);
  shapeOf(tree.root);
});

test("of a type that is not generic, and of several type arguments in parentheses, nobody asks", () => {
  const asked: string[] = [];
  const text = inFunction(
    "_ = (f[K, V])(x); _ = (g[T])(x); _ = (h[[]T])(x); _ = (i[a.T])(x); _ = []byte(x)",
  );
  const tree = SyntaxTree.parse(text, () => (type) => {
    asked.push(type.text);
    return true;
  });
  expect(tree.nodesOfKind(["call_expression"])).toEqual([]);
  expect(asked).toEqual(["g[T]"]);
});

test("more calls than there is room for at once", () => {
  const numbers = Array.from({ length: 200 }, (_, at) => at);
  const text = inFunction(numbers.map((at) => `f[T](a${at})`).join("\n\t"));
  const tree = SyntaxTree.parse(text, isCall);
  const lists = tree.nodesOfKind(["argument_list"]).map((list) => list.text);
  expect(lists).toEqual(numbers.map((at) => `(a${at})`));
  shapeOf(tree.root);
});

test("a conversion stays one, also beside calls", () => {
  const text = inFunction("_ = Set[string](x); _ = f[T](y); _ = []byte(s); _ = Set[int](z)");
  const tree = SyntaxTree.parse(text, () => (type) => type.text.startsWith("Set"));
  const textsOf = (kind: "call_expression" | "type_conversion_expression") =>
    tree.nodesOfKind([kind]).map((node) => node.text);
  expect(textsOf("type_conversion_expression")).toEqual([
    "Set[string](x)",
    "[]byte(s)",
    "Set[int](z)",
  ]);
  expect(textsOf("call_expression")).toEqual(["f[T](y)"]);
  shapeOf(tree.root);
});

test("without a decision every one of them is a conversion", () => {
  const tree = SyntaxTree.parse(inFunction("_ = f[T](x)"));
  expect(tree.nodesOfKind(["call_expression"])).toEqual([]);
});
