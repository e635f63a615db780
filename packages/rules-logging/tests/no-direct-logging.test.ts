import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import { expect, test } from "@jest/globals";
import rule from "../src/rules/no-direct-logging.ts";
import { JOBLOG } from "./support/joblog.ts";

const NAME = "logging/no-direct-logging";

for (const file of ["logrus.go", "standard.go", "approaches.go"]) {
  const options = [{ approaches: JOBLOG }];
  runFixture(NAME, rule, new URL(`testdata/${file}`, import.meta.url), { options });
}

const inPackage = (name: string, body: string) =>
  `package ${name}\n\nimport log "github.com/sirupsen/logrus"\n\nfunc f() {\n\t${body}\n}\n`;

const logs = inPackage("failover", 'log.Info("x")');
const slogs = 'package p\n\nimport "log/slog"\n\nfunc f() {\n\tslog.Info("x")\n}\n';

const direct = [
  { messageId: "direct" as const, line: 6, column: 2, endLine: 6, endColumn: 15 },
];
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "an approach that is a variable of a package",
      code: 'package p\n\nimport "example.com/app/global"\n\nvar logger = global.Log\n\nfunc f() {\n\tglobal.Log.Info("x")\n\tlogger.Info("x")\n\tglobal.Other.Info("x")\n}\n',
      options: [{ approaches: [{ name: "global", functions: ["global.Log"] }] }],
      sites: [
        { verdict: "compliant", line: 8, approach: "global" },
        { verdict: "compliant", line: 9, approach: "global" },
      ],
    },
    {
      name: "an approach that is a variable of the file's own package",
      code: 'package global\n\nfunc f() {\n\tLog.Info("x")\n\tOther.Info("x")\n}\n',
      options: [{ approaches: [{ name: "global", functions: ["global.Log"] }] }],
      sites: [{ verdict: "compliant", line: 4, approach: "global" }],
    },
    {
      name: "a call that sets a logger of an approach up, or returns another, writes nothing",
      code: 'package p\n\nimport "example.com/app/audit"\n\nfunc f(l *audit.Logger) {\n\tl.SetLevel(1)\n\tl = l.With("a")\n\tl.Finish("b")\n}\n',
      options: [{ approaches: [{ name: "audit", types: ["audit.Logger"] }] }],
      sites: [{ verdict: "compliant", line: 8, column: 2, approach: "audit" }],
    },
    {
      name: "a chain of an approach is one site",
      code: 'package p\n\nimport "example.com/app/logging"\n\nfunc f() {\n\tlogging.NewOperationLogger("a").StartOperation("b", "c").Info("x")\n}\n',
      options: [{ approaches: JOBLOG }],
      sites: [{ verdict: "compliant", line: 6, column: 2, approach: "operation-logger" }],
    },
    {
      name: "a main package says what it has to say to the terminal",
      code: inPackage("main", 'log.Info("x")'),
      sites: exempt("main package"),
    },
    {
      name: "tests are exempt",
      code: logs,
      filename: "f_test.go",
      sites: exempt("test file"),
    },
    {
      name: "the logger's own package is exempt",
      code: inPackage("logging", 'log.Info("x")'),
      sites: exempt("exempt package: logging"),
    },
    {
      name: "a path is exempt below any directory",
      code: logs,
      filename: "a/b/legacy/old.go",
      options: [{ exemptPaths: ["legacy/**"] }],
      sites: exempt("exempt path: legacy/**"),
    },
    {
      name: "a logger can be switched off",
      code: logs.replace("func f()", "// Print is fmt's word\nfunc f()"),
      options: [{ loggers: ["slog", "log", "fmt"] }],
    },
    {
      name: "an approach of the team's own",
      code: slogs,
      options: [
        { loggers: ["logrus"], approaches: [{ name: "slog", functions: ["log/slog.Info"] }] },
      ],
      sites: [{ verdict: "compliant", line: 6, approach: "slog" }],
    },
    {
      name: "an approach may hand out the very logger that is not wanted otherwise",
      code: 'package p\n\nimport (\n\t"example.com/app/audit"\n\t"github.com/sirupsen/logrus"\n)\n\nfunc f() {\n\tvar entry *logrus.Entry = audit.Entry()\n\tentry.Info("x")\n}\n',
      options: [{ approaches: [{ name: "audit", functions: ["audit.Entry"] }] }],
      sites: [
        { verdict: "compliant", line: 9, approach: "audit" },
        { verdict: "compliant", line: 10, approach: "audit" },
      ],
    },
    {
      name: "a package of the same name from elsewhere is another package",
      code: 'package p\n\nimport log "example.com/logrus"\n\nfunc f() {\n\tlog.Info("x")\n\tlog.Print("y")\n}\n',
    },
    {
      name: "a method of the file's own type under the import's name",
      code: 'package p\n\ntype logrus struct{}\n\nfunc (logrus) Print(string) {}\n\nfunc f(log logrus) {\n\tlog.Print("sirupsen/logrus")\n}\n',
    },
    {
      name: "a field of the import's name",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\ntype s struct{ log interface{ Info(string) } }\n\nvar _ = log.Fields{}\n\nfunc (s s) f() { s.log.Info("x") }\n',
    },
    {
      name: "a parameter shadows the import",
      code: inPackage("p", 'func(log interface{ Info(string) }) { log.Info("x") }(nil)'),
    },
    {
      name: "a blank import logs nothing",
      code: 'package p\n\nimport _ "github.com/sirupsen/logrus"\n\nfunc f(log interface{ Info(string) }) {\n\tlog.Info("x")\n}\n',
    },
  ],
  invalid: [
    {
      name: "without an alias",
      code: logs.replaceAll("log ", "").replace("log.", "logrus."),
      errors: [{ messageId: "direct", line: 6, column: 2 }],
    },
    { name: "the whole chain is the finding", code: logs, errors: direct },
    {
      name: "tests, if they are asked for",
      code: logs,
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: direct,
    },
    {
      name: "main packages, if they are asked for",
      code: inPackage("main", 'log.Info("x")'),
      options: [{ mains: true }],
      errors: direct,
    },
    {
      name: "the old spelling of the import path",
      code: logs.replace("sirupsen", "Sirupsen"),
      errors: direct,
    },
    {
      name: "a raw string as import path",
      code: 'package p\n\nimport `log`\n\nfunc f() {\n\tlog.Print("x")\n}\n',
      errors: [{ messageId: "direct", line: 6, column: 2 }],
    },
    {
      name: "no approach is wanted",
      code: logs,
      options: [{ loggers: ["logrus"] }],
      errors: [{ message: "Do not call logrus directly ('log.Info')." }],
    },
    {
      name: "no approach is wanted, and calls move to slog",
      code: logs,
      options: [{ loggers: ["logrus"], replacement: [{ use: "slog", as: "suggestion" }] }],
      errors: [
        {
          message: "Do not call logrus directly ('log.Info'): log through slog.",
          suggestions: [
            {
              messageId: "slog",
              output: inPackage("failover", 'slog.Info("x")').replace(
                'log "github.com/sirupsen/logrus"',
                '"log/slog"',
              ),
            },
          ],
        },
      ],
    },
    {
      name: "Windows line ends",
      code: logs.replaceAll("\n", "\r\n"),
      errors: direct,
    },
    {
      name: "what could be read of a file that does not parse",
      code: `${logs}\nfunc g( {\n`,
      allowSyntaxErrors: true,
      errors: direct,
    },
    {
      name: "generic functions and methods",
      code: inPackage("p", 'log.Info("x")').replace("func f()", "func f[T any, P *T]()"),
      errors: direct,
    },
    {
      name: "a function literal at package level",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\nvar f = func() {\n\tlog.Info("x")\n}\n',
      errors: direct,
    },
  ],
});

test("what replaces a call must not be forbidden itself", () => {
  const testsFor = (options: object) => {
    const { prefilter, defaultOptions } = rule.meta;
    const all = { ...defaultOptions?.[0], ...options };
    return typeof prefilter === "function" ? prefilter([all as never]) : prefilter;
  };
  expect(() => testsFor({ loggers: ["logrus", "slog"], replacement: ["slog"] })).toThrow(
    "'replacement' writes calls of 'log/slog', and 'loggers' forbids them ('slog'): take it out of one of the two.",
  );
  const context = { use: "context", expression: "applog.From(ctx)", package: "a.com/b/applog" };
  expect(() => testsFor({ loggers: ["b/applog.*"], replacement: [context] })).toThrow(
    "'replacement' writes calls of 'a.com/b/applog', and 'loggers' forbids them ('applog')",
  );
  expect(testsFor({ replacement: ["slog"] })).toContain('"log/slog"');
  expect(testsFor({ loggers: ["slog"], replacement: ["tracker"] })).toContain('"log/slog"');
});
