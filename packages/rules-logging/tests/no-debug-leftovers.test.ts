import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-debug-leftovers.ts";

const NAME = "logging/no-debug-leftovers";

runFixture(NAME, rule, new URL("testdata/leftovers.go", import.meta.url));

const inPackage = (name: string, body: string) =>
  `package ${name}\n\nimport log "github.com/sirupsen/logrus"\n\nfunc f() {\n\t${body}\n}\n`;

const logs = inPackage("p", 'log.Info("here")');
const prints = 'package p\n\nimport "fmt"\n\nfunc f() {\n\tfmt.Println("=== here")\n}\n';
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];
const leftover = [
  { messageId: "leftover" as const, line: 6, column: 2, endLine: 6, endColumn: 18 },
];

const LEFTOVERS = [
  ...["DEBUG: a", "dbg> a", "DBG - a", "XXX", "XXXX!", "remove me: a", ">> DELETE ME"],
  ...["i am here", "i'm here", "We are here 3", "still here!", "over here", "... in here"],
  ...["bar 2", "baz", "foobar", "asdff", "qwerty", "bla", "blah", "hello", "hello, world"],
  ...["hello world!", "lol", "yay", "ping pong", "why 🤔", "🔥"],
  ...["<<< a", "### a", "*** a", "!!! a", "~~~ a", "+++ a", "@@@ a", "a ===", "a <<<"],
  ...["a ###", "a ***", "a ~~~", "a +++", "a @@@"],
];

const MESSAGES = [
  ...[
    "a DEBUG: b",
    "DEBUGGER: a",
    "DEBUG]: a",
    "XX: a",
    "here and there",
    "nowhere",
    "foo bar",
  ],
  ...["hellos", "ping", "a lol", "== a", "a ==", "a >>>", "a !!!", "a ### b", "go 🚀"],
];

