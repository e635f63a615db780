import { matchesGlob } from "@gopherwood/core";
import { describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { translateGolangci } from "../src/from-golangci/index.ts";
import { alternativesOf, globsOf } from "../src/from-golangci/patterns.ts";
import { Project } from "./project.ts";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

interface Config {
  readonly packs: readonly string[];
  readonly ignores?: readonly string[];
  readonly languageOptions: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, [string, Readonly<Record<string, unknown>>]>>;
  readonly overrides?: readonly object[];
}

function translated(text: string) {
  const { missing, text: yaml, packs } = translateGolangci(text, ".golangci.yml");
  return { missing, packs, yaml, config: parse(yaml) as Config };
}

/** Returns the restrictions of a rule. */
function restrictionsIn(text: string, rule: string): unknown {
  return translated(text).config.rules[rule]?.[1]["restrictions"];
}

const DIRECTORIES = [
  "",
  "gen/",
  "a/gen/",
  "internal/x/y/",
  "vendor/z/",
  "my_third_party/",
  "apis/v1/",
];
const FILES = [
  "main.go",
  "a_test.go",
  "gen.go",
  "x.pb.go",
  "zz_generated.deepcopy.go",
  "init.go",
];
const PATHS = DIRECTORIES.flatMap((directory) => FILES.map((file) => directory + file));

test.each([
  "_test.go",
  "_test\\.go$",
  "^main\\.go$",
  "gen",
  "^gen/",
  "gen/.*\\.go",
  "^.*\\.(pb|y)\\.go$",
  "zz_generated.deepcopy.go",
  "^(internal/.*/init\\.go|apis/.*\\.go)$",
  "_test\\.go|gen|apis",
  "(^|/)internal/",
  "\\.pb\\.go$",
  "a.*t\\.go",
  "v1/x?main",
  "gen/*",
  "(gen|_test\\.go$)",
  "(^gen|vendor)/",
  ".*_test.go",
])("the globs of the path %s match what it matches", (pattern) => {
  const globs = globsOf(pattern) ?? [];
  const matched = PATHS.filter((path) =>
    globs.some((glob) => matchesGlob(path, glob.startsWith("**/") ? glob : `/${glob}`)),
  );
  expect(matched).toEqual(PATHS.filter((path) => new RegExp(pattern, "u").test(path)));
});

test("a path that is a directory's means the files below", () => {
  expect(globsOf("third_party$")).toEqual(["**/*third_party/**"]);
});

test("what is no list of texts is left alone", () => {
  for (const pattern of ["[ab].go", "a+", "(?i)x", "a{2}", "\\d", "((a", "x)", "(?=a)"]) {
    expect(alternativesOf(pattern)).toBeNull();
  }
});

describe("forbidigo", () => {
  const forbid = (...entries: string[]) =>
    translated(
      `version: "2"\nlinters:\n  default: none\n  enable: [forbidigo]\n  settings:\n    forbidigo:\n` +
        `      exclude-godoc-examples: false\n      forbid:\n${entries.map((entry) => `        - ${entry}\n`).join("")}`,
    );
  const functionsOf = (entry: string) => {
    const { config, missing } = forbid(entry);
    const [, options] = config.rules["go/restricted-calls"] ?? [];
    const [first] = (options?.["restrictions"] ?? []) as { functions: string[] }[];
    return first?.functions ?? missing;
  };

  test.each([
    ["'time\\.Sleep'", ["time.Sleep*"]],
    ["'^time\\.Sleep$'", ["time.Sleep"]],
    ["'ptr\\.To\\('", ["ptr.To"]],
    ["time.Now", ["time.Now*"]],
    ["'^atomic\\.(Add|Load).'", ["atomic.Add*", "atomic.Load*"]],
    ["'^nl\\.(H\\.)?(List$|Get)'", ["nl.List", "nl.Get*", "nl.H.List", "nl.H.Get*"]],
    ["'^fmt\\.Print(|f|ln)$'", ["fmt.Print", "fmt.Printf", "fmt.Println"]],
    ["{ p: '^fmt\\.Print.*$' }", ["fmt.Print*"]],
    ["{ pattern: '^x\\.New.*$', pkg: '^example\\.com/x$' }", ["example.com/x.New*"]],
    ["{ pattern: '^sql\\.DB\\.Query$', pkg: '^database/sql$' }", ["database/sql.DB.Query"]],
    ['\'\\.(Str|Int)\\("[^"]+"\'', [`forbidigo's pattern \\.(Str|Int)\\("[^"]+"`]],
    ["'Envar'", ["forbidigo's pattern Envar"]],
  ])("%s", (entry, expected) => {
    expect(functionsOf(entry)).toEqual(expected);
  });

  test("messages, and builtins", () => {
    const { config } = forbid(
      "{ pattern: '^print(ln)?$', msg: 'Use a logger.' }",
      "'^os\\.Exit$(# end in main)'",
      "'^os\\.Abort$'",
    );
    expect(config.rules["go/restricted-syntax"]?.[1]["restrictions"]).toEqual([
      { pattern: "print($*_)", message: "Use a logger" },
      { pattern: "println($*_)", message: "Use a logger" },
    ]);
    expect(config.rules["go/restricted-calls"]?.[1]["restrictions"]).toEqual([
      { functions: ["os.Exit"], message: "end in main" },
      { functions: ["os.Abort"], message: "it is forbidden here" },
    ]);
  });

  test("by default it forbids prints, but in examples", () => {
    expect(
      restrictionsIn(
        "linters: { disable-all: true, enable: [forbidigo] }",
        "go/restricted-calls",
      ),
    ).toEqual([
      {
        functions: ["fmt.Print", "fmt.Printf", "fmt.Println"],
        message: "it is forbidden here",
        exempt: [{ files: ["**/*_test.go"], functions: ["Example*"], reason: "an example" }],
      },
    ]);
  });
});

test("depguard and gomodguard", () => {
  const { config, missing } = translated(`
version: "2"
linters:
  default: none
  enable: [depguard, gomodguard]
  settings:
    depguard:
      rules:
        main:
          files: ["$all", "!$test"]
          deny:
            - { pkg: "github.com/pkg/errors", desc: "Use errors." }
            - { pkg: "math/rand$" }
        strict:
          list-mode: strict
          files: ["**/core/**"]
          allow: [$gostd, example.com/app/]
    gomodguard:
      blocked:
        modules:
          - github.com/satori/go.uuid: { recommendations: [a, b], reason: "not\\n maintained." }
        local_replace_directives: true
`);
  const exempt = [{ files: ["**/*_test.go"], reason: "not in its 'files'" }];
  expect(config.rules["go/restricted-imports"]?.[1]["restrictions"]).toEqual([
    { imports: ["github.com/pkg/errors/**"], message: "Use errors", exempt },
    { imports: ["math/rand"], message: "it is forbidden here", exempt },
    {
      imports: ["**"],
      except: ["!(*.*)/**", "example.com/app/*/**"],
      message: "it is not in the list 'strict' of allowed imports",
      files: ["**/core/**"],
    },
    { imports: ["github.com/satori/go.uuid/**"], message: "use a or b; not maintained" },
  ]);
  expect(missing).toEqual([
    "gomodguard's 'blocked.local_replace_directives', which is about go.mod",
  ]);
});

test("errcheck: version 1 has its exclusions by default, version 2 by a preset", () => {
  const optionsOf = (text: string) =>
    translated(text).config.rules["error-handling/no-ignored-errors"]?.[1];
  const one = optionsOf(
    "linters-settings: { errcheck: { check-blank: true, exclude-functions: ['(*os.File).Close', 'io.Copy(os.Stdout)', io.ReadAll] } }",
  );
  expect(one).toMatchObject({ blank: "never", cleanups: ["*Close", "*Flush"], tests: true });
  expect(one?.["allowed"]).toEqual(
    expect.arrayContaining(["os.File.Close", "io.ReadAll", "os.Setenv"]),
  );
  expect(one?.["allowed"]).not.toContain("io.Copy");
  const two = optionsOf('version: "2"\nrun: { tests: false }');
  expect(two).toMatchObject({ blank: "always", cleanups: [], tests: false });
  expect(optionsOf('version: "2"\nlinters: { default: none }')).toBeUndefined();
  expect(optionsOf('version: "2"\nlinters: { disable: [errcheck] }')).toBeUndefined();
});

test("wrapcheck, errorlint, godox, funlen, dupl, sloglint and loggercheck", () => {
  const { config, missing } = translated(`
linters:
  disable-all: true
  enable: [wrapcheck, errorlint, godox, funlen, dupl, sloglint, loggercheck, govet]
linters-settings:
  wrapcheck: { ignorePackageGlobs: [example.com/app/*] }
  godox: { keywords: [HACK] }
  funlen: { lines: 80, statements: -1 }
  sloglint: { no-global: all, context: scope, no-mixed-args: false, kv-only: true }
  loggercheck: { require-string-key: true }
`);
  expect(config.rules).toMatchObject({
    "error-handling/require-error-wrapping": [
      "error",
      { bareReturns: true, barePackages: ["errors", "*/errors", "fmt", "example.com/app/*"] },
    ],
    "architecture/no-placeholder-code": [
      "error",
      { marks: ["HACK"], phrases: [], tracked: "" },
    ],
    "architecture/no-large-functions": ["error", { max: 80, tests: true }],
    "logging/structured-arguments": ["error", { checks: ["missing-value", "non-string-key"] }],
  });
  expect(config.rules["go/restricted-calls"]?.[1]["restrictions"]).toMatchObject([
    { message: "pass a logger" },
    { within: { parameters: ["context.Context"] } },
  ]);
  expect(missing).toEqual([
    "sloglint's 'kv-only'",
    "dupl's copies within files; architecture/no-duplicate-files finds whole files that are copies",
  ]);
});

test("where one of two linters is off, the rule has the options of the other", () => {
  const { config } = translated(`
version: "2"
linters:
  default: none
  enable: [wrapcheck, errorlint]
  exclusions:
    rules:
      - { path: _test.go, linters: [wrapcheck] }
      - { path: "^gen/" }
`);
  const rule = "error-handling/require-error-wrapping";
  expect(config.rules[rule]?.[1]).toMatchObject({ bareReturns: true });
  expect(config.overrides).toEqual([
    { files: ["**/*_test.go"], rules: { [rule]: ["error", { tests: true }] } },
    { files: ["gen/**"], rules: { [rule]: "off" } },
  ]);
});

test("exclusions: paths, files of a linter, and what cannot be kept", () => {
  const { config, missing } = translated(`
version: "2"
linters:
  default: none
  enable: [errcheck, forbidigo, govet]
  exclusions:
    generated: disable
    paths: [third_party$, "[xy]"]
    rules:
      - { path: "^cmd/", linters: [errcheck, forbidigo] }
      - { path-except: "^api/", linters: [errcheck] }
      - { path: gen, linters: [govet] }
      - { text: Magic, linters: [govet] }
      - { text: Close, linters: [errcheck] }
      - { path: a.go, source: "x :=\\n  y" }
`);
  expect(config.ignores).toEqual(["**/*third_party/**"]);
  expect(config.languageOptions).toEqual({
    nolint: {
      errcheck: ["error-handling/no-ignored-errors"],
      forbidigo: ["go/restricted-calls", "go/restricted-syntax"],
    },
    generated: true,
  });
  const off = { "error-handling/no-ignored-errors": "off" };
  expect(config.overrides).toEqual([
    { files: ["cmd/**"], rules: off },
    { files: ["**/*.go"], ignores: ["api/**"], rules: off },
  ]);
  expect(config.rules["go/restricted-calls"]?.[1]["restrictions"]).toMatchObject([
    { exempt: [{ reason: "an example" }, { files: ["/cmd/**"], reason: "excluded" }] },
  ]);
  expect(missing).toEqual([
    "the exclusion of errcheck by 'Close'",
    "the exclusion by 'x := y'",
    "the excluded path [xy]",
  ]);
});

describe("--init --from", () => {
  const GOLANGCI = `
linters: { disable-all: true, enable: [forbidigo, govet] }
linters-settings: { forbidigo: { forbid: [{ p: '^fmt\\.Print.*$', msg: log it }] } }
issues: { exclude-rules: [{ path: ^cmd/, linters: [forbidigo] }] }
`;
  const PRINT = 'package p\n\nimport "fmt"\n\nfunc f() { fmt.Println() }\n';

  test("writes a config that finds what golangci-lint found", async () => {
    using project = new Project(
      { "go.mod": "module m\n", ".golangci.yml": GOLANGCI, "a.go": PRINT, "cmd/b.go": PRINT },
      { config: null },
    );
    const { code, stdout, stderr } = await project.run(["--init", "--from", ".golangci.yml"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Wrote gopherwood.config.yaml.");
    expect(stdout).toContain("npm install --save-dev gopherwood @gopherwood/rules-go");
    const written = readFileSync(join(project.root, "gopherwood.config.yaml"), "utf8");
    expect(written).toContain("# Keep golangci-lint for: govet");
    // Its packages are found from its directory.
    symlinkSync(MODULES, join(project.root, "node_modules"), "junction");
    const linted = await project.run(["--format", "agent"]);
    expect(linted.stdout.split("\n")).toEqual([
      "a.go:5:12 error go/restricted-calls: Do not call 'fmt.Println': log it.",
      "1 error, 0 warnings in 2 files",
      "",
    ]);
  });

  test.each([
    [["--from", ".golangci.yml"], "--from needs --init"],
    [["--init", "--from", "no.yml"], "no.yml"],
    [["--init", "--from", "bad.yml"], "bad.yml cannot be read"],
    [["--init", "--from", "other.yml"], "is no config of golangci-lint"],
    [["--init", "--from", ".golangci.toml"], "TOML"],
  ])("%j", async (args, message) => {
    using project = new Project(
      {
        ".golangci.yml": GOLANGCI,
        "bad.yml": "a: [",
        "other.yml": "services: {}",
        ".golangci.toml": "",
      },
      { config: null },
    );
    const { code, stdout, stderr } = await project.run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(existsSync(join(project.root, "gopherwood.config.yaml"))).toBe(false);
  });
});
