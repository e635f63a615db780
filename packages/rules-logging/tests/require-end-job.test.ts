import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-end-job.ts";
import { CHECK, compliant, END, exempt, file, open, START, started } from "./support/jobs.ts";

new RuleTester().run("logging/require-end-job", rule, {
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
      name: "a defer before the start",
      code: file(
        `var jobID string\n\tvar err error\n\tdefer func() { ${END} }()\n\tctx, jobID, err = e.tracker.StartJob(ctx, joblog.JobStart{})\n\treturn err`,
      ),
      sites: [{ verdict: "compliant", line: 23 }],
    },
    { name: "a panic", code: started(`panic("never")`), sites: compliant },
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
