import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { isOn, readGolangciConfig, without } from "../src/from-golangci/golangci-config.ts";
import { translateGolangci } from "../src/from-golangci/index.ts";

const LINTERS = ["errcheck", "govet", "ineffassign", "staticcheck", "unused", "godox", "dupl"];

/** Returns the linters that are on, of some. */
function linters(text: string): string[] {
  const config = readGolangciConfig(text, "x");
  return LINTERS.filter((linter) => isOn(linter, config));
}

const STANDARD = LINTERS.slice(0, 5);

test.each<[text: string, on: readonly string[]]>([
  ['version: "2"', STANDARD],
  ["version: 2\nlinters: { default: standard, enable: [godox] }", [...STANDARD, "godox"]],
  ["version: 2\nlinters: { default: none, enable: [dupl] }", ["dupl"]],
  ["version: 2\nlinters: { default: fast, enable: [dupl, godox], disable: [dupl] }", ["godox"]],
  ["version: 2\nlinters: { default: all, disable: [dupl, godox] }", STANDARD],
  ["version: 2\nlinters: { disable: [govet] }", STANDARD.filter((name) => name !== "govet")],
  ["run: {}", STANDARD],
  ["linters: { enable: [godox], disable: [unused] }", [...STANDARD.slice(0, 4), "godox"]],
  ["linters: { disable-all: true, enable: [godox] }", ["godox"]],
  [
    "linters: { enable-all: true, disable: [dupl, unused] }",
    [...STANDARD.slice(0, 4), "godox"],
  ],
  ["linters: { enable: dupl, disable: [1] }", STANDARD],
])("of %j the linters that are on", (text, on) => {
  expect(linters(text)).toEqual(on);
});

