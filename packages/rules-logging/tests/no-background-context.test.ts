import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-background-context.ts";

const NAME = "logging/no-background-context";

const file = (declaration: string, name = "failover") => `package ${name}

import (
	"context"
	"net/http"
	"time"

	"example.com/app/joblog"
)

type engine struct {
	tracker *joblog.Tracker
	ctx     context.Context
}

${declaration}
`;

const inFunction = (parameters: string, body: string) =>
  file(`func (e *engine) run(${parameters}) {\n\t${body}\n}`);

const EMPTY = 'e.tracker.Logger(context.Background()).Info("m")';
const OF = (context: string) => `e.tracker.Logger(${context}).Info("m")`;

const compliant = [{ verdict: "compliant" as const }];
const exempt = (reason: string) => [{ verdict: "exempt" as const, reason }];
const none = exempt("no context is in scope");

const background = (context: string, output: string) => [
  {
    messageId: "background" as const,
    data: { context },
    suggestions: [{ messageId: "use" as const, data: { context }, output }],
  },
];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the context",
      code: inFunction("ctx context.Context", OF("ctx")),
      sites: compliant,
    },
    {
      name: "a context made of it",
      code: inFunction("ctx context.Context", OF("context.WithoutCancel(ctx)")),
      sites: compliant,
    },
    ...[
      "context.WithValue(context.Background(), 1, 2)",
      "app.WithTimeout(context.Background(), 1)",
      "app.Background()",
      "context.MyTODO()",
      "context.TODOs()",
      "context.NotWithCancel(context.Background())",
    ].map((value) => ({
      name: `a context that may say something: ${value}`,
      code: inFunction("ctx context.Context", `bg := ${value}\n\t${OF("bg")}`).replace(
        "import (",
        'import (\n\t"example.com/app"',
      ),
      sites: compliant,
    })),
    {
      name: "an empty one that another context has replaced",
      code: inFunction(
        "ctx context.Context",
        `bg := context.Background()\n\tif ctx != nil {\n\t\tbg = ctx\n\t}\n\t${OF("bg")}`,
      ),
      sites: compliant,
    },
    {
      name: "a request that is no pointer",
      code: inFunction("r http.Request", EMPTY),
      sites: none,
    },
    { name: "a field", code: inFunction("", OF("e.ctx")), sites: compliant },
    { name: "no context", code: inFunction("id string", EMPTY), sites: none },
    {
      name: "a context of another package",
      code: inFunction("c echo.Context, cancel context.CancelFunc", EMPTY).replace(
        '\t"example.com/app/joblog"',
        '\t"example.com/app/joblog"\n\t"example.com/echo"',
      ),
      sites: none,
    },
    { name: "a blank context", code: inFunction("_ context.Context", EMPTY), sites: none },
    {
      name: "a context that comes later",
      code: inFunction("", `${EMPTY}\n\tctx := context.TODO()\n\t_ = ctx`),
      sites: none,
    },
    {
      name: "only empty contexts",
      code: inFunction("", `ctx := context.Background()\n\t${OF("ctx")}`),
      sites: none,
    },
    {
      name: "another variable of the name",
      code: inFunction(
        "ctx context.Context",
        `{\n\t\tctx := 1\n\t\t_ = ctx\n\t\t${EMPTY}\n\t}`,
      ),
      sites: none,
    },
    {
      name: "a context of another block",
      code: inFunction(
        "",
        `{\n\t\tctx, cancel := context.WithTimeout(e.ctx, 1)\n\t\tdefer cancel()\n\t\t_ = ctx\n\t}\n\t${EMPTY}`,
      ),
      sites: none,
    },
    {
      name: "a package variable",
      code: file(
        "var tracker *joblog.Tracker\n\nvar log = tracker.Logger(context.Background())",
      ),
      sites: none,
    },
    {
      name: "another Logger",
      code: inFunction("ctx context.Context", EMPTY).replace("*joblog.Tracker", "*engine"),
      sites: [],
    },
    {
      name: "another context package",
      code: inFunction("ctx context.Context", EMPTY).replace(
        '"context"',
        '"example.com/context"',
      ),
      sites: compliant,
    },
    {
      name: "tests",
      code: inFunction("ctx context.Context", EMPTY),
      filename: "a_test.go",
      sites: exempt("test file"),
    },
    {
      name: "an empty one that a job has replaced",
      code: inFunction(
        "r *http.Request",
        `ctx := context.Background()\n\tctx, id, err := e.tracker.StartJob(ctx, joblog.JobStart{})\n\t_, _ = id, err\n\t${OF("ctx")}`,
      ),
      sites: compliant,
    },
    { name: "no argument", code: inFunction("ctx context.Context", OF("")), sites: [] },
  ],
  invalid: [
    {
      name: "a parameter",
      code: inFunction("ctx context.Context", EMPTY),
      errors: [
        {
          message:
            "Take the logger from 'ctx': an empty context has no job and step to log with.",
          line: 17,
          column: 19,
          endColumn: 39,
          suggestions: [
            { desc: "Use 'ctx'.", output: inFunction("ctx context.Context", OF("ctx")) },
          ],
        },
      ],
    },
    {
      name: "TODO",
      code: inFunction("ctx context.Context", OF("context.TODO()")),
      errors: background("ctx", inFunction("ctx context.Context", OF("ctx"))),
    },
    {
      name: "a variable that holds an empty one",
      code: inFunction(
        "ctx context.Context",
        `bg := context.Background()\n\t${OF("bg")}\n\t_ = bg`,
      ),
      errors: background(
        "ctx",
        inFunction(
          "ctx context.Context",
          `bg := context.Background()\n\t${OF("ctx")}\n\t_ = bg`,
        ),
      ),
    },
    {
      name: "made of an empty one",
      code: inFunction(
        "r *http.Request",
        `ctx, stop := context.WithTimeout(context.Background(), time.Second)\n\tdefer stop()\n\t${OF("ctx")}\n\t_ = ctx`,
      ),
      errors: background(
        "r.Context()",
        inFunction(
          "r *http.Request",
          `ctx, stop := context.WithTimeout(context.Background(), time.Second)\n\tdefer stop()\n\t${OF("r.Context()")}\n\t_ = ctx`,
        ),
      ),
    },
    ...[
      "bg = context.WithoutCancel(bg)",
      "other := bg\n\t_ = other",
      "e.ctx = bg",
      "ctx = context.WithoutCancel(bg)",
    ].map((use) => ({
      name: `an empty one that stays empty: ${use}`,
      code: inFunction(
        "ctx context.Context",
        `bg := context.Background()\n\t${use}\n\t${OF("bg")}`,
      ),
      errors: background(
        "ctx",
        inFunction(
          "ctx context.Context",
          `bg := context.Background()\n\t${use}\n\t${OF("ctx")}`,
        ),
      ),
    })),
    {
      name: "a variable that would be left unused",
      code: inFunction("ctx context.Context", `bg := context.Background()\n\t${OF("bg")}`),
      errors: [{ messageId: "background", suggestions: [] }],
    },
    {
      name: "a request",
      code: inFunction("w http.ResponseWriter, r *http.Request", EMPTY),
      errors: background(
        "r.Context()",
        inFunction("w http.ResponseWriter, r *http.Request", OF("r.Context()")),
      ),
    },
    {
      name: "the inner of two",
      code: inFunction(
        "ctx context.Context",
        `go func(stepCtx context.Context) {\n\t\t${EMPTY}\n\t}(ctx)`,
      ),
      errors: background(
        "stepCtx",
        inFunction(
          "ctx context.Context",
          `go func(stepCtx context.Context) {\n\t\t${OF("stepCtx")}\n\t}(ctx)`,
        ),
      ),
    },
    {
      name: "the outer function's",
      code: inFunction("ctx context.Context", `func() {\n\t\t${EMPTY}\n\t}()`),
      errors: background(
        "ctx",
        inFunction("ctx context.Context", `func() {\n\t\t${OF("ctx")}\n\t}()`),
      ),
    },
    {
      name: "a variable",
      code: inFunction(
        "",
        `short, cancel := context.WithTimeout(e.ctx, time.Second)\n\tdefer cancel()\n\t${EMPTY}\n\t_ = short`,
      ),
      errors: background(
        "short",
        inFunction(
          "",
          `short, cancel := context.WithTimeout(e.ctx, time.Second)\n\tdefer cancel()\n\t${OF("short")}\n\t_ = short`,
        ),
      ),
    },
    {
      name: "a written type",
      code: inFunction("", `var given context.Context = e.ctx\n\t${EMPTY}\n\t_ = given`),
      errors: background(
        "given",
        inFunction("", `var given context.Context = e.ctx\n\t${OF("given")}\n\t_ = given`),
      ),
    },
    {
      name: "an if's",
      code: inFunction("", `if ctx := e.ctx; ctx != nil {\n\t\t${EMPTY}\n\t}`),
      errors: background(
        "ctx",
        inFunction("", `if ctx := e.ctx; ctx != nil {\n\t\t${OF("ctx")}\n\t}`),
      ),
    },
    {
      name: "a loop's",
      code: inFunction(
        "all []context.Context",
        `for _, ctx := range all {\n\t\t${EMPTY}\n\t\t_ = ctx\n\t}`,
      ),
      errors: background(
        "ctx",
        inFunction(
          "all []context.Context",
          `for _, ctx := range all {\n\t\t${OF("ctx")}\n\t\t_ = ctx\n\t}`,
        ),
      ),
    },
    {
      name: "past an empty one",
      code: inFunction(
        "ctx context.Context",
        `bg := context.Background()\n\t_ = bg\n\t${EMPTY}`,
      ),
      errors: background(
        "ctx",
        inFunction(
          "ctx context.Context",
          `bg := context.Background()\n\t_ = bg\n\t${OF("ctx")}`,
        ),
      ),
    },
    {
      name: "a function literal of the package",
      code: file(
        "var tracker *joblog.Tracker\n\nvar run = func(ctx context.Context) { tracker.Logger(context.TODO()) }",
      ),
      errors: [{ messageId: "background", suggestions: 1 }],
    },
    {
      name: "another tracker",
      code: inFunction("ctx context.Context", EMPTY).replaceAll("joblog", "audit"),
      options: [{ trackers: ["audit.Tracker"] }],
      errors: [{ messageId: "background", suggestions: 1 }],
    },
    {
      name: "Windows line ends",
      code: inFunction("ctx context.Context", EMPTY).replaceAll("\n", "\r\n"),
      errors: [{ messageId: "background", line: 17, suggestions: 1 }],
    },
  ],
});
