import { describe, expect, test } from "@jest/globals";
import rule from "../src/rules/restricted-syntax.ts";

describe("options that do not compile", () => {
  const wordsFor = (entry: object) => {
    const { prefilter } = rule.meta;
    if (typeof prefilter !== "function") throw new Error("The rule has no prefilter.");
    return prefilter([{ restrictions: [{ message: "no", ...entry }] }]);
  };

  test.each([
    [{ pattern: "if {" }, "The pattern 'if {' is not Go"],
    [{ pattern: "$x" }, "matches all code"],
    [{ pattern: "g($x)", instead: "$x" }, "matches all code"],
    [{ pattern: "g($x)", query: "(block) @b" }, "either a 'pattern' or a 'query'"],
    [{}, "either a 'pattern' or a 'query'"],
    [{ pattern: "g($x)", replacement: "h($y)" }, "has the hole '$y'"],
    [{ pattern: "g($x)", replacement: "return $x" }, "is of the kind 'statements'"],
    [{ pattern: "g($x)", types: { y: ["error"] } }, "is no hole of the pattern: 'x'."],
    [{ pattern: "g()", types: { y: ["error"] } }, "is no hole of the pattern: 'none'."],
    [{ query: "(no_such_node) @x" }, "The query '(no_such_node) @x' does not compile"],
    [{ query: "(block" }, "does not compile"],
    [{ query: "(block)" }, "captures nothing"],
    [
      { query: '[(block)] @b (#match? @b "x")' },
      "does not compile: The predicate at 1:14 belongs to no pattern",
    ],
    [{ query: '((block) @b (#mach? @b "x"))' }, "There is no predicate '#mach?' at 1:1"],
    [{ pattern: "g($x)", unless: { y: "z" } }, "'unless' names 'y', which is no hole"],
    [{ pattern: "g($x)", unless: { x: "(" } }, "The expression of 'x' in 'unless'"],
    [{ query: "(block) @b", replacement: "x" }, "A 'replacement' belongs to a 'pattern'"],
  ])("%j", (entry, message) => {
    expect(() => wordsFor(entry)).toThrow(message);
  });
});

test("the words of patterns are no names of packages, which may be imported by others", () => {
  const { prefilter } = rule.meta;
  const entry = { pattern: "longpackage.Get($argument)", instead: "$x.Close()", message: "no" };

  expect(typeof prefilter === "function" && prefilter([{ restrictions: [entry] }])).toEqual([
    "Get",
    "Close",
  ]);
});
