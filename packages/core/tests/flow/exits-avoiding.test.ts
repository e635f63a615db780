import { describe, expect, test } from "@jest/globals";
import {
  controlFlowGraphOf,
  enclosingFunction,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
} from "../../src/index.ts";
import { exitsWithoutDone } from "./paths.ts";

type Cases = Readonly<Record<string, readonly [body: string, exits: readonly string[]]>>;

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
  "a label with a comment behind it": ["L: // on\nfor { break L }; return one", ["return one"]],
  "a loop's comment": ["for /* ever */ { if c { break } }; return one", ["return one"]],
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

const LEAVING: Cases = {
  panic: ['start(); panic("x")', ['panic: panic("x")']],
  "a panic of one's own": ["panic := g; panic(1)", ["end"]],
  "the program's end": ["start(); if c { os.Exit(1) }; done()", ["exit: os.Exit(1)"]],
  "a fatal line": ['log.Fatalf("%v", 1)', ['exit: log.Fatalf("%v", 1)']],
  "a panic of a logger": ["log.Panicln(1)", ["panic: log.Panicln(1)"]],
  "an unknown logger": ["x.logger.Fatal(1)", ["exit: x.logger.Fatal(1)"]],
  "a test's": ["t.Fatal(1)", ["panic: t.Fatal(1)"]],
  "a test's skip": ["t.Skip(1)", ["panic: t.Skip(1)"]],
  "a chain of zerolog's": [
    'zl.Fatal().Int("a", 1).Msg("x")',
    ['exit: zl.Fatal().Int("a", 1).Msg("x")'],
  ],
  "another chain": ['zl.Error().Msg("x")', ["end"]],
  "another exit": ["x.Exit(1); y.Skip()", ["end"]],
  "what it is given": ["log.Fatal(done())", []],
  "each way to end the program": [
    ["syscall", "logrus", "klog", "glog"].map((by) => `if c { ${by}.Exit(1) }`).join("; "),
    ["syscall", "logrus", "klog", "glog"].map((by) => `exit: ${by}.Exit(1)`).concat("end"),
  ],
  "each of a logger's words": [
    ["", "f", "ln", "w", "Fn", "Context", "Depth"]
      .flatMap((end) => [`if c { l.Fatal${end}(1) }`, `if c { l.Panic${end}(1) }`])
      .join("; "),
    ["", "f", "ln", "w", "Fn", "Context", "Depth"]
      .flatMap((end) => [`exit: l.Fatal${end}(1)`, `panic: l.Panic${end}(1)`])
      .concat("end"),
  ],
  "words that only begin or end so": [
    "l.Fatally(1); l.IsPanic(1); l.Exits(1); xFatal(1)",
    ["end"],
  ],
  "each of a test's words": [
    ["FailNow()", "SkipNow()", "Skip(1)", "Skipf(``)", "Fatal(1)", "Fatalf(``)"]
      .map((call) => `if c { t.${call} }`)
      .join("; "),
    ["FailNow()", "SkipNow()", "Skip(1)", "Skipf(``)", "Fatal(1)", "Fatalf(``)"]
      .map((call) => `panic: t.${call}`)
      .concat("end"),
  ],
  "what only marks a test": ["t.Fail(); t.Error(1); t.Skipped()", ["end"]],
  "the end of a goroutine": ["runtime.Goexit()", ["panic: runtime.Goexit()"]],
  "another Goexit": ["x.Goexit(); log.Goexit()", ["end"]],
  "another package's Exit": ["errors.Exit(1)", ["end"]],
  "each end of zerolog's chains": [
    'if c { zl.Panic().Msgf("x") }; if c { zl.Fatal().Err(err).Send() }; zl.Info().Send()',
    ['panic: zl.Panic().Msgf("x")', "exit: zl.Fatal().Err(err).Send()", "end"],
  ],
  "a chain that starts with a value": ['event.Msg("x"); g(1).Msg("x"); x[0]().Send()', ["end"]],
  "a call that is no statement": ["x := os.Exit; y(log.Fatal)", ["end"]],
  "a goroutine that ends the program": ["go os.Exit(1); defer os.Exit(1)", ["end"]],
};

const DEFERRED: Cases = {
  "a defer": ["defer done(); if c { return one }; panic(1)", []],
  "a return before": ["if c { return one }; defer done(); return two", ["return one"]],
  "a defer on one way": ["if c { defer done() }; return one", ["return one"]],
  "a deferred closure": ["start(); defer func() { if c { done() } }(); return one", []],
  "a defer does not run when the program ends": [
    "defer done(); if c { os.Exit(1) }; return one",
    ["exit: os.Exit(1)"],
  ],
  "a defer runs when a test ends": ["defer done(); t.FailNow()", []],
  "a defer in a loop": ["for range xs { defer done() }; return one", ["return one"]],
  "a defer before the start": ["defer func() { done() }(); start(); return one", []],
  "a defer before the start on one way": [
    "if c { defer done() }; start(); return one",
    ["return one"],
  ],
  "a defer before the start under its condition": [
    "if !c { defer done() }; if !c { start() }; return one",
    [],
  ],
  "a defer before the start does not run when the program ends": [
    "defer done(); start(); os.Exit(1)",
    ["exit: os.Exit(1)"],
  ],
  "a defer after what is never reached": ["start(); return one; defer done()", ["return one"]],
  "a deferred call on both ways": [
    "if c { defer done() } else { defer done() }; start(); return one",
    [],
  ],
  "a defer in a loop before the start": ["for range xs { defer done() }; start()", ["end"]],
  "a defer in a loop that the start is in": [
    "for { defer done(); start(); if c { return one } }",
    [],
  ],
  "a defer of something else before the start": [
    "defer g(); start(); return one",
    ["return one"],
  ],
  "a defer before a panic": ["defer done(); start(); panic(1)", []],
  "a defer under another condition than the start's": [
    "if c { defer done() }; if d { start() }",
    ["end"],
  ],
  "what a deferred call is given": ["defer g(done()); return one", []],
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
  "another condition": ["if c { start() }; if d { done() }", ["end"]],
};

