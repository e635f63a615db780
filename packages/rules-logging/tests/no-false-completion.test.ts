import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-false-completion.ts";
import { COMPLETED, end, file } from "./support/completions.ts";

const NAME = "logging/no-false-completion";

const FAILED = end("joblog.StatusFailed", "err");
const DEFER = `defer ${COMPLETED}`;

const closure = (error: string) => `defer func() {
		status := joblog.StatusCompleted
		if ${error} != nil {
			status = joblog.StatusFailed
		}
		e.tracker.EndJob(ctx, jobID, status, ${error})
	}()`;

const suggestion = (error: string, output: string) => [
  { messageId: "closure" as const, data: { error }, output },
];

const compliant = [{ verdict: "compliant" as const, line: 17 }];
const both = [...compliant, { verdict: "compliant" as const }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a function that returns no error",
      code: file(DEFER, { results: "" }),
      sites: compliant,
    },
    {
      name: "an error that is always nil",
      code: file(`${DEFER}\n\treturn nil`),
      sites: compliant,
    },
    {
      name: "an error before the job is there",
      code: file(
        `if err := work(); err != nil {\n\t\treturn err\n\t}\n\t${DEFER}\n\treturn nil`,
      ),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    {
      name: "a closure that looks at the error",
      code: file(`${closure("err")}\n\treturn work()`, { results: "(err error)" }),
      sites: [{ verdict: "compliant", line: 22 }],
    },
    {
      name: "a closure that ends the job in two ways",
      code: file(
        `defer func() {\n\t\tif err != nil {\n\t\t\t${FAILED}\n\t\t\treturn\n\t\t}\n\t\t${COMPLETED}\n\t}()\n\treturn work()`,
        { results: "(err error)" },
      ),
      sites: [
        { verdict: "compliant", line: 19 },
        { verdict: "compliant", line: 22 },
      ],
    },
    {
      name: "the end of a function that has worked",
      code: file(`if err := work(); err != nil {\n\t\treturn err\n\t}\n\treturn ${COMPLETED}`),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    {
      name: "the branch without an error",
      code: file(`err := work()\n\tif err == nil {\n\t\t${COMPLETED}\n\t}\n\treturn err`),
      sites: [{ verdict: "compliant", line: 19 }],
    },
    {
      name: "the other branch",
      code: file(
        `err := work()\n\tif err != nil {\n\t\t${FAILED}\n\t} else {\n\t\t${COMPLETED}\n\t}\n\treturn err`,
      ),
      sites: [
        { verdict: "compliant", line: 19 },
        { verdict: "compliant", line: 21 },
      ],
    },
    {
      name: "an error that does not count",
      code: file(
        `err := work()\n\tif err != nil {\n\t\tif errors.Is(err, context.Canceled) {\n\t\t\t${COMPLETED}\n\t\t}\n\t}\n\treturn nil`,
      ),
      sites: [{ verdict: "compliant", line: 20 }],
    },
    {
      name: "another check",
      code: file(`if e.tracker != nil {\n\t\t${COMPLETED}\n\t}\n\treturn work()`),
      sites: [{ verdict: "compliant", line: 18 }],
    },
    {
      name: "deferred as failed",
      code: file(`defer ${end("joblog.StatusFailed")}\n\treturn work()`),
      sites: compliant,
    },
    {
      name: "a status that is a parameter",
      code: file(
        `f := func(status joblog.Status) { defer ${end("status")} }\n\tf("x")\n\treturn work()`,
      ),
      sites: compliant,
    },
    {
      name: "a variable that a closure reads at the end",
      code: file(
        `status := joblog.StatusCompleted\n\tdefer func() { ${end("status")} }()\n\treturn work()`,
      ),
      sites: [{ verdict: "compliant", line: 18 }],
    },
    {
      name: "another package's status",
      code: file(`defer ${end("health.StatusCompleted")}\n\treturn work()`),
      sites: compliant,
    },
    {
      name: "a closure's own error",
      code: file(`f := func() error { return work() }\n\t${DEFER}\n\t_ = f()\n\treturn nil`),
      sites: [{ verdict: "compliant", line: 18 }],
    },
    {
      name: "another EndJob",
      code: file(`${DEFER}\n\treturn work()`).replace("*joblog.Tracker", "*engine"),
      sites: [],
    },
    {
      name: "an unknown tracker",
      code: file(
        `defer tracker().EndJob(ctx, jobID, joblog.StatusCompleted, nil)\n\treturn work()`,
      ),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "tests",
      code: file(`${DEFER}\n\treturn work()`),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "two compliant sites",
      code: file(`${FAILED}\n\t${FAILED}\n\treturn err`),
      sites: both,
    },
  ],
  invalid: [
    {
      name: "the seed's line, with a named error",
      code: file(`${DEFER}\n\treturn work()`, { results: "(err error)" }),
      errors: [
        {
          message:
            "End the job in a deferred closure that reads the error: this ends it as completed even if an error is returned in line 18.",
          line: 17,
          column: 8,
          suggestions: suggestion(
            "err",
            file(`${closure("err")}\n\treturn work()`, { results: "(err error)" }),
          ),
        },
      ],
    },
    {
      name: "without a named error",
      code: file(
        `${DEFER}\n\tif err := work(); err != nil {\n\t\treturn nil, err\n\t}\n\treturn e, work()`,
        { results: "(*engine, error)" },
      ),
      errors: [
        {
          message: /in lines 19 and 21\.$/u,
          suggestions: suggestion(
            "failure",
            file(
              `${closure("failure")}\n\tif err := work(); err != nil {\n\t\treturn nil, err\n\t}\n\treturn e, work()`,
              { results: "(_ *engine, failure error)" },
            ),
          ),
        },
      ],
    },
    {
      name: "a single error without a name",
      code: file(`${DEFER}\n\treturn work()`),
      errors: [
        {
          messageId: "deferred",
          suggestions: suggestion(
            "failure",
            file(`${closure("failure")}\n\treturn work()`, { results: "(failure error)" }),
          ),
        },
      ],
    },
    {
      name: "the name that it would get is taken",
      code: file(`${DEFER}\n\tfailure := work()\n\treturn failure`),
      errors: [{ messageId: "deferred", suggestions: [] }],
    },
    {
      name: "a result that is blank",
      code: file(`${DEFER}\n\treturn work()`, { results: "(_ error)" }),
      errors: [{ messageId: "deferred", suggestions: [] }],
    },
    {
      name: "a return without values",
      code: file(`${DEFER}\n\terr = work()\n\treturn`, { results: "(err error)" }),
      errors: [{ message: /line 19\.$/u, suggestions: 1 }],
    },
    {
      name: "a closure that does nothing else",
      code: file(`defer func() {\n\t\t${COMPLETED}\n\t}()\n\treturn work()`, {
        results: "(err error)",
      }),
      errors: [
        {
          messageId: "deferred",
          line: 18,
          suggestions: suggestion(
            "err",
            file(`${closure("err")}\n\treturn work()`, { results: "(err error)" }),
          ),
        },
      ],
    },
    {
      name: "a closure that does more",
      code: file(
        `defer func() {\n\t\t_ = work()\n\t\t_ = ${COMPLETED}\n\t}()\n\treturn work()`,
      ),
      errors: [{ messageId: "deferred", line: 19, suggestions: [] }],
    },
    ...[
      `defer func() { _ = ${COMPLETED} }()`,
      "defer e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted)",
      "defer e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil, 1)",
    ].map((statement) => ({
      name: `a call that the suggestion does not know: ${statement}`,
      code: file(`${statement}\n\treturn work()`),
      errors: [{ messageId: "deferred" as const, line: 17, suggestions: [] }],
    })),
    {
      name: "a defer in a branch",
      code: file(`if e.tracker != nil {\n\t\t${DEFER}\n\t}\n\treturn work()`),
      errors: [{ messageId: "deferred", line: 18, suggestions: [] }],
    },
    {
      name: "an error of a cause",
      code: file(
        `err := work()\n\tdefer ${end("joblog.StatusCompleted", "err")}\n\treturn err`,
      ),
      errors: [{ messageId: "deferred", suggestions: 1 }],
    },
    {
      name: "a variable that is read when the call is deferred",
      code: file(
        `status := joblog.StatusCompleted\n\tdefer ${end("status")}\n\tif err := work(); err != nil {\n\t\tstatus = joblog.StatusFailed\n\t\treturn err\n\t}\n\treturn nil`,
      ),
      errors: [{ message: /line 21\.$/u, suggestions: [] }],
    },
    {
      name: "in the branch of an error",
      code: file(
        `if err := work(); err != nil {\n\t\t${COMPLETED}\n\t\treturn err\n\t}\n\treturn nil`,
      ),
      errors: [{ message: "End the job as failed: 'err' is not nil here.", line: 18 }],
    },
    {
      name: "in the else of none",
      code: file(
        `err := work()\n\tif err == nil {\n\t\treturn nil\n\t} else {\n\t\t_ = ${COMPLETED}\n\t}\n\treturn err`,
      ),
      errors: [{ messageId: "branch", line: 21 }],
    },
    {
      name: "a status of the team's own",
      code: file(`defer ${end("joblog.Done")}\n\treturn work()`, { results: "(err error)" }),
      options: [{ completed: "joblog.Done", failed: "Broken" }],
      errors: [
        {
          messageId: "deferred",
          suggestions: suggestion(
            "err",
            file(`${closure("err")}\n\treturn work()`, { results: "(err error)" })
              .replace("StatusCompleted", "Done")
              .replace("StatusFailed", "Broken"),
          ),
        },
      ],
    },
    {
      name: "Windows line ends",
      code: file(`${DEFER}\n\treturn work()`, { results: "(err error)" }).replaceAll(
        "\n",
        "\r\n",
      ),
      errors: [
        {
          messageId: "deferred",
          suggestions: suggestion(
            "err",
            file(`${closure("err")}\n\treturn work()`, { results: "(err error)" }).replaceAll(
              "\n",
              "\r\n",
            ),
          ),
        },
      ],
    },
  ],
});
