import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-end-job.ts";
import { CHECK, END, file, START } from "./support/jobs.ts";

/** Returns the closure that the suggestion writes. */
const closure = (error = "err", statuses = "joblog", completed = "StatusCompleted") =>
  `defer func() {
		status := ${statuses}.${completed}
		if ${error} != nil {
			status = ${statuses}.StatusFailed
		}
		e.tracker.EndJob(ctx, jobID, status, ${error})
	}()`;

const returning = (values: string) =>
  `${START}\n\tif err != nil {\n\t\treturn ${values}\n\t}\n\tDEFER\n\treturn ${values}`;

/** Bodies that get no suggestion, as it would not compile or would end a job twice. */
const REFUSED: readonly (readonly [body: string, results?: string])[] = [
  [`{\n\t\t${START}\n\t\t${CHECK}\n\t}\n\treturn nil`],
  [`${START.replace("ctx,", "_,")}\n\t${CHECK}\n\treturn nil`],
  [`${START}\n\t_ = work()\n\t${CHECK}\n\treturn nil`],
  [`other := work()\n\t${START}\n\tif other != nil {\n\t\treturn err\n\t}\n\treturn nil`],
  [`${START}\n\tfor err != nil {\n\t}\n\treturn nil`],
  [`${START}\n\t${CHECK}\n\t${END.replace("jobID", '"other"')}\n\treturn nil`],
  [`${START}\n\tif err != nil {\n\t\treturn ""\n\t}\n\treturn ""`, "string"],
  [`${START}\n\tif err != nil {\n\t\treturn\n\t}\n\treturn`, ""],
  [`${START}\n\t${CHECK}\n\treturn nil`, "(_ error)"],
  [`${START}\n\t${CHECK}\n\treturn nil`, "(/* why */ error)"],
  [`${START}\n\tif err != nil {\n\t\treturn err, 1\n\t}\n\treturn nil, 1`, "(error, int)"],
];

/** Results, those with a name for the error, and that name. */
const RESULTS = [
  ["1, err", "(n int, err error)", "(n int, err error)", "err"],
  ["1, 2, err", "(n, m int, fault error)", "(n, m int, fault error)", "fault"],
  ['1, "a", err', "(int, string, error)", "(_ int, _ string, failure error)", "failure"],
] as const;

new RuleTester().run("logging/require-end-job, suggestions", rule, {
  valid: [],
  invalid: [
    ...REFUSED.map(([body, results = "error"]) => ({
      name: `none: ${results} { ${body} }`,
      code: file(body, { results }),
      errors: [{ messageId: "open" as const, suggestions: [] }],
    })),
    ...RESULTS.map(([values, results, named, error]) => ({
      name: `the error of ${results}`,
      code: file(returning(values).replace("DEFER\n\t", ""), { results }),
      errors: [
        {
          messageId: "open" as const,
          line: 20,
          suggestions: [
            {
              messageId: "defer" as const,
              output: file(returning(values).replace("DEFER", closure(error)), {
                results: named,
              }),
            },
          ],
        },
      ],
    })),
    {
      name: "statuses that no import of the file is for",
      code: file(`${START}\n\t${CHECK}\n\treturn nil`, { results: "(err error)" }),
      options: [{ completed: "app/jobs.Done" }],
      errors: [{ messageId: "open", suggestions: [] }],
    },
    ...["app/joblog.Done", "example.com/app/joblog.Done"].map((completed) => ({
      name: `the local name of the package of the statuses: ${completed}`,
      code: file(returning("err").replace("DEFER\n\t", ""), { results: "(err error)" })
        .replace('"example.com/app/joblog"', 'jl "example.com/app/joblog"')
        .replaceAll("joblog.", "jl."),
      options: [{ completed }],
      errors: [
        {
          messageId: "open" as const,
          suggestions: [
            {
              messageId: "defer" as const,
              output: file(returning("err").replace("DEFER", closure("err", "jl", "Done")), {
                results: "(err error)",
              })
                .replace('"example.com/app/joblog"', 'jl "example.com/app/joblog"')
                .replaceAll("joblog.", "jl."),
            },
          ],
        },
      ],
    })),
  ],
});