test("a config with some linters off, whether it names those that are on or off", () => {
  for (const text of ["linters: { enable: [godox, dupl] }", "linters: { enable-all: true }"]) {
    const config = readGolangciConfig(text, "x");
    const less = without(["dupl", "govet"], config);
    expect([isOn("dupl", less), isOn("govet", less), isOn("godox", less)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(isOn("dupl", config)).toBe(true);
  }
});

describe("what is read of a config", () => {
  test("of version 2", () => {
    const text = `
version: "2"
run: { tests: false }
linters:
  settings: { godox: { keywords: [X] } }
  exclusions:
    generated: disable
    presets: [comments, 1]
    paths: [a, 2, b]
    rules:
      - { path: " a.go ", linters: [godox, 3], text: t, source: s }
      - { path-except: b, source: s }
      - { path: 1 }
      - none
`;
    expect(readGolangciConfig(text, "x")).toEqual({
      hasAll: false,
      named: new Set(STANDARD),
      settings: { godox: { keywords: ["X"] } },
      exclusions: [
        { path: "a.go", linters: ["godox"], text: "t" },
        { pathExcept: "b", text: "s" },
        {},
        {},
      ],
      paths: ["a", "b"],
      presets: ["comments"],
      lintsTests: false,
      lintsGenerated: true,
    });
  });

  test("of version 1, with its old names too", () => {
    const text = `
linters-settings: { godox: { keywords: [X] } }
run: { skip-dirs: [old], skip-files: [o.go], tests: false }
issues:
  exclude-use-default: false
  exclude-generated: disable
  exclude: [words]
  exclude-rules: [{ path: p, linters: [godox] }]
`;
    expect(readGolangciConfig(text, "x")).toEqual({
      hasAll: false,
      named: new Set(STANDARD),
      settings: { godox: { keywords: ["X"] } },
      exclusions: [{ path: "p", linters: ["godox"] }, { text: "words" }],
      paths: [
        "vendor$",
        "third_party$",
        "testdata$",
        "examples$",
        "Godeps$",
        "builtin$",
        "old",
        "o.go",
      ],
      presets: [],
      lintsTests: false,
      lintsGenerated: true,
    });
    const pathsOf = (more: string) => readGolangciConfig(more, "x").paths;
    const dirs = "exclude-dirs-use-default: false, exclude-dirs: [new], exclude-files: [n.go]";
    expect(
      pathsOf(`issues: { ${dirs} }\nrun: { skip-dirs: [old], skip-files: [o.go] }`),
    ).toEqual(["new", "n.go"]);
    expect(pathsOf("run: { skip-dirs-use-default: false }")).toEqual([]);
  });

  test("by default tests are linted, and what a program wrote is not", () => {
    for (const text of ['version: "2"', "run: {}"]) {
      expect(readGolangciConfig(text, "x")).toMatchObject({
        lintsTests: true,
        lintsGenerated: false,
        exclusions: [],
      });
    }
  });

  test.each(["version", "linters", "linters-settings", "issues", "run", "formatters"])(
    "a file with '%s' alone is a config",
    (key) => {
      expect(() => readGolangciConfig(`${key}: 1`, "x")).not.toThrow();
    },
  );

  test("another file is none, nor is a list", () => {
    for (const text of ["services: {}", "- linters", "", "linters"]) {
      expect(() => readGolangciConfig(text, "f.yml")).toThrow(
        "f.yml is no config of golangci-lint: it has no 'linters'.",
      );
    }
    expect(() => readGolangciConfig("a: [", "f.yml")).toThrow(/^f\.yml cannot be read: ./u);
  });
});

test("the head of the file says what is missing, and what golangci-lint is still for", () => {
  const { text, missing, packs } = translateGolangci(
    "linters: { disable-all: true, enable: [funlen, unused, dupl, govet] }\n" +
      "issues: { exclude-dirs-use-default: false }",
    "lint.yml",
  );
  const dupl =
    "dupl's copies within files; architecture/no-duplicate-files finds whole files that are copies";
  expect(text)
    .toBe(`# yaml-language-server: $schema=./node_modules/@gopherwood/config/schema.json
# Made of lint.yml by 'gopherwood --init --from'.
#
# These parts have no counterpart:
# - funlen's 'statements'
# - ${dupl}
#
# Keep golangci-lint for: dupl, govet, unused
packs:
  - "@gopherwood/rules-architecture"
languageOptions:
  nolint:
    funlen:
      - architecture/no-large-functions
rules:
  architecture/no-large-functions:
    - error
    - max: 60
      tests: true
`);
  expect(missing).toEqual(["funlen's 'statements'", dupl]);
  expect(packs).toEqual(["@gopherwood/rules-architecture"]);
});

test("a head without anything to say, and one where all linters are on", () => {
  const headOf = (text: string) => {
    const lines = translateGolangci(text, "x").text.split("\n");
    return lines.filter((line) => line.startsWith("#")).slice(2);
  };
  expect(headOf("version: 2\nlinters: { default: none, enable: [godox] }")).toEqual([]);
  expect(headOf("linters: { enable-all: true, disable: [funlen] }").at(-1)).toBe(
    "# Keep golangci-lint for: all linters that are on but for those above",
  );
});

test("exclusions by path, in the files of some linters alone", () => {
  const { text, missing } = translateGolangci(
    `version: "2"
run: { tests: false }
linters:
  default: none
  enable: [godox, forbidigo]
  settings: { forbidigo: { exclude-godoc-examples: false, forbid: ['^a\\.B$'] } }
  exclusions:
    paths: ["^gen/", "^gen/", "x+"]
    rules:
      - { path: "^cmd/", linters: [forbidigo] }
      - { path-except: "^api/", linters: [forbidigo] }
      - { path: _test.go, linters: [godox] }
      - { path: "^a/", path-except: "^b/", linters: [godox] }
      - { path: "y+" }
      - { linters: [godox] }
      - { text: words, linters: [unused] }
`,
    "x",
  );
  const { ignores, overrides, rules } = parse(text) as Record<string, object>;
  expect(ignores).toEqual(["gen/**", "**/*_test.go"]);
  expect(overrides).toEqual([
    { files: ["**/*_test.go"], rules: { "architecture/no-placeholder-code": "off" } },
  ]);
  expect(rules).toMatchObject({
    "go/restricted-calls": [
      "error",
      {
        restrictions: [
          {
            functions: ["a.B"],
            message: "it is forbidden here",
            files: ["/api/**"],
            exempt: [{ files: ["/cmd/**"], reason: "excluded" }],
          },
        ],
      },
    ],
  });
  expect(missing).toEqual([
    "the exclusion of godox by '^a/'",
    "the exclusion by 'y+'",
    "the exclusion of godox by ''",
    "the excluded path x+",
  ]);
});
