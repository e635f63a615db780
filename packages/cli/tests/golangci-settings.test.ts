import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { translateGolangci } from "../src/from-golangci/index.ts";

/** Returns the rules, restrictions and missing parts of one linter with some settings. */
function translated(linter: string, settings: object | string = {}) {
  const written = typeof settings === "string" ? settings : JSON.stringify(settings);
  const { text, missing } = translateGolangci(
    `version: "2"\nlinters:\n  default: none\n  enable: [${linter}]\n` +
      `  settings: { ${linter}: ${written} }\n`,
    ".golangci.yml",
  );
  const { rules } = parse(text) as { rules: Record<string, [severity: string, object]> };
  return { rules, missing };
}

const restricted = (...restrictions: object[]) => ["error", { restrictions }];

test("errcheck: what it leaves alone by itself, and what its settings add", () => {
  const settings = {
    "check-type-assertions": true,
    exclude: "file.txt",
    "exclude-functions": [
      "io.Copy(os.Stdout)",
      "io.Copy(*bytes.Reader)",
      "(x.Y).Close",
      "(*x.Z).Close",
      "fmt.Sscan",
    ],
  };
  const { rules, missing } = translated("errcheck", settings);
  expect(rules).toEqual({
    "error-handling/no-ignored-errors": [
      "error",
      {
        allowed: [
          "fmt.Print*",
          "crypto/rand.Read",
          "math/rand.Read",
          "math/rand.Rand.Read",
          "io.PipeReader.CloseWithError",
          "io.PipeWriter.CloseWithError",
          "x.Y.Close",
          "x.Z.Close",
          "fmt.Sscan",
        ],
        writers: [
          "bytes.Buffer",
          "strings.Builder",
          "hash.Hash",
          "hash.Hash32",
          "hash.Hash64",
          "hash/maphash.Hash",
          "os.Stderr",
          "os.Stdout",
          "bytes.Reader",
        ],
        cleanups: [],
        blank: "always",
        tests: true,
      },
    ],
  });
  expect(missing).toEqual([
    "errcheck's 'check-type-assertions'",
    "errcheck's 'exclude', a file of its own",
  ]);
  expect(translated("errcheck", { "check-type-assertions": false }).missing).toEqual([]);
});

test("errcheck: the exclusions that version 1 has by default", () => {
  const optionsOf = (text: string) => {
    const { rules } = parse(translateGolangci(text, "x").text) as {
      rules: Record<string, [string, Record<string, string[]>]>;
    };
    return rules["error-handling/no-ignored-errors"]?.[1];
  };
  const byDefault = optionsOf("linters: { enable: [errcheck] }");
  expect(byDefault?.["allowed"]?.slice(6)).toEqual([
    "fmt.Fprint*",
    "os.Setenv",
    "os.Unsetenv",
    "os.Remove",
    "os.RemoveAll",
    "os.File.Close",
    "archive/tar.Writer.Close",
    "archive/zip.Writer.Close",
    "compress/gzip.Writer.Close",
  ]);
  expect(byDefault?.["writers"]?.at(-1)).toBe("os.Stdout");
  const without = optionsOf("issues: { exclude-use-default: false }");
  expect([without?.["allowed"]?.length, without?.["cleanups"]]).toEqual([6, []]);
  const presets = optionsOf(
    'version: 2\nlinters: { exclusions: { presets: [comments, "std-error-handling"] } }',
  );
  expect(presets?.["cleanups"]).toEqual(["*Close", "*Flush"]);
});

