import { expect, test } from "@jest/globals";
import {
  controlFlowGraphOf,
  enclosingFunction,
  GoSourceCode,
  lineOfExit,
  semanticsOf,
  SyntaxTree,
} from "../../src/index.ts";
import { testExits, type Cases } from "./paths.ts";

const STRAIGHT: Cases = {
  "an empty body": ["", ["end"]],
  "a passed end": ["done()", []],
  "a return after, one before": ["if c { return one }; done(); return two", ["return one"]],
  "what stands after a return": ["return one\nstart()\nreturn two", ["return two"]],
  "the return that passes": ["return errors.Join(err, done())", []],
  "the return that starts": ["return start()", ["return start()"]],
  "done with what is started": ["done(start())", []],
  "done before start": ["f(done(), start())", ["end"]],
  "done after start in one statement": ["f(start(), done())", []],
  "a closure is not entered": [
    "start(); g := func() { done(); return }; return g",
    ["return g"],
  ],
  "a closure that is called on the spot": ["start(); func() { done() }()", []],
  "a function literal is a function": [
    "g(func() error { start(); return one })",
    ["return one"],
  ],
  "comments and empty statements": ["start();;\n// done()\n;/* x */ done()", []],
  "a block": ["start(); { done() }; return one", []],
  "a start in a call's function": ["start().x(done())", []],
  "a start beside what is evaluated before it": ["f(done(), g(start()))", ["end"]],
  "a closure in parentheses, called": ["start(); (func() { done() })()", []],
  "a start in a closure that is called on the spot": [
    "func() { start(); return }(); done()",
    ["return"],
  ],
  "a declaration and a send": ["start(); var x = 1; ch <- done()", []],
};

const BRANCHES: Cases = {
  "an if without else": ["if c { done() }; return one", ["return one"]],
  "an if with else": ["if c { done() } else { done() }; return one", []],
  "a chain without a last else": [
    "if c { done() } else if d { done() }; return one",
    ["return one"],
  ],
  "a chain with one": [
    "if c { done() } else if d { return one } else { done() }",
    ["return one"],
  ],
  "an initializer": ["if x := done(); x { return one }", []],
  "the first of two conditions": ["if done() && c { return one }", []],
  "the second of two conditions": ["if c && done() { return one }; return two", ["return two"]],
  "the second of two alternatives": [
    "if c || !(done()) { return one }; return two",
    ["return one"],
  ],
  "a switch without default": ["switch n { case 1: done(); case 2: done() }", ["end"]],
  "a switch with default": ["switch n { default: done(); case 2: done() }", []],
  "a default that stands first": [
    "switch n { default: return one; case 2: done() }",
    ["return one"],
  ],
  "a switch's cases run nothing else": [
    "switch n { case 1: return one; case 2: done(); default: done() }",
    ["return one"],
  ],
  fallthrough: [
    "switch n { case 1: fallthrough // on\ncase 2: done(); case 3: return one; default: done() }",
    ["return one"],
  ],
  "break out of a switch": [
    "switch n { case 1: if c { break }; done(); default: done() }",
    ["end"],
  ],
  "a switch that asks": ["switch { case done(): return one; case c: return two }", []],
  "a switch that asks second": [
    "switch { case c: return one; case done(): return two }; return three",
    ["return one"],
  ],
  "several values": ["switch n { case g(), done(): return one }; return two", ["return one"]],
  "a fall behind a comment and an empty statement": [
    "switch n { case 1: fallthrough; // on\n;case 2: done(); default: done() }",
    [],
  ],
  "a fall from the last but one to the default": [
    "switch n { case 1: fallthrough; default: return one }",
    ["return one"],
  ],
  "conditions in parentheses with a comment": [
    "if (/* c */ c) { done() } else { done() }; return one",
    [],
  ],
  "a condition that is true": ["if true { done() } else { return one }; return two", []],
  "a condition that is not true": ["if !true { return one }; done()", []],
  "both of two conditions": ["if c && d { done() } else { return one }", ["return one"]],
  "either of two conditions": ["if c || d { return one } else { done() }", ["return one"]],
  "another operator": ["if n&1 == done() { return one }", []],
  "a value that is negated, not asked": ["if -done() < n { return one }", []],
  "a switch's initializer": ["switch x := done(); x { case 1: return one }", []],
  "a switch's value": ["switch done() { case 1: return one }", []],
  "a switch that asks in parentheses": [
    "switch { case c && done(): return one; default: return two }",
    ["return two"],
  ],
  "values with comments between": [
    "switch n { case 1, /* x */ done(): return one }",
    ["return one"],
  ],
  "a type switch's initializer": [
    "switch x := done(); y := x.(type) { case int: return y }",
    [],
  ],
  "a type switch that falls nowhere": [
    "switch v.(type) { case int: done(); case string: return one }",
    ["return one", "end"],
  ],
  "a break out of a type switch": [
    "switch v.(type) { case int: if c { break }; done(); default: done() }",
    ["end"],
  ],
  "an empty case": ["switch n { case 1: ; default: done() }", ["end"]],
  "a type switch": ["switch x := v.(type) { case int: done(); return x }", ["end"]],
  "a type switch with default": [
    "switch v := done(); v.(type) { case int: return one; default: }",
    [],
  ],
  "a type switch, all": ["switch v.(type) { case int: done(); default: done() }", []],
  "a select": ["select { case <-ch: done(); case ch <- 1: return one }", ["return one"]],
  "a select waits": ["select { case x := <-ch: done(); case <-done(): }", []],
  "a select with default": ["select { case <-ch: done(); default: }", ["end"]],
  "a select without cases": ["start(); select {}", []],
};

