import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/structured-arguments.ts";

const NAME = "logging/structured-arguments";

runFixture(NAME, rule, new URL("testdata/arguments.go", import.meta.url));
runFixture(NAME, rule, new URL("testdata/records.go", import.meta.url));

const inFunction = (body: string, more = "") =>
  `package p\n\nimport "log/slog"\n${more}\nfunc f(l *slog.Logger, id string, err error) {\n\t${body}\n}\n`;

const typed = 'type key string\n\nconst user key = "user"\n';

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a format that a caller gives with its values",
      code: 'package p\n\nimport (\n\t"fmt"\n\t"log/slog"\n)\n\nfunc f(format string, values ...any) { slog.Info(fmt.Sprintf(format, values...), "a", 1) }\n',
      sites: [{ verdict: "undecided", reason: "a caller gives the format and its values" }],
    },
    ...[
      "width := 3\n\tother := width\n\tslog.Info(fmt.Sprintf(`%d`, width), `o`, other)",
      "slog.Info(fmt.Sprintf(`%d %d`, -(1), (^2)))",
    ].map((body) => ({
      name: `a format of values that never vary: ${body}`,
      code: inFunction(body, 'import "fmt"\n'),
      sites: [{ verdict: "compliant" as const }],
    })),
    {
      name: "what is not known",
      code: 'package p\n\nimport (\n\t"log/slog"\n\n\t"example.com/x"\n)\n\nfunc f() { slog.Info("m", x.Attr()) }\n',
      sites: [{ verdict: "undecided", reason: "the type of 'x.Attr()' is not known" }],
    },
    {
      name: "an interface that may hold a string",
      code: inFunction('var k any = id; slog.Info("m", k, 1)'),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "several values of one call",
      code: inFunction(
        "slog.Info(g())",
        'func g() (string, any, any) { return "", nil, nil }\n',
      ),
    },
    {
      name: "a type parameter",
      code: 'package p\n\nimport "log/slog"\n\nfunc f[K ~string](k K) { slog.Info("m", k, 1) }\n',
    },
    {
      name: "the same key in a group",
      code: inFunction('slog.Info("m", "id", 1, slog.Group("g", "id", 2))'),
      sites: [{ verdict: "compliant" }, { verdict: "compliant" }],
    },
    { name: "errors as they are", code: inFunction('slog.Info("m", "error", err)') },
    {
      name: "what is not looked for",
      code: inFunction('slog.Info("m", "a")'),
      options: [{ checks: ["duplicate-key"] }],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "loggers that are not asked for",
      code: inFunction('slog.Info("m", "a"); a().Info("m", "a")'),
      options: [
        { loggers: [{ types: ["log/slog.Logger"], calls: { Info: "message pairs" } }] },
      ],
      sites: [],
    },
    { name: "a message in a variable", code: inFunction("slog.Info(id)") },
    {
      name: "in a comment and a string",
      code: inFunction('_ = "slog.Info(1, 2)" // Info("a", 1)'),
    },
    {
      name: "another package of the name",
      code: 'package p\n\nimport (\n\t_ "log/slog"\n\n\t"example.com/slog"\n)\n\nfunc f() { slog.Info("m", "a") }\n',
    },
  ],
  invalid: [
    {
      name: "a format that is formatted with values of its own",
      code: inFunction("slog.Info(fmt.Sprintf(id, 1))", 'import "fmt"\n'),
      errors: [{ messageId: "formatted", line: 7, column: 12 }],
    },
    {
      name: "a message of values whose line end is cut off",
      code: 'package p\n\nimport (\n\t"fmt"\n\t"log/slog"\n\t"strings"\n)\n\nfunc f(id int) {\n\tslog.Info(strings.TrimSuffix(fmt.Sprintln("a", id), "\\n"))\n}\n',
      errors: [{ messageId: "formatted", line: 10, column: 31 }],
      output: null,
    },
    {
      name: "a slice of pairs is left as it is",
      code: inFunction('pairs := []any{"id", id, err}\n\tl.Warn("m", pairs...)'),
      errors: [{ messageId: "errorAlone", line: 7, column: 14, endColumn: 22 }],
      output: null,
    },
    {
      name: "an error that needs parentheses",
      code: inFunction('slog.Info("m", "error", *fault)', "var fault *error\n"),
      options: [{ checks: ["error-value"] }],
      errors: [
        {
          messageId: "error",
          suggestions: [
            {
              desc: "Write '(*fault).Error()'.",
              output: inFunction(
                'slog.Info("m", "error", (*fault).Error())',
                "var fault *error\n",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "an error without a key",
      code: inFunction('slog.Error("m", err)'),
      errors: [{ messageId: "errorAlone", line: 6, column: 18, endColumn: 21 }],
      output: inFunction('slog.Error("m", "error", err)'),
    },
    {
      name: "an error after pairs, and the team's key",
      code: inFunction('l.Warn("m", "id", id, err)'),
      options: [{ errorKey: "err" }],
      errors: [{ messageId: "errorAlone" }],
      output: inFunction('l.Warn("m", "id", id, "err", err)'),
    },
    {
      name: "a constant of a type of its own",
      code: inFunction('slog.Info("m", user, 1)', typed),
      errors: [{ messageId: "typedKey" }],
      output: inFunction('slog.Info("m", string(user), 1)', typed),
    },
    {
      name: "a constant of a type of its own, alone",
      code: inFunction('slog.Info("m", user)', typed),
      errors: [{ messageId: "noKey" }],
      output: null,
    },
    {
      name: "a key without a value",
      code: inFunction('l.Info("m", "id", id, "n")'),
      errors: [
        {
          message: "Give the key 'n' a value: 'l.Info' takes pairs of a key and a value.",
          line: 6,
          column: 24,
        },
      ],
      output: null,
    },
    {
      name: "a chain over lines",
      code: inFunction('l.\n\t\tWith("a", 1).\n\t\tInfo("m", "id")'),
      errors: [{ message: /'l\.With\("a",1\)\.Info' takes pairs/u, line: 8, column: 13 }],
    },
    {
      name: "a number",
      code: inFunction('slog.Info("m", 1, 2)'),
      errors: [
        {
          message:
            "Put a string key here: 'slog.Info' takes pairs of a key and a value, and '1' is of type int.",
        },
      ],
    },
    {
      name: "a key twice",
      code: inFunction('slog.Info("m", "id", 1, "a", 2, slog.Int("id", 3))'),
      errors: [{ messageId: "duplicate", line: 6, column: 43 }],
    },
    {
      name: "a formatted message",
      code: inFunction('slog.Info(fmt.Sprintf("%s", id))', 'import "fmt"\n'),
      errors: [{ messageId: "formatted", line: 7, column: 12 }],
    },
    {
      name: "a format of nothing",
      code: 'package p\n\nimport (\n\t"fmt"\n\t"log/slog"\n)\n\nfunc f() { slog.Info(fmt.Sprintf("m"), "a", 1) }\n',
      errors: [{ messageId: "formatted" }],
      output: 'package p\n\nimport (\n\t"log/slog"\n)\n\nfunc f() { slog.Info("m", "a", 1) }\n',
    },
    {
      name: "a format with a percent sign, and a line",
      code: inFunction(
        'slog.Info(fmt.Sprintf("100%%"))\n\tslog.Info(fmt.Sprintln("m"))',
        'import "fmt"\n',
      ),
      errors: [
        { messageId: "formatted", line: 7, column: 12 },
        { messageId: "formatted", line: 8, column: 12 },
      ],
      output: null,
    },
    {
      name: "errors that are kept as {}",
      code: inFunction('slog.Info("m", "error", err)'),
      options: [{ checks: ["error-value"] }],
      errors: [
        {
          messageId: "error",
          suggestions: [
            {
              desc: "Write 'err.Error()'.",
              output: inFunction('slog.Info("m", "error", err.Error())'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "a logger of the team's own",
      code: 'package p\n\nimport "example.com/audit"\n\nfunc f(l *audit.Log) { l.Write(1, "m", "a"); audit.Write(1, "m", 2, 3) }\n',
      options: [
        {
          loggers: [
            {
              packages: ["example.com/audit"],
              types: ["audit.Log"],
              calls: { Write: "level message pairs" },
            },
          ],
        },
      ],
      errors: [{ messageId: "alone" }, { messageId: "noKey" }],
    },
    ...["width++", "p(&width)", "width = 4", "width, id = 4, id"].map((change) => ({
      name: `a format of a value that varies: ${change}`,
      code: inFunction(
        `width := 3\n\t${change}\n\tslog.Info(fmt.Sprintf("%d", width))`,
        'import "fmt"\n',
      ),
      errors: [{ messageId: "formatted" as const, line: 9, column: 12 }],
    })),
    {
      name: "a dot import",
      code: 'package p\n\nimport . "log/slog"\n\nfunc f() { Info("m", "a") }\n',
      errors: [{ messageId: "alone", line: 5, column: 22 }],
    },
    {
      name: "Windows line ends",
      code: inFunction('slog.Error("m", err)').replaceAll("\n", "\r\n"),
      errors: [{ messageId: "errorAlone", line: 6 }],
      output: inFunction('slog.Error("m", "error", err)').replaceAll("\n", "\r\n"),
    },
  ],
});