test("errorlint and wrapcheck: the part of them that a rule has", () => {
  const rule = "error-handling/require-error-wrapping";
  expect(translated("errorlint")).toEqual({
    rules: { [rule]: ["error", { tests: true }] },
    missing: ["errorlint's 'asserts' and 'comparison'"],
  });
  const settings = {
    "ignore-package-globs": ["a/*"],
    "ignore-sig-regexps": ["x"],
    "ignore-interface-regexps": ["y"],
  };
  expect(translated("wrapcheck", settings)).toEqual({
    rules: {
      [rule]: [
        "error",
        { bareReturns: true, barePackages: ["errors", "*/errors", "fmt", "a/*"], tests: true },
      ],
    },
    missing: ["wrapcheck's 'ignore-sig-regexps'", "wrapcheck's 'ignore-interface-regexps'"],
  });
  expect(translated("wrapcheck", { "ignore-sig-regexps": [] }).missing).toEqual([]);
});

test("godox and funlen: their defaults", () => {
  expect(translated("godox").rules).toEqual({
    "architecture/no-placeholder-code": [
      "error",
      {
        marks: ["TODO", "BUG", "FIXME"],
        phrases: [],
        missing: [],
        tracked: "",
        exemptPaths: [],
        tests: true,
      },
    ],
  });
  const large = (max: number) => ({
    "architecture/no-large-functions": ["error", { max, tests: true }],
  });
  expect(translated("funlen")).toEqual({
    rules: large(60),
    missing: ["funlen's 'statements'"],
  });
  expect(translated("funlen", { lines: 1, statements: 0 })).toEqual({
    rules: large(1),
    missing: [],
  });
  expect(translated("funlen", { lines: 0, statements: 1 })).toEqual({
    rules: {},
    missing: ["funlen's 'statements'"],
  });
});

const CALLS = "go/restricted-calls";
const GLOBAL = {
  functions: [
    "log/slog.Debug*",
    "log/slog.Info*",
    "log/slog.Warn*",
    "log/slog.Error*",
    "log/slog.Log*",
    "log/slog.Default",
  ],
  message: "pass a logger",
};
const CONTEXT = {
  functions: ["Debug", "Info", "Warn", "Error"].flatMap((name) => [
    `log/slog.${name}`,
    `log/slog.Logger.${name}`,
  ]),
  message: "pass a context: there is a function that takes one",
};

test.each<[settings: object, rules: object, missing: string[]]>([
  [{}, {}, ["no-mixed-args"]],
  [{ "no-global": "all" }, { [CALLS]: restricted(GLOBAL) }, ["no-mixed-args"]],
  [{ "no-global": "default" }, { [CALLS]: restricted(GLOBAL) }, ["no-mixed-args"]],
  [{ context: "all" }, { [CALLS]: restricted(CONTEXT) }, ["no-mixed-args"]],
  [
    { context: "scope", "no-global": "all" },
    {
      [CALLS]: restricted(GLOBAL, {
        ...CONTEXT,
        within: { parameters: ["context.Context"] },
      }),
    },
    ["no-mixed-args"],
  ],
  [
    { "static-msg": true, "no-mixed-args": false },
    { "logging/structured-arguments": ["error", { checks: ["formatted-message"] }] },
    [],
  ],
  [
    {
      "no-mixed-args": true,
      "kv-only": false,
      "attr-only": true,
      "no-raw-keys": true,
      "key-naming-case": "snake",
      "forbidden-keys": ["x"],
      "args-on-sep-lines": true,
      "msg-style": "lowercased",
    },
    {},
    [
      "no-mixed-args",
      "attr-only",
      "no-raw-keys",
      "key-naming-case",
      "forbidden-keys",
      "args-on-sep-lines",
      "msg-style",
    ],
  ],
])("sloglint with %j", (settings, rules, missing) => {
  expect(translated("sloglint", settings)).toEqual({
    rules,
    missing: missing.map((key) => `sloglint's '${key}'`),
  });
});