const LOOPS: Cases = {
  "a condition": ["for c { done() }; return one", ["return one"]],
  "a clause": ["for i := 0; i < n; i++ { done() }", ["end"]],
  "a clause's initializer": ["for i := done(); i < n; i++ { return one }", []],
  "a clause's condition": ["for i := 0; done(); i++ { return one }; return two", []],
  "a clause's update": [
    "for i := 0; i < n; done() { if c { return one } }",
    ["return one", "end"],
  ],
  "a range": ["for range xs { done(); return one }; return two", ["return two"]],
  "what is ranged over": ["for range done() { return one }", []],
  "no condition": ["for { start() }", []],
  "no condition but return": ["for { if c { return one }; done() }", ["return one"]],
  "an empty clause": ["for ;; { if c { break } }; return one", ["return one"]],
  "a condition that is true": ["for true { if c { return one } }; return two", ["return one"]],
  break: ["for { if c { break }; done() }; return one", ["return one"]],
  continue: ["for { if c { continue }; done(); break }; return one", []],
  "continue goes over the update": [
    "for i := 0; ; done() { start(); if c { continue }; return one }",
    ["return one"],
  ],
  "a start in a loop": [
    "for range xs { start(); if c { return one }; done() }",
    ["return one"],
  ],
  "a start in each turn": ["for range xs { start() }", ["end"]],
  "break with a label": [
    "L: for { for { if c { break L }; done() } }; return one",
    ["return one"],
  ],
  "break without one": ["L: for { for { break }; done(); break L }; return one", []],
  "continue with a label": [
    "L: for c { for { if d { continue L }; done() } }; return one",
    ["return one"],
  ],
  "break in a select in a loop": [
    "for { select { case <-ch: break }; done(); return one }",
    [],
  ],
  "break out of a loop from a select": [
    "L: for { select { case <-ch: break L; default: done(); return one } }; return two",
    ["return two"],
  ],
  "continue in a switch": ["for { switch n { case 1: continue }; done(); return one }", []],
  "break out of a labelled block's loop": ["L: switch n { case 1: for { break L } }", ["end"]],
  "goto over it": ["start(); if c { goto end }; done(); end: return one", ["return one"]],
  "goto back": [
    "again: if c { done(); return one }; if d { goto again }; return two",
    ["return two"],
  ],
  "goto to a label that is not there": ["start(); goto nowhere", []],
  "continue with the label of an outer loop goes over its update": [
    "L: for i := 0; i < n; done() { for range xs { start(); continue L } }",
    [],
  ],
  "continue with a label that is a switch's": [
    "L: switch n { case 1: for { continue L } }; return one",
    ["return one"],
  ],
  "break with a label that is not there": ["for { break nowhere }", []],
  "break and continue in no loop": [
    "start(); if c { break }; if d { continue }; return one",
    ["return one"],
  ],
  "a label with a comment behind it": [
    "L: // on\nfor { if c { return one }; break L }; return two",
    ["return one", "return two"],
  ],
  "a loop's comment": ["for /* ever */ { if c { return one } }; return two", ["return one"]],
  "a range's comment": ["for /* all */ range xs { done() }; return one", ["return one"]],
  "break in a closure's loop": [
    "for { g(func() { for { break } }); if c { return one } }",
    ["return one"],
  ],
  "a loop after a labelled loop": [
    "L: for { break L }; for { if c { break }; done(); return one }; return two",
    ["return two"],
  ],
  "a label at the end": ["start(); goto end; end:", ["end"]],
};

