import { describe, expect, test } from "@jest/globals";
import { GoLanguage, type GoLanguageOptions, type GoNode } from "../../src/index.ts";
import { NODE_KINDS, SUPERTYPES } from "../../src/syntax/grammar.generated.ts";
import { inFunction, lint } from "../source/lint.ts";

const language = new GoLanguage();

/** Parses as ESLint does. */
function parse(body: string, languageOptions = {}) {
  const file = { path: "a.go", physicalPath: "a.go", body, bom: false };
  const result = language.parse(file);
  return language.createSourceCode(file, result, { languageOptions });
}

test("what ESLint asks a language", () => {
  expect(language.fileType).toBe("text");
  expect([language.lineStart, language.columnStart]).toEqual([1, 1]);
  expect(language.nodeTypeKey).toBe("kind");
  expect(Object.keys(language.visitorKeys)).toEqual([...NODE_KINDS]);
  expect(language.defaultLanguageOptions).toEqual({
    generated: false,
    requireReasons: false,
  });
});

describe("language options", () => {
  test.each([{}, { generated: true }, { generated: false }])("%j are fine", (options) => {
    expect(() => {
      language.validateLanguageOptions(options);
    }).not.toThrow();
    expect(() => lint("package p", { languageOptions: options })).not.toThrow();
  });

  test.each<[GoLanguageOptions, string]>([
    [{ generated: "yes" as never }, "Language option 'generated' must be true or false."],
    [
      { ecmaVersion: 5 },
      "Unknown language option 'ecmaVersion': Go has 'generated' and 'requireReasons'.",
    ],
  ])("%j are not", (options, message) => {
    expect(() => {
      language.validateLanguageOptions(options);
    }).toThrow(message);
    expect(() => lint("package p", { languageOptions: options })).toThrow(message);
  });
});

test("selector classes are the grammar's groups, in any case", () => {
  const { ast } = parse("package p");
  for (const name of Object.keys(SUPERTYPES)) {
    expect(language.matchesSelectorClass(name.toUpperCase(), ast)).toBe(false);
  }
  const kinds = SUPERTYPES["expression"] ?? [];
  expect(kinds).toContain("call_expression");
  const call = { kind: "call_expression" } as GoNode;
  expect(language.matchesSelectorClass("expression", call)).toBe(true);
  expect(() => language.matchesSelectorClass("function", call)).toThrow(
    "Unknown selector class ':function'",
  );
});

test("sites are plain data that outlive the tree", () => {
  const { sites } = lint(inFunction("g()")).sourceCode;
  lint("package q");
  expect(sites).toEqual([
    {
      ruleId: "x/calls",
      verdict: "violation",
      messageId: "found",
      subject: "g()",
      symbol: "f",
      range: { start: { line: 4, column: 2 }, end: { line: 4, column: 5 } },
    },
  ]);
  expect(JSON.parse(JSON.stringify(sites))).toEqual(sites);
});
