import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-end-job.ts";

const NAME = "logging/require-end-job";

const file = (
  body: string,
  { results = "error", more = "", name = "failover", imports = "" } = {},
) => `package ${name}

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"time"
${imports}
	"example.com/app/joblog"
)

type engine struct {
	tracker *joblog.Tracker
	jobID   string
	jobs    map[string]string
}

func (e *engine) run(ctx context.Context) ${results} {
	${body}
}

func (e *engine) finish(ctx context.Context, jobID string) {
	_ = e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)
}

func (e *engine) record(ctx context.Context, jobID string) error { return nil }

func work() error { return nil }
${more}`;

const START = "ctx, jobID, err := e.tracker.StartJob(ctx, joblog.JobStart{})";
const CHECK = "if err != nil {\n\t\treturn err\n\t}";
const END = "e.tracker.EndJob(ctx, jobID, joblog.StatusCompleted, nil)";

const started = (body: string, options = {}) =>
  file(`${START}\n\t${CHECK}\n\t${body}`, options);

const compliant = [{ verdict: "compliant" as const, line: 20 }];
const open = [{ messageId: "open" as const, line: 20, column: 21 }];
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 20, reason }];

new RuleTester().run(NAME, rule, {
  valid: [
    { name: "a defer", code: started(`defer ${END}\n\treturn work()`), sites: compliant },
    {
      name: "a deferred closure",
      code: started(`defer func() { if err == nil { ${END} } }()\n\treturn work()`),
      sites: compliant,
    },
    {
      name: "a deferred closure, of an error that is assigned later",
      code: started(
        `defer func() { if err == nil { ${END} } }()\n\terr = work()\n\treturn err`,
      ),
      sites: [{ verdict: "undecided", line: 20 }],
    },
    {
      name: "a deferred closure with both outcomes",
      code: started(
        `defer func() {\n\t\tif err != nil {\n\t\t\t${END}\n\t\t\treturn\n\t\t}\n\t\t${END}\n\t}()\n\treturn work()`,
      ),
      sites: compliant,
    },
    {
      name: "a deferred closure on an error, and a success that ends the job",
      code: started(
        `defer func() { if err != nil { ${END} } }()\n\tif err = work(); err != nil {\n\t\treturn err\n\t}\n\t${END}\n\treturn nil`,
      ),
      sites: compliant,
    },
    {
      name: "a deferred closure that a variable turns off",
      code: started(
        `ended := false\n\tdefer func() { if !ended { ${END} } }()\n\tif work() != nil {\n\t\treturn nil\n\t}\n\tended = true\n\treturn nil`,
      ),
      sites: [{ verdict: "undecided", line: 20 }],
    },
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
      name: "a method called Fatal that returns",
      code: `${started(`defer ${END}\n\tif work() != nil {\n\t\tnew(findings).Fatal("x")\n\t}\n\treturn nil`)}\ntype findings struct{ texts []string }\n\nfunc (f *findings) Fatal(text string) { f.texts = append(f.texts, text) }\n`,
      sites: compliant,
    },
    {
      name: "on each way",
      code: started(
        `if err := work(); err != nil {\n\t\treturn errors.Join(err, ${END})\n\t}\n\t${END}\n\treturn nil`,
      ),
      sites: compliant,
    },
    {
      name: "in the else of the check",
      code: file(`${START}\n\tif err == nil {\n\t\t${END}\n\t}\n\treturn err`),
      sites: compliant,
    },
    {
      name: "a switch that asks for the error",
      code: file(
        `${START}\n\tswitch {\n\tcase err != nil:\n\t\treturn err\n\tdefault:\n\t\t${END}\n\t}\n\treturn nil`,
      ),
      sites: compliant,
    },
    {
      name: "a tracker that may be nil",
      code: file(
        `var jobID string\n\tvar err error\n\tif e.tracker != nil {\n\t\tctx, jobID, err = e.tracker.StartJob(ctx, joblog.JobStart{})\n\t\t${CHECK}\n\t}\n\terr = work()\n\tif e.tracker != nil {\n\t\t${END}\n\t}\n\treturn err`,
      ),
      sites: [{ verdict: "compliant", line: 23 }],
    },
    {
      name: "a job in each turn",
      code: file(
        `for range 3 {\n\t\t${START}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\t${END}\n\t}\n\treturn nil`,
      ),
      sites: [{ verdict: "compliant", line: 21 }],
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
      name: "a method of this file",
      code: started("defer e.finish(ctx, jobID)\n\treturn work()"),
      sites: compliant,
    },
    {
      name: "a defer before the start",
      code: file(
        `var jobID string\n\tvar err error\n\tdefer func() { ${END} }()\n\tctx, jobID, err = e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn err`,
      ),
      sites: [{ verdict: "compliant", line: 23 }],
    },
    { name: "a panic", code: started(`panic("never")`), sites: compliant },
    {
      name: "the caller ends it",
      code: file(`${START}\n\tif err != nil {\n\t\treturn "", err\n\t}\n\treturn jobID, nil`, {
        results: "(string, error)",
      }),
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
    {
      name: "an unknown tracker",
      code: started("return nil").replace("e.tracker.StartJob", "tracker().StartJob"),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "another tracker",
      code: started("return nil").replace("*joblog.Tracker", "*engine"),
      sites: [],
    },
    {
      name: "tests",
      code: started("return nil"),
      filename: "a_test.go",
      sites: exempt("test file"),
    },
    {
      name: "the tracker's package",
      code: started("return nil", { name: "joblog" }),
      sites: exempt("exempt package: joblog"),
    },
    { name: "a comment", code: "package p\n\n// e.tracker.StartJob(ctx)\n", sites: [] },
  ],
  invalid: [
    {
      name: "a deferred closure on an error alone",
      code: started(`defer func() { if err != nil { ${END} } }()\n\treturn work()`),
      errors: open,
    },
    {
      name: "a closure on a parameter",
      code: file("return nil", {
        more: `\nfunc (e *engine) maybe(ctx context.Context, ok bool) error {\n\t${START}\n\t${CHECK}\n\tfunc() { if ok { ${END} } }()\n\treturn nil\n}\n`,
      }),
      errors: [{ messageId: "open", line: 32 }],
    },
    {
      name: "a condition around it that is assigned",
      code: file(
        `ok := work() == nil\n\tif ok {\n\t\t${START}\n\t\t${CHECK}\n\t\tok = work() == nil\n\t\tif !ok {\n\t\t\treturn nil\n\t\t}\n\t\t${END}\n\t}\n\treturn nil`,
      ),
      errors: [{ messageId: "open", line: 22 }],
    },
    {
      name: "a method called Fatal that ends the program",
      code: `${started(`defer ${END}\n\tif work() != nil {\n\t\tnew(findings).Fatal("x")\n\t}\n\treturn nil`)}\ntype findings struct{}\n\nfunc (f *findings) Fatal(text string) { panic(text) }\n`.replace(
        "panic(text)",
        "os.Exit(1)",
      ),
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
      name: "never",
      code: started("return work()", { results: "(err error)" }),
      errors: [
        {
          message: "End the job before the function is left in line 24: it would run for ever.",
          line: 20,
          column: 21,
          suggestions: [
            {
              messageId: "defer",
              output: started(
                "defer func() {\n\t\tstatus := joblog.StatusCompleted\n\t\tif err != nil {\n\t\t\tstatus = joblog.StatusFailed\n\t\t}\n\t\te.tracker.EndJob(ctx, jobID, status, err)\n\t}()\n\treturn work()",
                { results: "(err error)" },
              ),
            },
          ],
        },
      ],
    },
    {
      name: "never, in a function whose error has no name",
      code: file(`${START}\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn e, work()`, {
        results: "(*engine, error)",
      }),
      errors: [
        {
          messageId: "open",
          suggestions: [
            {
              messageId: "defer",
              output: file(
                `${START}\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tdefer func() {\n\t\tstatus := joblog.StatusCompleted\n\t\tif failure != nil {\n\t\t\tstatus = joblog.StatusFailed\n\t\t}\n\t\te.tracker.EndJob(ctx, jobID, status, failure)\n\t}()\n\treturn e, work()`,
                { results: "(_ *engine, failure error)" },
              ),
            },
          ],
        },
      ],
    },
    {
      name: "an early return",
      code: started(
        `if err := work(); err != nil {\n\t\treturn err\n\t}\n\t${END}\n\treturn nil`,
      ),
      errors: [{ message: /left in line 25:/u, suggestions: [] }],
    },
    {
      name: "several",
      code: started(
        `if err := work(); err != nil {\n\t\treturn err\n\t}\n\tif ctx.Err() != nil {\n\t\treturn nil\n\t}\n\tif jobID == "" {\n\t\t${END}\n\t}\n\treturn nil`,
      ),
      errors: [{ message: /left in lines 25, 28 and 33:/u }],
    },
    {
      name: "the end of the body",
      code: started("", { results: "" }).replace("return err\n", "return\n"),
      errors: [{ message: /left in line 25:/u }],
    },
    {
      name: "another error",
      code: started(
        `err = work()\n\tif err != nil {\n\t\treturn err\n\t}\n\t${END}\n\treturn nil`,
      ),
      errors: [{ message: /left in line 26:/u }],
    },
    {
      name: "a defer on one way",
      code: started(`if ctx.Err() == nil {\n\t\tdefer ${END}\n\t}\n\treturn nil`),
      errors: open,
    },
    {
      name: "the program's end runs no defer",
      code: started(`defer ${END}\n\tif work() != nil {\n\t\tos.Exit(1)\n\t}\n\treturn nil`),
      errors: [{ message: /left in line 26:/u }],
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
      name: "the id is dropped",
      code: file("_, _, err := e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn err"),
      errors: [{ messageId: "dropped", line: 20 }],
    },
    {
      name: "all is dropped",
      code: file("e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn nil"),
      errors: [{ messageId: "dropped", line: 20, column: 2 }],
    },
    {
      name: "the error is dropped",
      code: file(
        `ctx, jobID, _ := e.tracker.StartJob(ctx, joblog.JobStart{})\n\tdefer ${END}\n\treturn nil`,
      ),
      errors: [{ messageId: "unchecked", line: 20 }],
    },
    {
      name: "a defer before the check",
      code: file(`${START}\n\tdefer ${END}\n\t${CHECK}\n\treturn nil`),
      errors: [
        { message: "Check 'err' before you use 'jobID': if it is not nil, there is no job." },
      ],
    },
    {
      name: "a tracker of the team's own",
      code: started("return nil")
        .replaceAll("joblog.Tracker", "audit.Trail")
        .replace("app/joblog", "app/audit"),
      options: [{ trackers: ["audit.Trail"] }],
      errors: open,
    },
    {
      name: "tests, if they are asked for",
      code: started("return nil"),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "open", suggestions: 1 }],
    },
    {
      name: "Windows line ends",
      code: started("return work()", { results: "(err error)" }).replaceAll("\n", "\r\n"),
      errors: [
        {
          messageId: "open",
          suggestions: [
            {
              messageId: "defer",
              output: started(
                "defer func() {\n\t\tstatus := joblog.StatusCompleted\n\t\tif err != nil {\n\t\t\tstatus = joblog.StatusFailed\n\t\t}\n\t\te.tracker.EndJob(ctx, jobID, status, err)\n\t}()\n\treturn work()",
                { results: "(err error)" },
              ).replaceAll("\n", "\r\n"),
            },
          ],
        },
      ],
    },
  ],
});