test("loggercheck: string keys, and what it has beside", () => {
  const rules = (...checks: string[]) => ({
    "logging/structured-arguments": ["error", { checks }],
  });
  expect(translated("loggercheck")).toEqual({ rules: rules("missing-value"), missing: [] });
  const settings = {
    "require-string-key": true,
    "no-printf-like": true,
    rules: ["x"],
    kitlog: false,
    klog: false,
    logr: false,
    slog: false,
    zap: false,
  };
  expect(translated("loggercheck", settings)).toEqual({
    rules: rules("missing-value", "non-string-key"),
    missing: [
      "loggercheck's 'no-printf-like'",
      "loggercheck's 'rules': name these loggers in 'loggers' of logging/structured-arguments",
      ...["kitlog", "klog", "logr", "slog", "zap"].map(
        (logger) => `loggercheck's '${logger}: false'`,
      ),
    ],
  });
  const usual = { "no-printf-like": false, rules: [], zap: true };
  expect(translated("loggercheck", usual).missing).toEqual([]);
});

const IMPORTS = "go/restricted-imports";
const FORBIDDEN = "it is forbidden here";

test.each<[what: string, rule: string, restrictions: object[]]>([
  [
    "a map, as in version 1",
    "{ deny: { a/b: ' Not   this. ', c: {} } }",
    [
      { imports: ["a/b/**"], message: "Not this" },
      { imports: ["c/**"], message: FORBIDDEN },
    ],
  ],
  [
    "in lax mode, with exceptions",
    "{ list-mode: lax, allow: [a/b$, $gostd], deny: [{ pkg: a/ }] }",
    [{ imports: ["a/*/**"], except: ["a/b", "!(*.*)/**"], message: FORBIDDEN }],
  ],
  [
    "in another mode, with a list of what is allowed",
    "{ allow: [a], deny: [{ pkg: a/b }] }",
    [
      { imports: ["a/b/**"], message: FORBIDDEN },
      {
        imports: ["**"],
        except: ["a/**"],
        message: "it is not in the list 'name' of allowed imports",
      },
    ],
  ],
  [
    "in some files",
    "{ files: ['**/a/*.go', $test, '!**/b/*.go', '!$test'], deny: [{ pkg: x }] }",
    [
      {
        imports: ["x/**"],
        message: FORBIDDEN,
        files: ["**/a/*.go", "**/*_test.go"],
        exempt: [{ files: ["**/b/*.go", "**/*_test.go"], reason: "not in its 'files'" }],
      },
    ],
  ],
  [
    "in all files",
    "{ files: [$all], deny: [{ pkg: x }] }",
    [{ imports: ["x/**"], message: FORBIDDEN }],
  ],
])("depguard: %s", (_, rule, restrictions) => {
  expect(translated("depguard", `{ rules: { name: ${rule} } }`)).toEqual({
    rules: { [IMPORTS]: restricted(...restrictions) },
    missing: [],
  });
});

test("depguard: variables that it does not have are named", () => {
  expect(
    translated("depguard", "{ rules: { n: { files: [$new, '!$other', $all], deny: [] } } }"),
  ).toEqual({ rules: {}, missing: ["'files: $new, !$other' of depguard's rule 'n'"] });
});

test("gomodguard: what is blocked, with what to use and why", () => {
  const settings = `
    allowed: { modules: [x] }
    blocked:
      versions: [{ y: {} }]
      modules:
        - " a/one ": {}
        - a/two: { recommendations: [use b/two] }
        - a/three: { reason: It  is old. }
`.replaceAll("\n", "\n    ");
  const { text, missing } = translateGolangci(
    `version: "2"\nlinters:\n  default: none\n  enable: [gomodguard]\n  settings:\n    gomodguard:${settings}`,
    "x",
  );
  expect((parse(text) as { rules: object }).rules).toEqual({
    [IMPORTS]: restricted(
      { imports: ["a/one/**"], message: FORBIDDEN },
      { imports: ["a/two/**"], message: "use b/two" },
      { imports: ["a/three/**"], message: "It is old" },
    ),
  });
  expect(missing).toEqual([
    "gomodguard's 'allowed', which is about go.mod",
    "gomodguard's 'blocked.versions', which is about go.mod",
  ]);
  const empty = { allowed: { modules: [] }, blocked: { local_replace_directives: false } };
  expect(translated("gomodguard", empty)).toEqual({ rules: {}, missing: [] });
});
