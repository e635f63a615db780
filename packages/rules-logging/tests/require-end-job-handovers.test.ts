import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-end-job.ts";
import { CHECK, compliant, END, exempt, file, open, START, started } from "./support/jobs.ts";

const undecided = [{ verdict: "undecided" as const, line: 20 }];

/** Statements after which the job may be ended elsewhere. */
const HANDOVERS = [
  'e.jobs["a"] = jobID',
  "var s = engine{jobID: jobID}\n\ts.end()",
  "var s *engine\n\ts = &engine{jobID: jobID}\n\ts.end()",
  "keep([]string{jobID})",
  "later.Keep(jobID)",
  "queue().Do(jobID)",
  "queue().KeepInfo(jobID)",
  "queue().Do(engine{jobID: jobID})",
  "e.tracker.Cancel(ctx, jobID)",
  "e.tracker.StopRunStep(ctx, jobID)",
  "e.tracker.RunSteps(ctx, jobID)",
];

/** Statements that leave the job to the function. */
const OTHERS = [
  'var other string\n\tother = jobID\n\te.jobs[other] = "a"',
  'e.jobID = "a"',
  "var s engine\n\ts.end()",
  "var s = engine{}\n\ts.end()",
  "s := engine{}\n\ts.end()",
  "keep(engine{}, &e.jobs)",
  'jobs := make(chan string, 1)\n\tjobs <- "a"',
  "queue().Infof(jobID)",
  "later.Log(jobID)",
  "later.Log(engine{jobID: jobID})",
  "os.Setenv(jobID, jobID)",
  "slog.SetLogLoggerLevel(jobID)",
  'e.tracker.RunStep(ctx, jobID, "s", nil)',
  "e.tracker.Logger(ctx, jobID)",
  'id := jobID + "a"\n\tdefer e.tracker.EndJob(ctx, id, joblog.StatusCompleted, nil)',
  'defer func() { e.tracker.EndJob(ctx, "other", joblog.StatusCompleted, nil) }()',
];

const IMPORTS = '\t"example.com/app/later"\n';

