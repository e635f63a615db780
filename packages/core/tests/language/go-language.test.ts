import { describe, expect, test } from "@jest/globals";
import { fileURLToPath } from "node:url";
import { GoLanguage, type GoLanguageOptions, type GoNode } from "../../src/index.ts";
import { checkContract, gopherwood } from "../../src/language/plugin.ts";
import { disk } from "../../src/source/disk.node.ts";
import { NODE_KINDS, SUPERTYPES } from "../../src/syntax/grammar.generated.ts";
import { parseNodes } from "../../src/syntax/parse.ts";
import { version } from "../../src/version.generated.ts";
import { fileSystem } from "../semantics/module-files.ts";
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
  expect(language.visitorKeys["block"]).toEqual(["namedChildren"]);
  expect(language.defaultLanguageOptions).toEqual({
    generated: false,
    requireReasons: false,
    nolint: false,
  });
});

describe("language options", () => {
  test.each([
    ...[{}, { generated: true }, { generated: false }, { nolint: true }, { nolint: {} }],
    { nolint: { errcheck: ["x/calls"] } },
  ])("%j are fine", (options) => {
    expect(() => {
      language.validateLanguageOptions(options);
    }).not.toThrow();
    expect(() => lint("package p", { languageOptions: options })).not.toThrow();
  });

  test.each<[GoLanguageOptions, string]>([
    [{ generated: "yes" as never }, "Language option 'generated' must be true or false."],
    [{ requireReasons: {} as never }, "option 'requireReasons' must be true or false."],
    [
      { nolint: "yes" as never },
      "Language option 'nolint' must be true or false, or an object with lists of rules by the " +
        "names of linters.",
    ],
    [{ nolint: { errcheck: "x/calls" as never } }, "or an object with lists of rules"],
    [
      { ecmaVersion: 5 },
      "Unknown language option 'ecmaVersion': Go has 'generated', 'requireReasons', 'nolint'.",
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
    `Unknown selector class ':function': use one of ${Object.keys(SUPERTYPES)
      .map((name) => `':${name}'`)
      .join(", ")}.`,
  );
});

test("a file is parsed and read at its own place, and the root is that of its tree", () => {
  const files = fileSystem({});
  const parsed: string[] = [];
  let isBrief = false;
  const own = new GoLanguage(files, {
    parseFile(path, text) {
      parsed.push(`${path}: ${text}`);
      return parseNodes(text);
    },
    isBrief: () => isBrief,
  });
  const file = {
    path: "a.go/0.go",
    physicalPath: "C:\\m\\a.go",
    body: "package p",
    bom: false,
  };
  const result = own.parse(file);
  expect(result.ok).toBe(true);
  expect([result.ast.kind, result.ast.text]).toEqual(["source_file", "package p"]);
  expect(parsed).toEqual(["C:/m/a.go: package p"]);
  const sourceCode = own.createSourceCode(file, result, { languageOptions: {} });
  expect([sourceCode.path, sourceCode.isBrief]).toEqual(["C:/m/a.go", false]);
  expect(sourceCode.fileSystem).toBe(files);
  isBrief = true;
  const virtual = { ...file, physicalPath: undefined as unknown as string };
  const brief = own.createSourceCode(virtual, result, { languageOptions: {} });
  expect([brief.path, brief.isBrief]).toEqual(["a.go/0.go", true]);
  expect(parse("package p").isBrief).toBe(false);
});

test("the plugin says who it is, and brings the language with the disk", () => {
  expect(gopherwood.meta).toEqual({
    name: "@gopherwood/core",
    namespace: "gopherwood",
    version,
  });
  expect(gopherwood.languages.go.files).toBe(disk);
  expect(gopherwood.rules).toEqual({});
});

test("a pack runs beside packs with the same contract, and no others", () => {
  const loaded = Reflect.get(globalThis, Symbol.for("@gopherwood/core")) as {
    contract: number;
    readonly folder: string;
  };
  const check = () => {
    checkContract("my-pack");
  };
  expect(check).not.toThrow();
  const { contract } = loaded;
  loaded.contract = contract + 1;
  try {
    const copy = `${version} in ${fileURLToPath(new URL("../..", import.meta.url))}`;
    expect(check).toThrow(
      `my-pack cannot run here. It uses @gopherwood/core ${copy}; loaded before it was ${copy}, ` +
        "which has another contract with rules. Install packages that use one version of core: " +
        "'npm ls @gopherwood/core' shows them.",
    );
  } finally {
    loaded.contract = contract;
  }
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