new RuleTester().run(NAME, rule, {
  valid: [
    ...MESSAGES.map((message) => ({
      name: `a message of a program: ${message}`,
      code: inPackage("p", `log.Info("${message}")`),
      sites: [],
    })),
    {
      name: "a message in another place",
      code: inPackage("p", 'log.Log(log.InfoLevel, id, id, "here")\n\tlog.Infof(id, "here")'),
      sites: [],
    },
    {
      name: "a method of a logger that writes nothing, of a type of the team's",
      code: 'package p\n\nimport "github.com/sirupsen/logrus"\n\nfunc f(l *logrus.Fields) {\n\tl.Notice("here")\n}\n',
      options: [{ types: ["logrus.Fields"] }],
      sites: [],
    },
    {
      name: "a stream of the caller's",
      code: 'package p\n\nimport (\n\t"fmt"\n\t"io"\n)\n\nfunc f(w io.Writer) {\n\tfmt.Fprintln(w, "here")\n}\n',
      sites: [],
    },
    { name: "tests", code: logs, filename: "f_test.go", sites: exempt("test file") },
    {
      name: "mains",
      code: inPackage("main", 'log.Info("here")'),
      sites: exempt("main package"),
    },
    {
      name: "a package",
      code: logs,
      options: [{ exemptPackages: ["p"] }],
      sites: exempt("exempt package: p"),
    },
    {
      name: "a path",
      code: logs,
      filename: "a/legacy/b.go",
      options: [{ exemptPaths: ["legacy/**"] }],
      sites: exempt("exempt path: legacy/**"),
    },
    { name: "no patterns", code: logs, options: [{ patterns: [] }] },
    {
      name: "a banner of a program's output",
      code: prints.replace(" here", ""),
    },
    {
      name: "a banner, if the team draws them",
      code: inPackage("p", 'log.Info("=== start ===")'),
      options: [{ banners: [] }],
    },
    {
      name: "a logger that is not looked at",
      code: prints + '// "log"\n',
      options: [{ loggers: ["log"] }],
    },
    { name: "a message with the word in it", code: inPackage("p", 'log.Info("here it is")') },
    { name: "a message that is put together", code: inPackage("p", 'log.Info("=== " + f())') },
    {
      name: "a function of the file's own",
      code: 'package p\n\nfunc Info(string) {}\n\nfunc f() { Info(`"log/slog" here`); Info("here") }\n',
    },
    {
      name: "a parameter shadows the import",
      code: inPackage("p", 'func(log interface{ Info(string) }) { log.Info("here") }(nil)'),
    },
    {
      name: "a package of the same name from elsewhere",
      code: logs.replace("github.com/sirupsen", "example.com") + '// "log"\n',
    },
    {
      name: "in text",
      code: inPackage("p", 'log.Info(`log.Info("here")`) // log.Info("here")'),
    },
  ],
  invalid: [
    ...[
      'log.Info(fmt.Sprintf("DEBUG: %d", 1))',
      'log.Info(strings.TrimSuffix(fmt.Sprintln("DEBUG >>>", 1), "\\n"))',
      'log.Info(strings.TrimSpace(fmt.Sprint("here ", 1)))',
    ].map((call) => ({
      name: `a message that is put together: ${call}`,
      code: `package p\n\nimport (\n\t"fmt"\n\t"strings"\n\n\tlog "github.com/sirupsen/logrus"\n)\n\nvar _, _ = fmt.Sprint, strings.TrimSpace\n\nfunc f() {\n\t${call}\n}\n`,
      errors: [{ messageId: "leftover" as const, line: 13, column: 2 }],
    })),
    {
      name: "a house logger",
      code: 'package p\n\nimport "example.com/app/applog"\n\nfunc f() {\n\tapplog.Info("here")\n}\n',
      options: [{ loggers: ["applog.*"] }],
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    ...['println("here")', 'fmt.Fprintln(os.Stderr, "here")'].map((call) => ({
      name: `a standard stream: ${call}`,
      code: `package p\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar _ = fmt.Sprint(os.Args)\n\nfunc f() {\n\t${call}\n}\n`,
      errors: [{ messageId: "leftover" as const, line: 11, column: 2 }],
    })),
    { name: "a word", code: logs, errors: leftover },
    ...LEFTOVERS.map((message) => ({
      name: `a message of a debugging session: ${message}`,
      code: inPackage("p", `log.Info("${message}")`),
      errors: [{ messageId: "leftover" as const, data: { message }, line: 6, column: 2 }],
    })),
    {
      name: "a long message is cut off",
      code: inPackage("p", `log.Info("=== ${"a".repeat(50)}")`),
      errors: [{ messageId: "leftover", data: { message: `=== ${"a".repeat(36)}` } }],
    },
    {
      name: "the message of Log after a context and a level",
      code: 'package p\n\nimport "log/slog"\n\nfunc f() {\n\tslog.LogAttrs(nil, slog.LevelInfo, "here")\n}\n',
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "tests, if they are asked for",
      code: logs,
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: leftover,
    },
    {
      name: "mains, if they are asked for",
      code: inPackage("main", 'log.Info("here")'),
      options: [{ mains: true }],
      errors: leftover,
    },
    {
      name: "a pattern of the team's own",
      code: inPackage("p", 'log.Info("TEMP: volume")'),
      options: [{ patterns: ["^temp:"] }],
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "a banner of the team's own",
      code: inPackage("p", 'log.Info("-----")'),
      options: [{ banners: ["^-{3}"] }],
      errors: [
        {
          message:
            "Remove this line or say what happened: '-----' looks like a debugging session's.",
        },
      ],
    },
    {
      name: "a word after signs, printed",
      code: prints,
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "a type of the team's own",
      code: 'package p\n\nimport "example.com/logging"\n\nfunc f(op *logging.OperationContext) {\n\top.Error("XXX", nil)\n}\n',
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "another type",
      code: 'package p\n\nimport "go.uber.org/zap"\n\nfunc f(l *zap.Logger) {\n\tl.Info("here")\n}\n',
      options: [{ types: ["go.uber.org/zap.Logger"] }],
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "a type of the team's own, by a method that no other logger has",
      code: 'package p\n\nimport "example.com/logging"\n\nfunc f(op *logging.OperationContext) {\n\top.Notice("here")\n\top.Warningf("here")\n\top.Add("here")\n}\n',
      options: [{ loggers: ["log"] }],
      errors: [
        { messageId: "leftover", line: 6, column: 2 },
        { messageId: "leftover", line: 7, column: 2 },
      ],
    },
    {
      name: "a dot import",
      code: 'package p\n\nimport . "fmt"\n\nfunc f() {\n\tPrintln("here")\n}\n',
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "escapes",
      code: inPackage("p", 'log.Info("\\x3d\\u003d\\075 x")'),
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "white space around it",
      code: inPackage("p", 'log.Info("\\n\\there\\n")'),
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "an emoji",
      code: inPackage("p", 'log.Info("volume 🐛")'),
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    {
      name: "a chain",
      code: inPackage("p", 'log.WithField("a", 1).Debugln("foo")'),
      errors: [{ messageId: "leftover", line: 6, column: 2 }],
    },
    { name: "Windows line ends", code: logs.replaceAll("\n", "\r\n"), errors: leftover },
  ],
});
