import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-secret-fields.ts";
import { inFunction } from "./support/secret-fields.ts";

const NAME = "logging/no-secret-fields";

runFixture(NAME, rule, new URL("testdata/secrets.go", import.meta.url));
runFixture(NAME, rule, new URL("testdata/fields.go", import.meta.url));

/** A module with a type that embeds one with a method `LogValue` of its pointer. */
const embedding = (field: string) => `
-- go.mod --
module example.com/app
-- a.go --
package app

import "log/slog"

type credential struct{ s string }

func (*credential) LogValue() slog.Value { return slog.StringValue("***") }

type holder struct{ ${field} }

func log(h holder) {
	slog.Info("m", "token", h)
}
`;

const leaks = inFunction('slog.Info("a", "password", pw)');
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];
const leak = [{ messageId: "secret" as const, line: 6, column: 29, endColumn: 31 }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a type",
      code: 'package p\n\nimport (\n\t"log/slog"\n\t"reflect"\n)\n\nfunc f(v any) { slog.Warn("m", "token", reflect.TypeOf(v)) }\n',
      sites: [],
    },
    ...["convert/tokenizer_spm.go", "lexer/a.go"].map((filename) => ({
      name: `a token of a text: ${filename}`,
      code: 'package p\n\nimport "log/slog"\n\nfunc f(s string) { slog.Warn("m", "duplicate token", s) }\n',
      filename,
      sites: [{ verdict: "undecided" as const, reason: "'s' may be no credential" }],
    })),
    {
      name: "an embedded pointer with its method",
      files: embedding("*credential"),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 12 }],
    },
    { name: "tests", code: leaks, filename: "f_test.go", sites: exempt("test file") },
    {
      name: "mains, if they are not asked for",
      code: inFunction('slog.Info("a", "password", pw)', "main"),
      options: [{ mains: false }],
      sites: exempt("main package"),
    },
    {
      name: "a package",
      code: leaks,
      options: [{ exemptPackages: ["p"] }],
      sites: exempt("exempt package: p"),
    },
    {
      name: "a path",
      code: leaks,
      filename: "a/legacy/b.go",
      options: [{ exemptPaths: ["legacy/**"] }],
      sites: exempt("exempt path: legacy/**"),
    },
    { name: "other credentials", code: `${leaks}// pin\n`, options: [{ secrets: ["pin"] }] },
    {
      name: "a redaction helper of the team's own",
      code: 'package p\n\nimport (\n\t"log/slog"\n\n\t"example.com/app/veil"\n)\n\nfunc f(pw string) { slog.Info("a", "password", veil.Of(pw)) }\n',
      options: [{ redactors: ["veil.Of"] }],
      sites: [{ verdict: "compliant", line: 9, subject: "veil.Of(pw)" }],
    },
    {
      name: "a type that hides its value",
      code: 'package p\n\nimport (\n\t"log/slog"\n\n\t"example.com/app/veil"\n)\n\nfunc f(pw veil.Text) { slog.Info("a", "password", pw) }\n',
      options: [{ redactors: ["veil.Text"] }],
      sites: [{ verdict: "compliant", line: 9, subject: "pw" }],
    },
    { name: "the message", code: inFunction('slog.Info("password")') },
    {
      name: "a value is no key",
      code: inFunction('slog.Info("a", "field", "password", "b", pw)'),
    },
    ...[
      "bool",
      "int",
      "uint8",
      "uintptr",
      "float64",
      "complex128",
      "byte",
      "rune",
      "error",
    ].map((type) => ({
      name: `a value of a type that holds no credential: ${type}`,
      code: inFunction(`var v, w ${type} = f(), f()\n\tslog.Info("a", "token", v); _ = w`),
      sites: [],
    })),
    ...["nil", '""', "(nil)", "-1", "func() {}", '"a" + "b"'].map((value) => ({
      name: `a value that holds no credential: ${value}`,
      code: inFunction(`slog.Info("a", "token", ${value})`),
      sites: [],
    })),
    ...["fingerprint", "hash", "mask", "sha256"].map((name) => ({
      name: `a value that may be the credential or a trace of it: ${name}`,
      code: inFunction(`var ${name} string\n\tslog.Info("a", "password", ${name})`),
      sites: [
        { verdict: "undecided" as const, line: 7, reason: `'${name}' may be no credential` },
      ],
    })),
    {
      name: "a key that is a variable",
      code: inFunction('key := "token"\n\tslog.Info("a", key, pw)'),
      sites: [],
    },
    {
      name: "the count of characters",
      code: inFunction('slog.Info("a", "password", len(pw))'),
    },
    {
      name: "the first characters",
      code: inFunction('slog.Info("a", "token", pw[:4])'),
      sites: [{ verdict: "compliant", line: 6, subject: "pw[:4]" }],
    },
  ],
  invalid: [
    {
      name: "another credential in a lexer",
      code: 'package lexer\n\nimport "log/slog"\n\nfunc f(s string) { slog.Warn("m", "password", s) }\n',
      errors: [{ messageId: "secret", line: 5, column: 47 }],
    },
    {
      name: "a token beside a file that only sounds like a lexer",
      code: 'package p\n\nimport "log/slog"\n\nfunc f(s string) { slog.Warn("m", "token", s) }\n',
      filename: "flexer/a.go",
      errors: [{ messageId: "secret", line: 5, column: 44 }],
    },
    {
      name: "an embedded value without the method of its pointer",
      files: embedding("credential"),
      errors: { "a.go": [{ messageId: "secret", line: 12, column: 26 }] },
    },
    { name: "a pair", code: leaks, errors: leak },
    {
      name: "tests, if they are asked for",
      code: leaks,
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: leak,
    },
    {
      name: "mains",
      code: inFunction('slog.Info("a", "password", pw)', "main"),
      errors: leak,
    },
    ...['"a" + pw', "(pw)", "*pw", "pw + redact(pw)", "redact(pw) + pw", "f(pw)[:2]"].map(
      (value) => ({
        name: `a value that holds the credential: ${value}`,
        code: inFunction(`slog.Info("a", "token", ${value})`),
        errors: [{ messageId: "secret" as const, line: 6, column: 26 }],
      }),
    ),
    {
      name: "all but the first characters, which say little of it",
      code: inFunction('slog.Info("a", "token", pw[4:])'),
      errors: [{ messageId: "secret", line: 6, column: 26 }],
    },
    {
      name: "behind a context, and a key in parentheses",
      code: inFunction(
        'slog.InfoContext(nil, "a", "token", pw)\n\tslog.Info("a", ("token"), pw)\n\tslog.Log(nil, 1, "a", "token", pw)',
      ),
      errors: [
        { messageId: "secret", line: 6, column: 38 },
        { messageId: "secret", line: 7, column: 28 },
        { messageId: "secret", line: 8, column: 33 },
      ],
    },
    {
      name: "a variable that is the password",
      code: inFunction('v := pw\n\tslog.Info("a", "password", v)'),
      errors: [{ messageId: "secret", line: 7 }],
    },
    {
      name: "pairs over several lines with comments",
      code: inFunction(
        'slog.Info("a", // why\n\t\t"id", 1,\n\t\t"password", pw, // and how\n\t)',
      ),
      errors: [{ messageId: "secret", line: 8 }],
    },
    { name: "Windows line ends", code: leaks.replaceAll("\n", "\r\n"), errors: leak },
  ],
});
