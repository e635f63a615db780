import { expect, test } from "@jest/globals";
import { SyntaxTree, assignmentTargetsOf } from "../../src/index.ts";

test.each([
  ["a, err := start()", ["a", "err"]],
  ["a.b, _ = start()", ["a.b", "_"]],
  ["var a, err = start()", ["a", "err"]],
  ["a, /* x */ b := start()", ["a", "b"]],
  ["a, b := /* x */ start()", ["a", "b"]],
  ["var a, /* x */ b = start() // y", ["a", "b"]],
  ["a, b := g(), start()", ["b"]],
  ["a, /* x */ b := g(), /* y */ start()", ["b"]],
  ["var a, b = start(), g()", ["a"]],
  ["if err := start(); err != nil {}", ["err"]],
  ["start()", []],
  ["a := g(), start()", []],
  ["start() = b", []],
  ["a := g(start())", []],
  ["return start(), nil", []],
  ["a[start()] = b", []],
  ["var a [start()]int = b", []],
  ["var a [start()]int", []],
  ["for range start() {}", []],
])("%s", (statement, targets) => {
  const tree = SyntaxTree.parse(`package p\n\nfunc f() { ${statement} }\n`);
  const call = tree
    .nodesOfKind(["call_expression"])
    .find(({ function: callee }) => callee.text === "start");
  expect(call && assignmentTargetsOf(call).map(({ text }) => text)).toStrictEqual(targets);
});
