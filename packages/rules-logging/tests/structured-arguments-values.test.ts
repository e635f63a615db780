import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/structured-arguments.ts";

const file = (body: string) => `package p

import (
	"fmt"
	"log/slog"
	"strings"
)

type failure struct{ cause error }

func (failure) Error() string { return fmt.Sprint(strings.TrimSpace("")) }

type stack []error

func (stack) Error() string { return "" }

const first, second = "a", "b"

var level = 3

var shared = []any{"id"}

func named(key string) slog.Attr { return slog.Int(key, 1) }

func lengthOf([]any) int { return 0 }

func relen([]any) int { return 0 }

func work() error { return nil }

func f(l *slog.Logger, id string, p *int, errs []error, s stack, c chan error, v any, e failure) {
	${body}
}
`;

const LINE = 32;

/** Slices of pairs whose elements the file does not show. */
const UNKNOWN_SLICES = [
  'slog.Info("m", shared...)',
  'pairs := []any{0: "id"}\n\tslog.Info("m", pairs...)',
  'pairs := []any{"id"}\n\tother := pairs\n\tother[0] = id\n\tslog.Info("m", pairs...)',
  'pairs := []any{"id"}\n\tpairs = nil\n\tslog.Info("m", pairs...)',
  'pairs := []any{"id"}\n\tcopy(pairs, shared)\n\tslog.Info("m", pairs...)',
  'pairs := []any{"id"}\n\t_ = lengthOf(pairs)\n\tslog.Info("m", pairs...)',
  'pairs := []any{"id"}\n\t_ = relen(pairs)\n\tslog.Info("m", pairs...)',
  'append := func(s []any, v ...any) []any { return s }\n\tslog.Info("m", append([]any{"id"}, id)...)',
  'slog.Info("m", append(shared, "id")...)',
  'slog.Info("m", [1]any{"id"}[:]...)',
];

/** Slices of pairs whose elements are known, with the column of the slice. */
const KNOWN_SLICES = [
  ['pairs := []any{"id"}\n\tfor range pairs {\n\t}', "pairs..."],
  ['pairs := []any{"id"}\n\t_ = cap(pairs)', "pairs..."],
  ['pairs := []any{"id"}', "append(pairs, 1, id)..."],
  ['pairs := []any{"id", 1}\n\tmore := append(pairs, id)', "more..."],
  ["", "append(nil, id)..."],
] as const;

/** Values that are errors, and the text that the suggestion writes. */
const ERRORS = [
  ["e", "e.Error()"],
  ["work()", "work().Error()"],
  ["errs[0]", "errs[0].Error()"],
  ["(e)", "(e).Error()"],
  ["e.cause", "e.cause.Error()"],
  ["s[1:]", "s[1:].Error()"],
  ["v.(error)", "v.(error).Error()"],
  ["failure{}", "failure{}.Error()"],
  ["&e", "(&e).Error()"],
  ["<-c", "(<-c).Error()"],
] as const;

new RuleTester().run("logging/structured-arguments", rule, {
  valid: [
    ...UNKNOWN_SLICES.map((body) => ({
      name: `a slice that is not known: ${body}`,
      code: file(body),
      sites: [{ verdict: "undecided" as const, reason: "a slice is passed on" }],
    })),
    ...[
      'slog.Info("m", nil...)',
      'slog.Info("m", append([]any{"id"}, 1)...)',
      'slog.Info("m", named("n"), "n", 1)',
      'slog.Info("m", slog.Attr{}, "n", 1)',
      'var a slog.Attr\n\tslog.Info("m", a, "n", 1)',
      'slog.Info("m", "a", 1, second, 2)',
      "slog.Info(strings.ToUpper(fmt.Sprint(id)))",
      "slog.Info(strings.TrimFunc(fmt.Sprint(id), nil))",
      "slog.Info(strings.RTrim(fmt.Sprint(id)))",
      "slog.Info(fmt.Errorf(id).Error())",
      "slog.Info(fmt.Append(id))",
      "slog.Info(fmt.Sprintf(`%v %v`, 'a', 2i))",
    ].map((body) => ({
      name: `nothing to report: ${body}`,
      code: file(body),
      sites: [{ verdict: "compliant" as const }],
    })),
    {
      name: "a format that is not looked for",
      code: file("slog.Info(fmt.Sprint(id))"),
      options: [{ checks: ["missing-value"] }],
      sites: [{ verdict: "compliant", line: LINE }],
    },
    {
      name: "a call that takes no pairs",
      code: file("slog.Info(id)"),
      options: [{ loggers: [{ packages: ["log/slog"], calls: { Info: "message" } }] }],
      sites: [{ verdict: "compliant", line: LINE }],
    },
  ],
  invalid: [
    ...KNOWN_SLICES.map(([before, slice]) => ({
      name: `a slice that is known: ${before} ${slice}`,
      code: file(`${before}\n\tslog.Info("m", ${slice})`),
      errors: [
        {
          messageId: "alone" as const,
          line: LINE + before.split("\n").length,
          column: 17,
          endColumn: 17 + slice.length,
        },
      ],
      output: null,
    })),
    ...ERRORS.map(([value, text]) => ({
      name: `an error as a value: ${value}`,
      code: file(`slog.Info("m", "error", ${value})`),
      options: [{ checks: ["error-value" as const] }],
      errors: [
        {
          messageId: "error" as const,
          line: LINE,
          column: 26,
          suggestions: [
            { desc: `Write '${text}'.`, output: file(`slog.Info("m", "error", ${text})`) },
          ],
        },
      ],
    })),
    ...["", "Left", "Prefix", "Right", "Space", "Suffix"].map((end) => ({
      name: `a formatted message without what Trim${end} takes off`,
      code: file(`slog.Info(strings.Trim${end}(fmt.Sprint(id), "a"))`),
      errors: [{ messageId: "formatted" as const, line: LINE, column: 25 + end.length }],
    })),
    ...["level", "*p", "<-c", "func() {}", "1 + level", "(level)", "-level", "e.cause"].map(
      (value) => ({
        name: `a message of a value that may vary: ${value}`,
        code: file(`slog.Info(fmt.Sprint("a ", ${value}))`),
        errors: [{ messageId: "formatted" as const, line: LINE, column: 12 }],
      }),
    ),
    {
      name: "a value that a loop sets",
      code: file(
        'width := 3\n\tfor width = range 4 {\n\t}\n\tslog.Info(fmt.Sprint("a ", width))',
      ),
      errors: [{ messageId: "formatted", line: LINE + 3, column: 12 }],
    },
    {
      name: "a key of a declaration of two constants",
      code: file('slog.Info("m", "b", 1, second, 2)'),
      errors: [{ messageId: "duplicate", data: { key: "b" }, line: LINE, column: 25 }],
    },
    {
      name: "a key without a value beside a format that a caller gives",
      code: file('func(v ...any) { slog.Info(fmt.Sprintf(id, v...), "a") }()'),
      errors: [{ messageId: "alone", line: LINE, column: 52 }],
    },
    {
      name: "a raw text for a format",
      code: file("slog.Info(fmt.Sprintf(`m`))"),
      errors: [{ messageId: "formatted", line: LINE, column: 12 }],
      output: file("slog.Info(`m`)"),
    },
  ],
});