new RuleTester().run("logging/require-end-job", rule, {
  valid: [
    ...HANDOVERS.map((statement) => ({
      name: `handed over: ${statement}`,
      code: started(`${statement}\n\treturn nil`, { imports: IMPORTS }),
      sites: [{ verdict: "undecided" as const, line: 21 }],
    })),
    ...["id, n := jobID, 1", "n, id := 1, jobID", "var n, id = 1, jobID"].map((alias) => ({
      name: `an alias: ${alias}`,
      code: started(`${alias}\n\tdefer ${END.replace("jobID", "id")}\n\treturn work(n)`),
      sites: compliant,
    })),
    ...[
      `defer func() { if e.jobID != "" { ${END} } }()`,
      `ok := func(ok bool) { ok = e.open(); if ok { ${END} } }\n\tdefer ok(true)`,
      `ready := later.Ready()\n\tdefer func() { if ready == nil { ${END} } }()`,
    ].map((statement) => ({
      name: `a closure whose condition a path may decide: ${statement}`,
      code: started(`${statement}\n\treturn nil`),
      sites: undecided,
    })),
    {
      name: "an alias",
      code: started(`id := jobID\n\tdefer ${END.replace("jobID", "id")}\n\treturn work()`),
      sites: compliant,
    },
    {
      name: "a literal in a variable",
      code: started("s := &engine{jobID: jobID}\n\tdefer s.end(ctx)\n\treturn nil"),
      sites: [{ verdict: "undecided", line: 20 }],
    },
    {
      name: "a literal as an argument",
      code: started("keep(engine{jobID: jobID})\n\treturn nil"),
      sites: [{ verdict: "undecided", line: 20 }],
    },
    {
      name: "its address",
      code: started("keep(&jobID)\n\treturn nil"),
      sites: [{ verdict: "undecided", line: 20 }],
    },
    {
      name: "sent",
      code: started("jobs := make(chan string, 1)\n\tjobs <- jobID\n\treturn nil"),
      sites: [{ verdict: "undecided", line: 20 }],
    },
    {
      name: "a bare return of a named result",
      code: file("ctx, jobID, err = e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn", {
        results: "(c context.Context, jobID string, err error)",
      }),
      sites: exempt("the caller gets the job"),
    },
    {
      name: "a goroutine ends it",
      code: started(`go func() {\n\t\tdefer ${END}\n\t\t_ = work()\n\t}()\n\treturn nil`),
      sites: compliant,
    },
    {
      name: "a closure that is kept",
      code: started(`end := func() { ${END} }\n\tdefer end()\n\treturn work()`),
      sites: compliant,
    },
    {
      name: "a function of this file",
      code: started("defer finish(ctx, e.tracker, jobID)\n\treturn work()", {
        more: "\nfunc other(id string) {}\n\nfunc finish(ctx context.Context, tracker *joblog.Tracker, id string) {\n\t_ = tracker.EndJob(ctx, id, joblog.StatusCompleted, nil)\n}\n",
      }),
      sites: compliant,
    },
    {
      name: "a method of this file",
      code: started("defer e.finish(ctx, jobID)\n\treturn work()"),
      sites: compliant,
    },
    {
      name: "the caller ends it",
      code: file(`${START}\n\tif err != nil {\n\t\treturn "", err\n\t}\n\treturn jobID, nil`, {
        results: "(string, error)",
      }),
      sites: exempt("the caller gets the job"),
    },
    {
      name: "it is ended, or the caller ends it",
      code: file(
        `${START}\n\tif err != nil {\n\t\treturn "", err\n\t}\n\tif work() != nil {\n\t\treturn "", ${END}\n\t}\n\treturn jobID, nil`,
        { results: "(string, error)" },
      ),
      sites: exempt("the caller gets the job"),
    },
    {
      name: "the caller checks as well",
      code: file(`${START}\n\treturn jobID, err`, { results: "(string, error)" }),
      sites: exempt("the caller gets the job"),
    },
    {
      name: "the caller gets all",
      code: file("return e.tracker.StartJob(ctx, joblog.JobStart{})", {
        results: "(context.Context, string, error)",
      }),
      sites: exempt("the caller gets the job"),
    },
    {
      name: "a field",
      code: started("e.jobID = jobID\n\treturn nil"),
      sites: [
        { verdict: "undecided", reason: "'jobID' is passed to code that may end the job" },
      ],
    },
    {
      name: "a field at once",
      code: file(
        "var err error\n\tctx, e.jobID, err = e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn err",
      ),
      sites: [{ verdict: "undecided", reason: "'e.jobID' may be ended elsewhere" }],
    },
    {
      name: "a function of another file",
      code: started("return finish(ctx, jobID)"),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "a result that has the id",
      code: file(
        `${START}\n\tif err != nil {\n\t\treturn nil\n\t}\n\treturn &engine{jobID: jobID}`,
        {
          results: "*engine",
        },
      ),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "passed on at once",
      code: file("return track(e.tracker.StartJob(ctx, joblog.JobStart{}))"),
      sites: [{ verdict: "undecided", reason: "the job is passed on" }],
    },
  ],
  invalid: [
    ...OTHERS.map((statement) => ({
      name: `not handed over: ${statement}`,
      code: started(`${statement}\n\treturn nil`, { imports: IMPORTS }),
      errors: [
        {
          messageId: "open" as const,
          line: 21,
          column: 21,
          suggestions: statement.includes("EndJob") ? 0 : 1,
        },
      ],
    })),
    {
      name: "a method of this file whose namesake of another type ends it",
      code: started("return e.record(ctx, jobID)", {
        more: "\ntype other struct{ engine }\n\nfunc (o other) record(ctx context.Context, jobID string) error {\n\treturn o.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)\n}\n",
      }).replace(/(func \(e \*engine\) record.*\n\n)([^]*)/u, "$2\n$1"),
      errors: [{ messageId: "open", line: 20, suggestions: 1 }],
    },
    {
      name: "a parameter of a closure that is the error",
      code: started(`defer func(err error) { if err == nil { ${END} } }(err)\n\treturn work()`),
      errors: open,
    },
    {
      name: "a literal that is logged",
      code: started("log.Print(engine{jobID: jobID})\n\treturn", { results: "" }).replace(
        "return err",
        "return",
      ),
      errors: open,
    },
    {
      name: "only logged and recorded",
      code: started(
        `slog.Info("m", "job_id", jobID)\n\tif err := e.record(ctx, jobID); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
      ),
      errors: [{ message: /left in lines 26 and 28:/u, suggestions: 1 }],
    },
    {
      name: "another job is ended",
      code: started(
        `defer e.tracker.EndJob(ctx, "other", joblog.StatusCompleted, nil)\n\treturn nil`,
      ),
      errors: open,
    },
    {
      name: "in a closure",
      code: file(`return run(func() error {\n\t\t${START}\n\t\t${CHECK}\n\t\treturn nil\n\t})`),
      errors: [{ messageId: "open", line: 21, suggestions: 1 }],
    },
    {
      name: "a function of this file that does not end it, beside one that does",
      code: started("other(jobID)\n\treturn work()", {
        more: "\nfunc finish(ctx context.Context, tracker *joblog.Tracker, id string) {\n\t_ = tracker.EndJob(ctx, id, joblog.StatusCompleted, nil)\n}\n\nfunc other(id string) {}\n",
      }),
      errors: [{ messageId: "open", line: 20, column: 21, suggestions: 1 }],
    },
    {
      name: "the id is dropped",
      code: file("_, _, err := e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn err"),
      errors: [{ messageId: "dropped", line: 20 }],
    },
    {
      name: "all is dropped",
      code: file("e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn nil"),
      errors: [{ messageId: "dropped", line: 20, column: 2 }],
    },
  ],
});
