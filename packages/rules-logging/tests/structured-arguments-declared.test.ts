import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/structured-arguments.ts";

const NAME = "logging/structured-arguments";

/** A module with a package `logging`, whose operations have one method. */
const declared = (method: string, call: string) => `
-- go.mod --
module example.com/app
-- a.go --
package app

import (
	"context"

	"example.com/app/common/logging"
)

func run(ctx context.Context, id string, err error) {
	operation := logging.NewOperationLogger()
	operation.${call}
}
-- common/logging/logger.go --
package logging

import "context"

type Fields map[string]any

type Field struct{}

type OperationContext interface {
	${method}
}

type running struct{}

func (*running) done(ctx context.Context) {}

func NewOperationLogger() OperationContext { return nil }
`;

/** A module whose logger, attributes and keys are declared in other files than its call. */
const module = (call: string, attr = 'slog.Int("n", n)') => `
-- go.mod --
module example.com/app
-- a.go --
package app

func (s *server) run() {
	s.log.${call}
}
-- b.go --
package app

import (
	"log/slog"

	"example.com/app/keys"
)

type server struct{ log *slog.Logger }

func count(n int) slog.Attr { return ${attr} }

var _ = keys.User
-- keys/keys.go --
package keys

const User = "user"

type Key = string

const Alias Key = "alias"
`;

new RuleTester().run(NAME, rule, {
  valid: [
    ...[
      ["EndOperation(status string, summary Fields)", 'EndOperation("x", nil)'],
      ["EndOperation(status string, summary ...Field)", 'EndOperation("x", logging.Field{})'],
      ["Info(message string)", "Info(id)"],
      ["Info(message string, names ...string)", 'Info("x", "y")'],
      ["Info(values ...any)", "Info(id, err)"],
      ["Error(message string, err error, details map[string]any)", 'Error("x", err, nil)'],
    ].map(([method = "", call = ""]) => ({
      name: `declared without pairs: ${method}`,
      files: declared(method, call),
      filename: "a.go",
      sites: [],
    })),
    {
      name: "declared with a context before the message",
      files: declared(
        "Info(ctx context.Context, message string, pairs ...any)",
        'Info(ctx, "x", "id", id)',
      ),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 11 }],
    },
    {
      name: "declared with a text before the message: which of the two is it?",
      files: declared(
        "Info(kind, message string, pairs ...any)",
        'Info(fmt.Sprint(id), "x", "id", id)',
      ).replace('"context"', '"context"\n\t"fmt"'),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 12 }],
    },
    {
      name: "declared with interface{}",
      files: declared("Info(message string, pairs ...interface{})", 'Info("x", "id", id)'),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 11 }],
    },
    {
      name: "a constant message of another package",
      files: module("Info(fmt.Sprintf(keys.User, keys.Alias))").replace(
        "-- a.go --\npackage app\n",
        '-- a.go --\npackage app\n\nimport (\n\t"fmt"\n\n\t"example.com/app/keys"\n)\n',
      ),
      filename: "a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a type from another file",
      files: module('Info("m", "a", 1)'),
      filename: "a.go",
      sites: [{ verdict: "compliant", line: 4 }],
    },
    {
      name: "an attribute from another file",
      files: module('Info("m", count(1), "a", 1)'),
      filename: "a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a constant of another package",
      files: module('Info("m", keys.User, 1, keys.Alias, 2)').replace(
        "-- a.go --\npackage app\n",
        '-- a.go --\npackage app\n\nimport "example.com/app/keys"\n',
      ),
      filename: "a.go",
      sites: [{ verdict: "compliant" }],
    },
  ],
  invalid: [
    {
      name: "a function of the logger's package, in that package",
      files:
        '\n-- go.mod --\nmodule example.com/app\n-- log/v2/a.go --\npackage log\n\nfunc Note(text string, pairs ...any) {}\n\nfunc f() {\n\tNote("x", "id")\n}\n',
      options: [
        {
          loggers: [{ packages: ["example.com/app/log/v2"], calls: { Note: "message pairs" } }],
        },
      ],
      errors: { "log/v2/a.go": [{ messageId: "alone", line: 6, column: 12 }] },
    },
    {
      name: "declared with pairs",
      files: declared("EndOperation(status string, pairs ...any)", 'EndOperation("x", "id")'),
      errors: { "a.go": [{ messageId: "alone", line: 11, column: 30 }] },
    },
    {
      name: "declared with a context before the message, a key alone",
      files: declared(
        "Info(ctx context.Context, message string, pairs ...any)",
        'Info(ctx, "x", "id")',
      ),
      errors: { "a.go": [{ messageId: "alone", line: 11, column: 27 }] },
    },
    {
      name: "a variable message of another package",
      files: module("Info(fmt.Sprintf(keys.User, keys.Alias))")
        .replace(
          "-- a.go --\npackage app\n",
          '-- a.go --\npackage app\n\nimport (\n\t"fmt"\n\n\t"example.com/app/keys"\n)\n',
        )
        .replace("const Alias", "var Alias"),
      errors: { "a.go": [{ messageId: "formatted", line: 10, column: 13 }] },
    },
    {
      name: "a type from another file",
      files: module('Info("m", count(1), "a")'),
      errors: { "a.go": [{ messageId: "alone", line: 4, column: 28 }] },
    },
    {
      name: "an attribute that another file says is none",
      files: module('Info("m", count(1))', "n").replace(") slog.Attr {", ") int {"),
      errors: { "a.go": [{ messageId: "noKey" }] },
    },
  ],
});
