import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-stored-entry.ts";

const NAME = "logging/no-stored-entry";

runFixture(NAME, rule, new URL("testdata/stored.go", import.meta.url));

const inPackage = (name: string, declaration: string) =>
  `package ${name}\n\nimport log "github.com/sirupsen/logrus"\n\n${declaration}\n`;

const field = "type engine struct{ entry *log.Entry }";
const stored = inPackage("failover", field);
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 5, reason }];
const kept = [{ messageId: "storedInstead" as const, line: 5, column: 21, endColumn: 37 }];

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a method that an interface of another package asks for",
      code: inPackage(
        "failover",
        'import "example.com/other"\n\ntype a struct{}\n\nvar _ other.Named = (*a)(nil)\n\nfunc (*a) Named(e *log.Entry) {}',
      ),
      sites: [
        {
          verdict: "exempt",
          line: 11,
          reason: "an interface of another package asks for the method",
        },
      ],
    },
    {
      name: "a method of logrus' FieldLogger",
      code: inPackage(
        "failover",
        "type silent struct{}\n\nfunc (silent) WithField(key string, value any) *log.Entry { return nil }",
      ),
      sites: [{ verdict: "exempt", line: 7, reason: "a method of logrus' FieldLogger" }],
    },
    { name: "tests", code: stored, filename: "f_test.go", sites: exempt("test file") },
    { name: "mains", code: inPackage("main", field), sites: exempt("main package") },
    {
      name: "the team's logging package",
      code: inPackage("logging", field),
      sites: exempt("exempt package: logging"),
    },
    {
      name: "a path",
      code: stored,
      filename: "a/legacy/b.go",
      options: [{ exemptPaths: ["legacy/**"] }],
      sites: exempt("exempt path: legacy/**"),
    },
    {
      name: "places that are not looked at",
      code: stored,
      options: [{ places: ["parameter"] }],
      sites: [],
    },
    {
      name: "types that are not listed",
      code: stored,
      options: [{ types: ["sirupsen/logrus.Fields"] }],
    },
    {
      name: "what is wanted is counted",
      code: 'package p\n\nimport "example.com/joblog"\n\ntype engine struct{ tracker *joblog.Tracker }\n',
      sites: [{ verdict: "compliant", line: 5, approach: "Tracker" }],
    },
    {
      name: "a package of the same name from elsewhere",
      code: 'package p\n\nimport log "example.com/logrus"\n\n// Not github.com/sirupsen/logrus.\ntype s struct{ e *log.Entry }\n',
    },
    {
      name: "a type of the file's own",
      code: "package p\n\n// Not github.com/sirupsen/logrus.\ntype Entry struct{}\n\ntype s struct{ e *Entry }\n",
    },
    { name: "a local variable", code: inPackage("p", "func f() { var e *log.Entry; _ = e }") },
    {
      name: "a local of a function literal at package level",
      code: inPackage("p", "var f = func() { var e = log.New(); _ = e }"),
    },
    { name: "other types of logrus", code: inPackage("p", "type s struct{ f log.Fields }") },
    {
      name: "a type switch",
      code: inPackage("p", "func f(v any) { switch v.(type) { case *log.Entry: } }"),
    },
    { name: "only in text", code: inPackage("p", 'var s = "*log.Entry" // *log.Entry') },
  ],
  invalid: [
    {
      name: "a method that the team's own interface asks for, as it can be changed",
      code: inPackage(
        "failover",
        "type named interface{ Named(e *log.Entry) }\n\ntype a struct{}\n\nvar _ named = a{}\n\nfunc (a) Named(e *log.Entry) {}",
      ),
      errors: [
        { messageId: "storedInstead", line: 5 },
        { messageId: "storedInstead", line: 11 },
      ],
    },
    {
      name: "a method of another type than the one an interface asks for",
      code: inPackage(
        "failover",
        'import "example.com/other"\n\ntype a struct{}\n\ntype b struct{}\n\nvar _ other.Named = a{}\n\nfunc (b) Named(e *log.Entry) {}',
      ),
      errors: [{ messageId: "storedInstead", line: 13 }],
    },
    { name: "a field", code: stored, errors: kept },
    {
      name: "tests, if they are asked for",
      code: stored,
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: kept,
    },
    {
      name: "mains, if they are asked for",
      code: inPackage("main", field),
      options: [{ mains: true }],
      errors: [{ messageId: "storedInstead", line: 5, column: 21 }],
    },
    {
      name: "nothing is wanted instead",
      code: stored,
      options: [{ wanted: [] }],
      errors: [
        {
          message:
            "Do not keep a *log.Entry (field): make the logger where it is used, from the context.",
        },
      ],
    },
    {
      name: "a type of the team's choice",
      code: 'package p\n\nimport "go.uber.org/zap"\n\nfunc f(l *zap.SugaredLogger) {}\n',
      options: [{ types: ["go.uber.org/zap.SugaredLogger"] }],
      errors: [{ messageId: "storedInstead", line: 5, column: 8, endColumn: 28 }],
    },
    { name: "the old path", code: stored.replace("sirupsen", "Sirupsen"), errors: kept },
    {
      name: "an embedded pointer",
      code: inPackage("p", "type s struct{ *log.Entry }"),
      errors: [{ messageId: "storedInstead", line: 5, column: 16 }],
    },
    {
      name: "a channel",
      code: inPackage("p", "type s struct{ c chan *log.Entry }"),
      errors: [{ messageId: "storedInstead", line: 5, column: 16 }],
    },
    {
      name: "a slice of values",
      code: inPackage("p", "func f(es []log.Entry) {}"),
      errors: [{ messageId: "storedInstead", line: 5, column: 8 }],
    },
    {
      name: "one of several parameters",
      code: inPackage("p", "func f(a int, e *log.Entry) {}"),
      errors: [{ messageId: "storedInstead", line: 5, column: 15 }],
    },
    {
      name: "an unnamed result",
      code: inPackage("p", "func f() (*log.Entry, error) { return nil, nil }"),
      errors: [{ messageId: "storedInstead", line: 5, column: 11 }],
    },
    {
      name: "a variable that gets its type from its value",
      code: inPackage("p", 'var logger = log.WithField("a", 1).WithField("b", 2)'),
      errors: [{ messageId: "storedInstead", line: 5, column: 5, endColumn: 11 }],
    },
    {
      name: "a type argument",
      code: inPackage(
        "p",
        "type s struct{ p atomic[*log.Entry] }\n\ntype atomic[T any] struct{}",
      ),
      errors: [{ messageId: "storedInstead", line: 5, column: 16 }],
    },
    {
      name: "a local struct",
      code: inPackage("p", `func f() { ${field} }`),
      errors: [{ messageId: "storedInstead", line: 5, column: 32 }],
    },
    { name: "Windows line ends", code: stored.replaceAll("\n", "\r\n"), errors: kept },
  ],
});