const ERRORS: Cases = {
  "not nil": ["x, err := start(); if err != nil { return one }; return two", ["return two"]],
  "nil is not": ["err := start(); if nil == err { return one }; return two", ["return one"]],
  "in the initializer": [
    "if err := start(); err != nil { return one }; return err",
    ["return err"],
  ],
  else: ["if err := start(); err == nil { return one } else { return two }", ["return one"]],
  "with another condition": [
    "err := start(); if err != nil && c { return one }; if err != nil || d { return two }",
    ["return two", "end"],
  ],
  "a switch that asks": [
    "err := start(); switch { case err != nil: return one; default: return two }",
    ["return two"],
  ],
  "a kind of error": [
    "err := start(); if errors.Is(err, x) { return one }; if g(err) != nil { return two }; if err == x { return three }; return four",
    ["return four"],
  ],
  "not a kind of error": [
    "err := start(); if !errors.Is(err, x) { return one }; return two",
    ["return one"],
  ],
  "another error": [
    "err := start(); if err != nil { return one }; err = g(); if err != nil { return two }; return three",
    ["return two", "return three"],
  ],
  "another error, declared beside": [
    "x, err := start(); y, err := g(); if err != nil { return two }",
    ["return two", "end"],
  ],
  "another variable of the name": [
    "err := start(); { err := g(); if err != nil { return one } }; if err != nil { return two }",
    ["return one", "end"],
  ],
  "a start in each turn": [
    "for range xs { err := start(); if err != nil { return one }; if c { return two }; done() }",
    ["return two"],
  ],
  "another value by a range": [
    "err := start(); for _, err = range errs { if err != nil { return one } }",
    ["return one", "end"],
  ],
  "another value by a channel": [
    "err := start(); select { case err = <-ch: if err != nil { return one } }",
    ["return one", "end"],
  ],
  "a value for something else by a range": [
    "err := start(); for range xs { if err != nil { return one } }; for x = range xs { if err != nil { return two } }; for x := range g(err) { if err != nil { return three } }",
    ["end"],
  ],
  "a value for something else by a channel": [
    "err := start(); select { case <-ch: if err != nil { return one } }",
    ["end"],
  ],
  "a value for something else": [
    "err := start(); x, y.err = g(err); if err != nil { return one }",
    ["end"],
  ],
  "another comparison": [
    "err := start(); if err > nil { return one }; if x != nil { return two }",
    ["return one", "return two", "end"],
  ],
  "what is asked of another": [
    "err := start(); if is(x) { return one }",
    ["return one", "end"],
  ],
  "one of two is told": [
    "err := start(); if c || err != nil { return one }",
    ["return one", "end"],
  ],
  "an error that is not another": [
    "err := start(); if err != x { return one }; return two",
    ["return one"],
  ],
  "a closure's": [
    "err = start(); g(func() { if err != nil { return } }); if err != nil { return one }",
    ["end"],
  ],
};

describe.each(Object.entries({ STRAIGHT, BRANCHES, LOOPS, LEAVING, DEFERRED, AROUND, ERRORS }))(
  "%s",
  (_, cases) => {
    test.each(Object.entries(cases))("%s", (__, [body, exits]) => {
      expect(exitsWithoutDone(body)).toEqual(exits);
    });
  },
);

test.each([
  ["a function", "func f(c bool) { if c { return }; start() }"],
  ["a method", "func (t t) f(c bool) { if c { return }; start() }"],
  ["a function literal", "var f = func(c bool) { if c { return }; start() }"],
])("all exits of %s around a call, in their order", (_, code) => {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(`package p\n\n${code}\n`));
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  const around = call && enclosingFunction(call);
  if (!around) throw new Error("There is no function.");
  const { exits } = controlFlowGraphOf(around, semanticsOf(sourceCode));
  expect(exits.map(({ kind }) => kind)).toEqual(["return", "end"]);
  expect(exits[1]?.node).toBe(around.body);
});

test("a call that stands in no function has none around it", () => {
  const tree = SyntaxTree.parse("package p\n\nvar x = start()\n");
  const [call] = tree.nodesOfKind(["call_expression"]);
  expect(call && enclosingFunction(call)).toBeNull();
});
