import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-secret-fields.ts";

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

/** A module with a logger of the team's own. */
const team = (call: string) => `
-- go.mod --
module example.com/app
-- a.go --
package app

import (
	"context"

	"example.com/app/house"
)

func f(ctx context.Context, l *house.Logger, token string) {
	${call}
}
-- house/log.go --
package house

import "context"

type Logger struct{}

func (l *Logger) WithField(key string, value any) *Logger { return l }

func (l *Logger) WithFields(fields map[string]any) *Logger { return l }

func (l *Logger) Info(message string, pairs ...any) {}

func (l *Logger) Infof(format string, values ...any) {}

func (l *Logger) Warn(message string, key, value any) {}

func Error(ctx context.Context, message string, pairs ...any) {}

func Audit(ctx context.Context, pairs ...any) {}
`;

const inFunction = (body: string, name = "p") =>
  `package ${name}\n\nimport "log/slog"\n\nfunc f(pw string) {\n\t${body}\n}\n`;

const leaks = inFunction('slog.Info("a", "password", pw)');
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];
const leak = [{ messageId: "secret" as const, line: 6, column: 29, endColumn: 31 }];

const wordsOf = (text: string) => text.trim().split(/\s+/u);

const CREDENTIALS = wordsOf(`
  password passwords passwd passphrase pwd secret token api_key apikey private_key secret_key
  access_key signing_key encryption_key authorization auth_header bearer jwt credential
  credentials creds session_cookie`);

const HARMLESS_FIRST = wordsOf(`
  has is no num need needs use uses using with skip enable enabled disable disabled require
  requires allow missing invalid page next continue continuation`);

const HARMLESS_LAST = wordsOf(`
  id ids uid uuid name names namespace ref reference count counts length len size limit budget
  usage index type kind scope scopes format version status state url uri endpoint host path
  file filename dir location expiry expires expiration expired ttl age duration time at date
  policy rotation store provider service manager source driver mode method error err enabled
  disabled required valid present set exists found changed created issuer audience subject
  owner user username server client hint prefix suffix field column label obj key keys request
  model models review check checks rule rules`);

