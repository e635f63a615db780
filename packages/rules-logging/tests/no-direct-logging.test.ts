import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";

const NAME = "logging/no-direct-logging";

for (const file of ["logrus.go", "standard.go", "approaches.go"]) {
  runFixture(NAME, rule, new URL(`testdata/${file}`, import.meta.url));
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
      options: [{ approaches: [] }],
      errors: [
        { message: "Do not call logrus directly ('log.Info'): log through another way." },
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
    {
      name: "an embedded entry",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\ntype s struct{ e *log.Entry }\n\nfunc (s s) f() { s.e.Info("x") }\n',
      errors: [{ messageId: "direct", line: 7, column: 18 }],
    },
  ],
});
