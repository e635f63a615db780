import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-job-record.ts";

const HEAD = `package failover

import "example.com/oma/database"

type engine struct{ jobs database.FailoverJobs; cloud cloud; file database.File; queue queue[string, int] }

`;

const go = (body: string, more = "", name = "ExecuteTest") =>
  `${HEAD}func (e *engine) ${name}() error {\n\t${body}\n}\n${more}`;

const BEGIN = 'if err := e.jobs.Save("running"); err != nil {\n\t\treturn err\n\t}';

const filename = "oma/failover/engine.go";

const compliant = (name: string, body: string, more?: string) => ({
  name,
  code: go(body, more),
  filename,
  sites: [
    { verdict: "compliant" as const, subject: "ExecuteTest", symbol: "(*engine).ExecuteTest" },
  ],
});

const none = (name: string, code: string, file = filename) => ({
  name,
  code,
  filename: file,
  sites: [],
});

const open = (name: string, body: string, lines: string, more?: string) => ({
  name,
  code: go(body, more),
  filename,
  errors: [
    {
      message: `Record how the job of '(*engine).ExecuteTest' ends with 'database.FailoverJobs.Save' before line ${lines}: it stays as it was begun.`,
      line: 7,
      column: 18,
    },
  ],
});

const undecided = (name: string, body: string, reason: RegExp, more?: string) => ({
  name,
  code: go(body, more),
  filename,
  sites: [{ verdict: "undecided" as const, subject: "ExecuteTest", reason }],
});

const LOCKED = "\nfunc (e *engine) locked(work func() error) error { return work() }\n";

const inClosure = (before: string, body: string, after = "") =>
  `${before}e.locked(func() error {\n\t\t${BEGIN.replaceAll("\n", "\n\t")}\n\t\t${body}\n\t})${after}`;