const REDACTORS = wordsOf(`
  redact redacted redactor mask masked sanitize sanitized scrub scrubbed obfuscate obfuscated
  censor censored hide hidden hash hashed sha256 fingerprint`);

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
    ...[
      'l.Infof("a %s %s", "token", token)',
      'l.Warn("a", "token", token)',
      'house.Audit(ctx, "token", token)',
    ].map((call) => ({
      name: `no pairs of the team's logger: ${call}`,
      files: team(call),
      options: [{ types: ["house.Logger"] }] as const,
      filename: "a.go",
      sites: [],
    })),
    {
      name: "an embedded pointer with its method",
      files: embedding("*credential"),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 12 }],
    },
    {
      name: "a logger of a package that is not asked for",
      files: team('house.Error(ctx, "a", "token", token)'),
      filename: "a.go",
      sites: [],
    },
    {
      name: "a longer name of a secret outside Kubernetes",
      code: inFunction('slog.Info("a", "secret", pw)'),
      sites: [{ verdict: "undecided", line: 6, reason: "'pw' may be no credential" }],
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
    {
      name: "a suffix of the team's own",
      code: inFunction('slog.Info("a", "token_color", pw)'),
      options: [{ harmlessSuffixes: ["color"] }],
    },
    {
      name: "a prefix of the team's own",
      code: inFunction('slog.Info("a", "fake_token", pw)'),
      options: [{ harmlessPrefixes: ["fake"] }],
    },
    { name: "the message", code: inFunction('slog.Info("password")') },
    {
      name: "a value is no key",
      code: inFunction('slog.Info("a", "field", "password", "b", pw)'),
    },
    {
      name: "a local under the import's name",
      code:
        inFunction('var slog look\n\tslog.Info("a", "password", pw)') +
        "\ntype look struct{}\n\nfunc (look) Info(...string) {}\n",
    },
    {
      name: "a package of the same name from elsewhere",
      code: leaks.replace("log/slog", "example.com/slog"),
    },
    ...HARMLESS_FIRST.map((word) => ({
      name: `a name that starts with ${word}`,
      code: inFunction(`slog.Info("a", "${word}_token", pw)`),
      sites: [],
    })),
    ...HARMLESS_LAST.map((word) => ({
      name: `a name that ends with ${word}`,
      code: inFunction(`slog.Info("a", "token_${word}", pw)`),
      sites: [],
    })),
    ...REDACTORS.map((word) => ({
      name: `what ${word} gives`,
      code: inFunction(`slog.Info("a", "token", ${word}Token(pw))`),
      sites: [{ verdict: "compliant" as const, line: 6, subject: `${word}Token(pw)` }],
    })),
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
    {
      name: "the count of characters",
      code: inFunction('slog.Info("a", "password", len(pw))'),
    },
    {
      name: "the first characters",
      code: inFunction('slog.Info("a", "token", pw[:4])'),
      sites: [{ verdict: "compliant", line: 6, subject: "pw[:4]" }],
    },
    {
      name: "a logger that cannot be read",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f(pw string) {\n\tx.New().Info("a", "password", pw)\n}\n',
      sites: [{ verdict: "undecided", line: 6, reason: /not read/u }],
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
    ...[
      ['l.WithField("expected_token", token)', 32],
      ['l.WithFields(map[string]any{"token": token})', 39],
      ['house.Error(ctx, "a", "token", token)', 33],
      ['l.Info("a", "token", token)', 23],
    ].map(([call = "", column = 0]) => ({
      name: `the team's logger: ${call}`,
      files: team(String(call)),
      options: [{ types: ["house.Logger"] }] as const,
      errors: { "a.go": [{ messageId: "secret" as const, line: 10, column: Number(column) }] },
    })),
    {
      name: "an embedded value without the method of its pointer",
      files: embedding("credential"),
      errors: { "a.go": [{ messageId: "secret", line: 12, column: 26 }] },
    },
    {
      name: "a function of the team's",
      files: team('house.Audit(ctx, "token", token)'),
      options: [{ functions: ["house.Audit"] }],
      errors: { "a.go": [{ messageId: "secret", line: 10, column: 28 }] },
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
    {
      name: "a credential of the team's own",
      code: inFunction('slog.Info("a", "cloudPin", pw)'),
      options: [{ secrets: ["pin"] }],
      errors: [
        {
          message:
            "Do not log the value of 'cloudPin': leave the field out or pass the value through a redaction helper.",
        },
      ],
    },
    {
      name: "nothing hides",
      code: inFunction('slog.Info("a", "password", redact(pw))'),
      options: [{ redactors: [] }],
      errors: [{ messageId: "secret", line: 6, column: 29 }],
    },
    {
      name: "nothing is harmless",
      code: inFunction('slog.Info("a", "token_count", pw, "has_token", pw)'),
      options: [{ harmlessSuffixes: [], harmlessPrefixes: [] }],
      errors: [
        { messageId: "secret", line: 6, column: 32 },
        { messageId: "secret", line: 6, column: 49 },
      ],
    },
    {
      name: "a type of the team's own, with an error before the pairs",
      code: 'package p\n\nimport "example.com/logging"\n\nfunc f(op *logging.OperationContext, pw string) {\n\top.Error("a", nil, "token", pw)\n}\n',
      errors: [{ messageId: "secret", line: 6, column: 30 }],
    },
    {
      name: "another type",
      code: 'package p\n\nimport "example.com/team"\n\nfunc f(l team.Log, pw string) {\n\tl.Info("a", "token", pw)\n}\n',
      options: [{ types: ["team.Log"] }],
      errors: [{ messageId: "secret", line: 6, column: 23 }],
    },
    {
      name: "an id that is a token",
      code: inFunction('slog.Info("a", "id_token", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 29 }],
    },
    ...CREDENTIALS.map((word) => ({
      name: `a credential: ${word}`,
      code: inFunction(`slog.Info("a", "my_${word}", pw)`),
      errors: [{ messageId: "secret" as const, data: { key: `my_${word}` }, line: 6 }],
    })),
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
    ...["API Key", "Api Key", "api Key", "API-key", "x-api.KEY", "apiKEY"].map((key) => ({
      name: `the key ${key}, in a file with no other word for a credential`,
      code: inFunction(`slog.Info("a", "${key}", pw)`),
      errors: [{ messageId: "secret" as const, data: { key } }],
    })),
    {
      name: "capitals",
      code: inFunction('slog.Info("a", "APIKey", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 27 }],
    },
    {
      name: "a header",
      code: inFunction('slog.Info("a", "Proxy-Authorization", pw)'),
      errors: [{ messageId: "secret", line: 6, column: 40 }],
    },
    {
      name: "a variable that is the password",
      code: inFunction('v := pw\n\tslog.Info("a", "password", v)'),
      errors: [{ messageId: "secret", line: 7 }],
    },
    {
      name: "a chain of With",
      code: inFunction('slog.With("secret_key", pw).Info("a")'),
      errors: [{ messageId: "secret", line: 6, column: 26 }],
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
