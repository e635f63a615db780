import { expect, test } from "@jest/globals";
import type { GoRule } from "@gopherwood/core";
import requiredCall from "../src/rules/required-call.ts";
import restrictedImports from "../src/rules/restricted-imports.ts";
import restrictedSyntax from "../src/rules/restricted-syntax.ts";

function wordsOf({ meta: { prefilter } }: GoRule, options: object): readonly unknown[] {
  if (typeof prefilter !== "function") throw new Error("The rule has no prefilter.");
  return prefilter([options]);
}

test("a required call is looked for where a name of its functions begins", () => {
  const requirement = { calls: ["auth.Check"], message: "no" };
  const requirements = [
    { ...requirement, functions: { names: ["Handle*", "main"] } },
    { ...requirement, functions: {} },
  ];

  expect(wordsOf(requiredCall, { requirements })).toEqual(["Handle", "main", ""]);
});

test("an import is looked for by the longest part of its path, and by the one to import instead", () => {
  const restrictions = [
    { imports: ["example.com/db/**"], replacement: "example.com/store", message: "no" },
    { imports: ["io/ioutil"], message: "no" },
  ];

  expect(wordsOf(restrictedImports, { restrictions })).toEqual([
    "example.com/db",
    "example.com/store",
    "io/ioutil",
  ]);
});

test("a replacement cannot say what a hole for any code stands for", () => {
  const restrictions = [{ pattern: "g($_)", replacement: "h($_)", message: "no" }];

  expect(() => wordsOf(restrictedSyntax, { restrictions })).toThrow(
    "The replacement 'h($_)' has the hole '$_', which the pattern 'g($_)' does not name.",
  );
});

test("a pattern that is not Go is shown with the column up to which it is", () => {
  const restrictions = [{ pattern: "  g($x, $*xs) +* )", message: "no" }];

  expect(() => wordsOf(restrictedSyntax, { restrictions })).toThrow(
    "The pattern '  g($x, $*xs) +* )' is not Go from column 15 on",
  );
});
