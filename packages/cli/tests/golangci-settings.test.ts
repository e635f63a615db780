import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { translateGolangci } from "../src/from-golangci/index.ts";
import { restricted, translated } from "./golangci.ts";

/** Returns the options that a config of golangci-lint gives to the rule for ignored errors. */
function errcheckIn(text: string): Readonly<Record<string, unknown>> {
  const { rules } = parse(translateGolangci(text, ".golangci.yml").text) as {
    rules: Record<string, [severity: string, options: Record<string, unknown>]>;
  };
  return rules["error-handling/no-ignored-errors"]?.[1] ?? {};
}

const errcheck = 'version: "2"\nlinters: { default: none, enable: [errcheck] }';

test("errcheck: what it leaves alone by itself", () => {
  expect(errcheckIn(errcheck)).toEqual({
    allowed: expect.arrayContaining(["fmt.Print*", "math/rand.Rand.Read"]),
    writers: expect.arrayContaining(["bytes.Buffer", "hash.Hash", "os.Stderr"]),
    cleanups: [],
    blank: "always",
    tests: true,
  });
});

test("errcheck: its settings add functions and writers to what it leaves alone", () => {
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
  const { allowed, writers, ...others } = errcheckIn(errcheck);
  expect(rules).toEqual({
    "error-handling/no-ignored-errors": [
      "error",
      {
        ...others,
        allowed: [...(allowed as string[]), "x.Y.Close", "x.Z.Close", "fmt.Sscan"],
        writers: [...(writers as string[]), "os.Stdout", "bytes.Reader"],
      },
    ],
  });
  expect(missing).toEqual([
    "errcheck's 'check-type-assertions'",
    "errcheck's 'exclude', a file of its own",
  ]);
  expect(translated("errcheck", { "check-type-assertions": false }).missing).toEqual([]);
});

test("errcheck: the exclusions that version 1 has by default, and version 2 in a preset", () => {
  const preset = errcheckIn(
    'version: "2"\nlinters: { exclusions: { presets: [comments, std-error-handling] } }',
  );
  expect(errcheckIn("linters: { enable: [errcheck] }")).toEqual(preset);
  const without = errcheckIn(errcheck);
  expect(errcheckIn("issues: { exclude-use-default: false }")).toEqual(without);
  const added = (key: string) => {
    const before = without[key] as string[];
    const after = preset[key] as string[];
    expect(after.slice(0, before.length)).toEqual(before);
    return after.slice(before.length);
  };
  expect(added("allowed")).toEqual(
    expect.arrayContaining(["fmt.Fprint*", "os.Unsetenv", "os.File.Close"]),
  );
  expect(added("writers")).toEqual(["os.Stdout"]);
  expect(added("cleanups")).toEqual(["*Close", "*Flush"]);
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
