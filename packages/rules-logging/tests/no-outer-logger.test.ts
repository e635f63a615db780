import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-outer-logger.ts";

const NAME = "logging/no-outer-logger";

const file = (body: string, parameters = "") => `package failover

import (
	"context"
	"log/slog"

	"example.com/app/joblog"
)

var packageLogger = slog.Default()

type engine struct {
	tracker *joblog.Tracker
	log     *slog.Logger
}

func (e *engine) run(ctx context.Context, jobID string${parameters}) error {
	${body}
}
`;

const LOGGER = "logger := e.tracker.Logger(ctx)";
const USE = 'logger.Info("m")';

const step = (body: string, parameter = "ctx context.Context") =>
  `e.tracker.RunStep(ctx, jobID, "s", func(${parameter}) error {\n\t\t${body}\n\t\treturn nil\n\t})`;

const inStep = (body: string) => file(`return ${step(body)}`);
const OWN = `${LOGGER}\n\t\t${USE}`;

const outer = (line: number) => ({ messageId: "outer" as const, line });

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the step's own",
      code: inStep(`${LOGGER}\n\t\t${USE}`),
      sites: [{ verdict: "compliant", line: 20, column: 3, endColumn: 9 }],
    },
    { name: "made on the spot", code: inStep('e.tracker.Logger(ctx).Info("m")'), sites: [] },
    {
      name: "the step's own, in a closure in it",
      code: inStep(`${LOGGER}\n\t\tfunc() { ${USE} }()`),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    {
      name: "made of the step's own",
      code: inStep(`${LOGGER}\n\t\tmore := logger.With("a", 1)\n\t\tmore.Info("m")`),
      sites: [
        { verdict: "compliant", line: 20 },
        { verdict: "compliant", line: 21 },
      ],
    },
    {
      name: "outside steps",
      code: file(`${LOGGER}\n\t${USE}\n\treturn ${step("")}`),
      sites: [],
    },
    {
      name: "before and in a step, each its own",
      code: file(`${LOGGER}\n\t${USE}\n\treturn ${step(OWN)}`),
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "another closure",
      code: file(`${LOGGER}\n\tdefer func() { ${USE} }()\n\treturn ${step("")}`),
      sites: [],
    },
    { name: "a field", code: inStep('e.log.Info("m")'), sites: [] },
    {
      name: "another type",
      code: file(`return ${step('log.Info("m")')}`, ", log interface{ Info(string) }"),
      sites: [],
    },
    {
      name: "another RunStep",
      code: file(`${LOGGER}\n\treturn ${step(USE)}`).replace("*joblog.Tracker", "*engine"),
      sites: [],
    },
    {
      name: "a method for a step",
      code: file('return e.tracker.RunStep(ctx, jobID, "s", e.work)'),
      sites: [],
    },
    {
      name: "tests",
      code: file(`${LOGGER}\n\treturn ${step(USE)}`),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a parameter of another type",
      code: file(`return ${step(USE)}`, ", logger *slog.Logger"),
      options: [{ loggers: ["go.uber.org/zap.Logger"] }],
      sites: [],
    },
  ],
  invalid: [
    {
      name: "a logger that is used outside too",
      code: file(`${LOGGER}\n\t${USE}\n\treturn ${step(USE)}`),
      errors: [
        {
          message:
            "Take 'logger' from the context of the step: this one was made before it and logs without the step's id.",
          line: 21,
          column: 3,
          endColumn: 9,
        },
      ],
      output: file(`${LOGGER}\n\t${USE}\n\treturn ${step(OWN)}`),
    },
    {
      name: "a logger that is used in the step alone",
      code: file(`${LOGGER}\n\treturn ${step(USE)}`),
      errors: [outer(20)],
      output: file(`return ${step(OWN)}`),
    },
    {
      name: "several uses in several steps",
      code: file(
        `${LOGGER}\n\tif err := ${step(`${USE}\n\t\t${USE}`)}; err != nil {\n\t\treturn err\n\t}\n\treturn ${step(USE)}`,
      ),
      errors: [outer(20), outer(21), outer(27)],
      output: file(
        `if err := ${step(`${OWN}\n\t\t${USE}`)}; err != nil {\n\t\treturn err\n\t}\n\treturn ${step(OWN)}`,
      ),
    },
    {
      name: "another name for the step's context",
      code: file(`${LOGGER}\n\t${USE}\n\treturn ${step(USE, "stepCtx context.Context")}`),
      errors: [outer(21)],
      output: file(
        `${LOGGER}\n\t${USE}\n\treturn ${step(`logger := e.tracker.Logger(stepCtx)\n\t\t${USE}`, "stepCtx context.Context")}`,
      ),
    },
    {
      name: "a step without a name for its context",
      code: file(`${LOGGER}\n\treturn ${step(USE, "_ context.Context")}`),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "in a closure in a step",
      code: file(`${LOGGER}\n\t${USE}\n\treturn ${step(`func() { ${USE} }()`)}`),
      errors: [outer(21)],
      output: file(
        `${LOGGER}\n\t${USE}\n\treturn ${step(`${LOGGER}\n\t\tfunc() { ${USE} }()`)}`,
      ),
    },
    {
      name: "a step in a step",
      code: inStep(`${LOGGER}\n\t\t${USE}\n\t\t_ = ${step(USE)}`),
      errors: [outer(22)],
      output: inStep(`${LOGGER}\n\t\t${USE}\n\t\t_ = ${step(OWN)}`),
    },
    {
      name: "a logger with fields",
      code: file(`${LOGGER}.With("a", 1)\n\treturn ${step(USE)}`),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "a parameter",
      code: file(`return ${step(USE)}`, ", logger *slog.Logger"),
      errors: [outer(19)],
      output: null,
    },
    {
      name: "the package's",
      code: inStep('packageLogger.Info("m")'),
      errors: [outer(19)],
      output: null,
    },
    {
      name: "a closure in a variable",
      code: file(
        `${LOGGER}\n\twork := func(ctx context.Context) error {\n\t\t${USE}\n\t\treturn nil\n\t}\n\treturn e.tracker.RunStep(ctx, jobID, "s", work)`,
      ),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "a logger that the step makes its own later",
      code: file(`${LOGGER}\n\treturn ${step(`logger := logger.With("a", 1)\n\t\t${USE}`)}`),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "a logger that the step changes",
      code: file(`${LOGGER}\n\treturn ${step(`logger = logger.With("a", 1)`)}`),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "a declaration of two",
      code: file(
        `logger, id := e.tracker.Logger(ctx), 1\n\treturn ${step(USE)}`.replace(
          "id :=",
          "id :=",
        ),
      ),
      errors: [outer(20)],
      output: null,
    },
    {
      name: "a declaration that another variable is there for",
      code: file(`jobCtx := ctx\n\tlogger := e.tracker.Logger(jobCtx)\n\treturn ${step(USE)}`),
      errors: [outer(21)],
      output: null,
    },
    {
      name: "a comment after the declaration",
      code: file(`${LOGGER}\n\t// Why.\n\treturn ${step(USE)}`),
      errors: [outer(21)],
      output: null,
    },
    {
      name: "Windows line ends",
      code: file(`${LOGGER}\n\treturn ${step(USE)}`).replaceAll("\n", "\r\n"),
      errors: [outer(20)],
      output: file(`return ${step(OWN)}`).replaceAll("\n", "\r\n"),
    },
  ],
});