new RuleTester().run("database/require-job-record", rule, {
  valid: [
    compliant("at both ends", `${BEGIN}\n\treturn e.jobs.Save("completed")`),
    compliant(
      "on each way",
      `${BEGIN}\n\tif err := e.move(); err != nil {\n\t\te.jobs.Save("failed")\n\t\treturn err\n\t}\n\te.jobs.Save("completed")\n\treturn nil`,
    ),
    compliant("by a defer", `${BEGIN}\n\tdefer e.jobs.Save("done")\n\treturn e.move()`),
    compliant(
      "by a deferred function",
      `${BEGIN}\n\tdefer func() { e.jobs.Save("done") }()\n\treturn e.move()`,
    ),
    compliant(
      "by a function of the file",
      'if err := e.record("running"); err != nil {\n\t\treturn err\n\t}\n\treturn e.record("done")',
      "\nfunc (e *engine) record(status string) error { return e.jobs.Save(status) }\n",
    ),
    compliant(
      "a panic in between",
      `${BEGIN}\n\tif e == nil {\n\t\tpanic("no engine")\n\t}\n\treturn e.jobs.Save("done")`,
    ),
    compliant("in a closure", inClosure("return ", 'return e.jobs.Save("done")'), LOCKED),
    compliant(
      "ended after the closure that begins it",
      inClosure("err := ", "return e.move()", '\n\te.jobs.Save("done")\n\treturn err'),
      LOCKED,
    ),
    compliant(
      "ended by the function that runs the closure",
      inClosure("return ", "return e.move()"),
      '\nfunc (e *engine) locked(work func() error) error {\n\tdefer e.jobs.Save("done")\n\treturn work()\n}\n',
    ),
    compliant(
      "ended in a closure",
      `${BEGIN}\n\treturn e.locked(func() error { return e.jobs.Save("done") })`,
      LOCKED,
    ),
    compliant(
      "by an operation of the file that does both",
      "return e.run()",
      `\nfunc (e *engine) run() error {\n\t${BEGIN}\n\treturn e.jobs.Save("done")\n}\n`,
    ),
    compliant(
      "by functions that call one another",
      `${BEGIN}\n\treturn e.first()`,
      '\nfunc (e *engine) first() error { return e.second() }\n\nfunc (e *engine) second() error { return e.third() }\n\nfunc (e *engine) third() error { return e.fourth() }\n\nfunc (e *engine) fourth() error { return e.fifth() }\n\nfunc (e *engine) fifth() error { return e.jobs.Save("done") }\n',
    ),
    compliant(
      "by an embedded type",
      `${BEGIN}\n\treturn e.finish()`,
      '\ntype base struct{ engine }\n\nfunc (b *engine) finish() error { return b.jobs.Save("done") }\n',
    ),
    compliant(
      "in a loop",
      `for e.next() {\n\t\te.jobs.Save("running")\n\t\te.jobs.Save("done")\n\t}\n\treturn nil`,
    ),
    compliant(
      "after a check that fails",
      `if e == nil {\n\t\treturn errNone\n\t}\n\t${BEGIN}\n\treturn e.jobs.Save("done")`,
      "\nvar errNone error\n",
    ),
    compliant("in a defer alone", 'defer e.jobs.Save("done")\n\treturn e.move()'),
    compliant(
      "by a method of a type with parameters",
      `${BEGIN}\n\treturn e.queue.finish(e)`,
      '\ntype queue[K comparable, V any] struct{}\n\nfunc (*queue[K, V]) finish(e *engine) error { return e.jobs.Save("done") }\n',
    ),
    undecided(
      "ended on some paths of a function",
      `${BEGIN}\n\treturn e.finish()`,
      /begun in line 11/u,
      '\nfunc (e *engine) finish() error {\n\tif e.done {\n\t\treturn nil\n\t}\n\treturn e.jobs.Save("done")\n}\n',
    ),
    undecided(
      "ended through an interface",
      `${BEGIN}\n\treturn e.ender().finish()`,
      /begun in line 11/u,
      '\ntype ender interface{ finish() error }\n\nfunc (e *engine) ender() ender { return e }\n\nfunc (e *engine) finish() error { return e.jobs.Save("done") }\n',
    ),
    undecided(
      "no job on a path that goes well",
      `if e.quick {\n\t\treturn nil\n\t}\n\t${BEGIN}\n\treturn e.jobs.Save("done")`,
      /no job is recorded before line 9/u,
    ),
    undecided(
      "functions that call themselves",
      `${BEGIN}\n\treturn e.again()`,
      /begun in line 11/u,
      '\nfunc (e *engine) again() error {\n\tif e.more {\n\t\treturn e.again()\n\t}\n\treturn e.jobs.Save("done")\n}\n',
    ),
    none("no entry point", `${go("return e.move()", "", "MoveTest")}// Run\n`),
    none("an unexported one", `${go("return nil", "", "execute")}// Execute\n`),
    none("another name", `${go("return nil", "", "Validate")}// Execute\n`),
    none("another path", go("return nil"), "oma/workflows/engine.go"),
    none("a declaration without a body", "package failover\n\nfunc Execute()\n"),
    none("an interface", "package failover\n\ntype runner interface{ Execute() error }\n"),
    {
      name: "tests",
      code: go("return nil"),
      filename: "failover/a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a record of the team's own",
      code: 'package p\n\nimport "example.com/joblog"\n\nfunc StartAll() {\n\tjoblog.Begin()\n\tjoblog.End()\n}\n',
      filename: "a.go",
      options: [
        { paths: ["*.go"], entryPoints: ["Start*"], records: ["joblog.Begin", "joblog.End"] },
      ],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a value of unknown type",
      code: 'package failover\n\nimport "example.com/x"\n\nfunc Run() error { return x.Jobs().Save() }\n',
      filename,
      sites: [{ verdict: "undecided" }],
    },
  ],
  invalid: [
    {
      name: "no record",
      code: go("return e.move()"),
      filename,
      errors: [
        {
          message:
            "Record the job of '(*engine).ExecuteTest' with 'database.FailoverJobs.Save'.",
          line: 7,
          column: 18,
          endColumn: 29,
        },
      ],
    },
    {
      name: "neither of two records",
      code: "package failover\n\nfunc StartAll() {}\n",
      filename,
      options: [{ entryPoints: ["Start*"], records: ["joblog.Begin", "joblog.End"] }],
      errors: [
        { message: "Record the job of 'StartAll' with 'joblog.Begin' or 'joblog.End'." },
      ],
    },
    {
      name: "a function",
      code: "package failover\n\nfunc Run() {}\n",
      filename,
      errors: [{ message: /^Record the job of 'Run'/u }],
    },
    {
      name: "a method of the name alone",
      code: go("return e.cache.Save()").replace(
        "jobs database.FailoverJobs",
        "cache database.Cache",
      ),
      filename,
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    {
      name: "another method of the type",
      code: go('return e.jobs.Load("a")'),
      filename,
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    {
      name: "a file by its name",
      code: go("return nil"),
      filename: "oma/test_failover.go",
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    open("nothing after the start", `${BEGIN}\n\treturn e.move()`, "11"),
    open(
      "nothing on one way",
      `${BEGIN}\n\tif err := e.move(); err != nil {\n\t\treturn err\n\t}\n\treturn e.jobs.Save("done")`,
      "12",
    ),
    open(
      "nothing on two",
      `${BEGIN}\n\tif err := e.move(); err != nil {\n\t\treturn err\n\t}\n\treturn nil`,
      "12, 14",
    ),
    open(
      "only when it goes well",
      `${BEGIN}\n\terr := e.move()\n\tif err == nil {\n\t\te.jobs.Save("done")\n\t}\n\treturn err`,
      "15",
    ),
    open(
      "in a loop that may not run",
      `${BEGIN}\n\tfor e.next() {\n\t\te.jobs.Save("step")\n\t}\n\treturn nil`,
      "14",
    ),
    open(
      "a closure that does not end it",
      inClosure("return ", "return e.move()"),
      "12",
      LOCKED,
    ),
    open(
      "a goroutine that does not end it, whatever follows",
      'go func() {\n\t\te.jobs.Save("running")\n\t\te.move()\n\t}()\n\treturn e.jobs.Save("done")',
      "11",
    ),
    {
      name: "a method of another name, of a value of unknown type",
      code: 'package failover\n\nimport "example.com/x"\n\nfunc Run() error { return x.Jobs().Load() }\n',
      filename,
      errors: [{ messageId: "missing", line: 5, column: 6 }],
    },
    open(
      "a closure that is returned",
      `${inClosure("work := ", "return e.move()").replace("e.locked(", "").slice(0, -1)}\n\treturn work()`,
      "12",
    ),
    open(
      "a method of the name of another type",
      `${BEGIN}\n\treturn e.cloud.finish()`,
      "11",
      '\ntype cloud struct{}\n\nfunc (cloud) finish() error { return nil }\n\nfunc (e *engine) finish() error { return e.jobs.Save("done") }\n',
    ),
    open(
      "a method of the name of another package's type",
      `${BEGIN}\n\treturn e.file.Close()`,
      "11",
      '\nfunc (e *engine) Close() error { return e.jobs.Save("done") }\n',
    ),
    {
      name: "a function and a method of one name",
      code: go(
        "return finish(e)",
        '\nfunc finish(e *engine) error { return nil }\n\nfunc (e *engine) finish() error { return e.jobs.Save("done") }\n',
      ),
      filename,
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    {
      name: "the end of the body",
      code: go('e.jobs.Save("running")\n\te.move()').replace("() error", "()"),
      filename,
      errors: [{ message: /before line 10:/u }],
    },
    {
      name: "a record after the work",
      code: go("if e.done {\n\t\treturn nil\n\t}\n\treturn e.move(e.jobs)"),
      filename,
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    {
      name: "a path of the team's own",
      code: go("return nil"),
      filename: "jobs/a.go",
      options: [{ paths: ["jobs/**"] }],
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
    {
      name: "tests, if asked for",
      code: go("return nil"),
      filename: "failover/a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "missing", line: 7, column: 18 }],
    },
  ],
});