const AROUND: Cases = {
  "the condition again": ["if x != nil { start() }; if x != nil { done() }", []],
  "with another": ["if x != nil && c { start() }; if c { done() }", []],
  "one of two": ["if x != nil || c { start() }; if c { done() }", ["end"]],
  "the other way": [
    "if x == nil || c { return one } else { start() }; if c { return two }",
    ["end"],
  ],
  "in a closure": ["if c { g(func() { start(); if c { done() } }) }", ["end"]],
  "not the condition": ["if !c { start() }; if c { return one }; done()", []],
  "the condition in parentheses": ["if (c) { start() }; if c { done() }", []],
  "none of two": [
    "if !(c || d) { start() }; if c { return one }; if d { return two }; done()",
    [],
  ],
  "not both of two": ["if !(c && d) { start() }; if c { return one }; done()", ["return one"]],
  "the else of the else": [
    "if c { } else if d { start() }; if c { return one }; if d { done() }",
    [],
  ],
  "what is asked in the condition itself": [
    "if start() { return one }; return two",
    ["return one", "return two"],
  ],
  "the condition's opposite, negated": ["if -n { start() }; if n { done() }", ["end"]],
  "a condition that is assigned since": ["if c { c = g(); start() }; if c { done() }", ["end"]],
  "a condition that is assigned in a loop": [
    "if c { for range xs { g(); c = g() }; start() }; if c { done() }",
    ["end"],
  ],
  "a part of a condition that is assigned": [
    "if x.n > 1 { x.n, d = 0, c; start() }; if x.n > 1 { done() }",
    ["end"],
  ],
  "something else that is assigned": ["if c { d = c; start() }; if c { done() }", []],
  "another condition": ["if c { start() }; if d { done() }", ["end"]],
};

testExits({ STRAIGHT, BRANCHES, LOOPS, AROUND });

/** Returns the function around the first call, and all its exits in their order. */
function exitsAroundCall(code: string) {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(`package p\n\n${code}\n`));
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  const around = call && enclosingFunction(call);
  if (!around) throw new Error("There is no function.");
  return { around, exits: controlFlowGraphOf(around, semanticsOf(sourceCode)).exits };
}

test.each([
  ["a function", "func f(c bool) { if c { return }; start() }"],
  ["a method", "func (t t) f(c bool) { if c { return }; start() }"],
  ["a function literal", "var f = func(c bool) { if c { return }; start() }"],
])("all exits of %s around a call, in their order", (_, code) => {
  const { around, exits } = exitsAroundCall(code);
  expect(exits.map(({ kind }) => kind)).toEqual(["return", "end"]);
  expect(exits[1]?.node).toBe(around.body);
});

test("a return is in the line where it starts, and the end in that of the last brace", () => {
  const { exits } = exitsAroundCall("func f() {\n\tif c {\n\t\treturn g(\n1)\n\t}\n}");
  expect(exits.map(lineOfExit)).toEqual([5, 8]);
});

test("a call that stands in no function has none around it", () => {
  const tree = SyntaxTree.parse("package p\n\nvar x = start()\n");
  const [call] = tree.nodesOfKind(["call_expression"]);
  expect(call && enclosingFunction(call)).toBeNull();
});
