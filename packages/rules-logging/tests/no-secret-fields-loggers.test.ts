import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-secret-fields.ts";
import { inFunction } from "./support/secret-fields.ts";

const NAME = "logging/no-secret-fields";

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

type Sheet struct{}

func (Sheet) WithFields(fields map[string]any) Sheet { return Sheet{} }

func (l *Logger) Warn(message string, key, value any) {}

func Error(ctx context.Context, message string, pairs ...any) {}

func Audit(ctx context.Context, pairs ...any) {}
`;

/** Returns a file with loggers of many packages. */
const many = (body: string) => `package p

import (
	"log/slog"

	"example.com/other"
	"github.com/go-logr/logr"
	"github.com/rs/zerolog"
	log "github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func f(e *zerolog.Event, s *zap.SugaredLogger, r logr.Logger, pw string) {
	${body}
}
`;

/** Calls that take a key and its value, and others, with the column of the value. */
const FIELDS = [
  ...["String", "Any"].map((name) => `slog.${name}("token", pw)`),
  ...["String", "Strings", "Any", "Stringp", "ByteString", "Binary", "Reflect", "Stringer"].map(
    (name) => `zap.${name}("token", pw)`,
  ),
  ...["Str", "Strs", "Any", "Interface", "Bytes", "Hex", "Stringer", "RawJSON"].map(
    (name) => `e.${name}("token", pw)`,
  ),
  'log.WithField("token", pw)',
  ...["Debugw", "Infow", "Warnw", "Errorw", "DPanicw", "Panicw", "Fatalw"].map(
    (name) => `s.${name}("a", "token", pw)`,
  ),
  's.WithLazy("token", pw)',
  'r.Error(nil, "a", "token", pw)',
  'r.WithValues("token", pw)',
  'slog.Group("a", "token", pw)',
  'slog.Info("a", slog.Attr{}, "token", pw)',
  'slog.Info("a", slog.Int("n", 1), "token", pw)',
  'log.WithFields(log.Fields{"token": pw})',
  'log.WithFields(map[string]any{"token": pw})',
  'fields := log.Fields{}; fields["id"], fields["token"] = 1, pw',
  'fields := map[string]any{}; fields["token"] = pw; log.WithFields(fields)',
  'fields := map[string]any{}; fields["a"], fields["token"] = 1, pw; log.WithFields(fields)',
  'pairs := []any{"token", pw}; s.With(pairs...)',
  'pairs := append([]any{"a", 1}, "token", pw); s.With(pairs...)',
  'pairs := []any{"a", 1}; s.With(append(pairs, "token", pw)...)',
];

/** Look-alikes of these. */
const NO_FIELDS = [
  'slog.StringValue("token", pw)',
  'zap.Strange("token", pw)',
  'other.String("token", pw)',
  'e.String("token", pw)',
  's.Infof("a", "token", pw)',
  's.Info("a", "token", pw)',
  'r.WithName("token", pw)',
  'other.Fields{"token": pw}.Log()',
  'log.Hooks{"token": pw}.Log()',
  'other.WithFields(log.Level{"token": pw})',
  'fields := log.Fields{}; fields["token"], fields["a"] = pair()',
  'fields := map[string]any{}; fields["token"], fields["a"] = pair(); log.WithFields(fields)',
  'fields := map[string]any{}; pw = fields["token"]; log.WithFields(fields)',
  'fields := map[string]any{}; log.WithFields(fields); other.Fields["token"] = pw',
  'pairs := []any{"a", "token", pw}; s.With(pairs...)',
  'append := other.Append; s.With(append([]any{"a"}, "token", pw)...)',
  'slog.Info("a", "b", "token", pw)',
  'slog.Info("a", pw, "token", pw)',
];

new RuleTester().run(NAME, rule, {
  valid: [
    ...NO_FIELDS.map((body) => ({
      name: `no field: ${body}`,
      code: many(body.replaceAll("; ", "\n\t")),
      sites: [],
    })),
    {
      name: "a method that a logger may have, of a value that is not known",
      code: many('logger().WithField("token", pw)').replace("logger()", "other.New()"),
      sites: [{ verdict: "undecided", line: 14 }],
    },
    ...[
      'l.Infof("a %s %s", "token", token)',
      'l.Warn("a", "token", token)',
      'house.Audit(ctx, "token", token)',
      'house.Sheet{}.WithFields(map[string]any{"token": token})',
    ].map((call) => ({
      name: `no pairs of the team's logger: ${call}`,
      files: team(call),
      options: [{ types: ["house.Logger"] }] as const,
      filename: "a.go",
      sites: [],
    })),
    {
      name: "a logger of a package that is not asked for",
      files: team('house.Error(ctx, "a", "token", token)'),
      filename: "a.go",
      sites: [],
    },
    {
      name: "a local under the import's name",
      code:
        inFunction('var slog look\n\tslog.Info("a", "password", pw)') +
        "\ntype look struct{}\n\nfunc (look) Info(...string) {}\n",
    },
    {
      name: "a package of the same name from elsewhere",
      code: inFunction('slog.Info("a", "password", pw)').replace(
        "log/slog",
        "example.com/slog",
      ),
    },
    {
      name: "a logger that cannot be read, with a context before the message",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f(pw string) {\n\tx.New().InfoContext(nil, "a", "password", pw)\n}\n',
      sites: [{ verdict: "undecided", line: 6, subject: "pw" }],
    },
    {
      name: "a logger that cannot be read",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f(pw string) {\n\tx.New().Info("a", "password", pw)\n}\n',
      sites: [{ verdict: "undecided", line: 6, reason: /not read/u }],
    },
  ],
  invalid: [
    ...FIELDS.map((body) => {
      const lines = body.split("; ");
      const line = lines.findIndex((one) => one.includes('"token"'));
      return {
        name: `a field: ${body}`,
        code: many(lines.join("\n\t")),
        errors: [
          {
            messageId: "secret" as const,
            data: { key: "token" },
            line: 14 + line,
            column: 2 + (lines[line]?.lastIndexOf("pw") ?? 0),
          },
        ],
      };
    }),
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
      name: "a function of the team's",
      files: team('house.Audit(ctx, "token", token)'),
      options: [{ functions: ["house.Audit"] }],
      errors: { "a.go": [{ messageId: "secret", line: 10, column: 28 }] },
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
      name: "a chain of With",
      code: inFunction('slog.With("secret_key", pw).Info("a")'),
      errors: [{ messageId: "secret", line: 6, column: 26 }],
    },
  ],
});
