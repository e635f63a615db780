import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-fatal-outside-main.ts";
import { go } from "./support/fatal.ts";

const logrus = ['log "github.com/sirupsen/logrus"'];

const exempt = (reason: string) => [{ verdict: "exempt" as const, reason }];

/** A function that starts another one, with a channel `c` for signals and one for others, `d`. */
const onSignal = (body: string) =>
  `package p\n\nimport (\n\t"os"\n\t"os/signal"\n)\n\nfunc f(c, d chan os.Signal) {\n\tsignal.Notify(c, os.Interrupt)\n\tgo func() {\n\t\t${body}\n\t}()\n}\n`;

new RuleTester().run("error-handling/no-fatal-outside-main", rule, {
  valid: [
    {
      name: "another level of zerolog",
      code: go("l.Error().Msg(`Fatal`)", {
        imports: ['zerolog "github.com/rs/zerolog"'],
        func: "f(l zerolog.Logger)",
      }),
      sites: [],
    },
    {
      name: "in main",
      code: go("os.Exit(1)", { name: "main", func: "main()" }),
      options: [{ mains: true }],
      sites: [{ verdict: "compliant", symbol: "main" }],
    },
    {
      name: "in main, where main packages count on neither side",
      code: go("os.Exit(1)", { name: "main", func: "main()" }),
      sites: exempt("main package"),
    },
    {
      name: "in a closure in main",
      code: go('defer func() { log.Fatal("a") }()', { name: "main", func: "main()" }),
      options: [{ mains: true }],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "elsewhere in a main package",
      code: go("os.Exit(1)", { name: "main" }),
      sites: exempt("main package"),
    },
    {
      name: "a program's package",
      code: go("os.Exit(1)"),
      filename: "m/cmd/app/run.go",
      sites: exempt("exempt path: cmd/**"),
    },
    {
      name: "tests",
      code: go("os.Exit(1)"),
      filename: "main_test.go",
      sites: exempt("test file"),
    },
    ...[
      ["init()", "init"],
      ["MustOpen()", "Must*"],
      ["openOrDie()", "*OrDie"],
      ["Fatalf()", "Fatal*"],
    ].map(([func = "", glob]) => ({
      name: `a function whose name says so: ${func}`,
      code: go("os.Exit(1)", { func }),
      sites: exempt(`allowed function: ${glob}`),
    })),
    {
      name: "the main of a child process",
      code: `package p\n\nimport (\n\t"os"\n\n\t"github.com/moby/sys/reexec"\n)\n\nfunc init() { reexec.Register("child", child) }\n\nfunc child() { os.Exit(1) }\n`,
      sites: exempt("main of a child process"),
    },
    {
      name: "the main of a child process by another name of the import",
      code: `package p\n\nimport (\n\t"os"\n\n\tre "go.podman.io/storage/pkg/reexec"\n)\n\nfunc init() { re.Register("child", child) }\n\nfunc child() { os.Exit(1) }\n`,
      sites: exempt("main of a child process"),
    },
    ...[
      ["after a receive", "<-c\n\t\tos.Exit(1)"],
      ["in a loop over the channel", "for range c {\n\t\t\tos.Exit(1)\n\t\t}"],
      [
        "in a select",
        "select {\n\t\tcase s := <-c:\n\t\t\tprintln(s)\n\t\t\tos.Exit(1)\n\t\t}",
      ],
    ].map(([name = "", body = ""]) => ({
      name: `on a signal: ${name}`,
      code: onSignal(body),
      sites: exempt("ends on a signal"),
    })),
    { name: "a print", code: go('log.Print("Fatal")'), sites: [] },
    {
      name: "a test's Fatal",
      code: go('t.Fatal("a")', { imports: ['. "testing"'], func: "f(t *T)" }),
      sites: [],
    },
    {
      name: "a method of the file's own",
      code: go("x{}.Exit(1)") + "\ntype x struct{}\n\nfunc (x) Exit(int) {}\n",
      sites: [],
    },
    {
      name: "a function of the file's own",
      code: go("Exit(1)") + "\nfunc Exit(int) {}\n",
      sites: [],
    },
    {
      name: "another function of the package",
      code: go('os.Remove("Exit")'),
      sites: [],
    },
    {
      name: "a local called os",
      code:
        go("os.Exit(1)", { imports: [], func: "f(os system)" }) +
        "\ntype system struct{}\n\nfunc (system) Exit(int) {}\n",
      sites: [],
    },
    { name: "a value, no call", code: go("exit := os.Exit; _ = exit"), sites: [] },
    {
      name: "a logger that cannot be read",
      code: go('x.New().Fatal("a")', { imports: ["example.com/x"] }),
      sites: [{ verdict: "undecided", reason: /not read/u }],
    },
    {
      name: "functions of the team's own alone",
      code: go("os.Exit(1)") + "// Die\n",
      options: [{ functions: ["team.Die"] }],
      sites: [],
    },
  ],
  invalid: [
    {
      name: "zerolog",
      code: go("l.Fatal().Send()", {
        imports: ['zerolog "github.com/rs/zerolog"'],
        func: "f(l zerolog.Logger)",
      }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "zerolog's package",
      code: go('log.Fatal().Msg("a")', { imports: ['log "github.com/rs/zerolog/log"'] }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    ...[
      ["klog.Exitf(`a`)", 'klog "k8s.io/klog/v2"'],
      ["logrus.Exit(1)", 'logrus "github.com/sirupsen/logrus"'],
      ["cobra.CheckErr(nil)", 'cobra "github.com/spf13/cobra"'],
    ].map(([call = "", path = ""]) => ({
      name: `ends the program: ${call}`,
      code: go(call, { imports: [path] }),
      errors: [{ messageId: "fatal" as const, line: 6, column: 2 }],
    })),
    {
      name: "in a method called init",
      code: go("os.Exit(1)", { func: "(x) init()" }) + "\ntype x int\n",
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "beside the main of a child process",
      code: `package p\n\nimport (\n\t"os"\n\n\t"github.com/moby/sys/reexec"\n)\n\nfunc init() { reexec.Register("child", child) }\n\nfunc child() {}\n\nfunc other() { os.Exit(1) }\n`,
      errors: [{ messageId: "fatal", line: 13, column: 16 }],
    },
    {
      name: "a variable called reexec that registers something else",
      code: `package p\n\nimport "os"\n\nvar reexec registry\n\ntype registry struct{}\n\nfunc (registry) Register(string, func()) {}\n\nfunc init() { reexec.Register("child", child) }\n\nfunc child() { os.Exit(1) }\n`,
      errors: [{ messageId: "fatal", line: 13, column: 16 }],
    },
    ...[
      ["before the receive", "os.Exit(1)\n\t\t<-c", 11],
      ["after another channel's", "<-d\n\t\tos.Exit(1)", 12],
      [
        "in another case",
        "select {\n\t\tcase <-c:\n\t\tcase <-d:\n\t\t\tos.Exit(1)\n\t\t}",
        14,
      ],
    ].map(([name, body, line]) => ({
      name: `beside a signal: ${String(name)}`,
      code: onSignal(String(body)),
      errors: [{ messageId: "fatal" as const, line: Number(line) }],
    })),
    {
      name: "a function whose name says so, if none may",
      code: go("os.Exit(1)", { func: "MustOpen()" }),
      options: [{ inFunctions: [] }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a function whose name has such a word in it",
      code: go("os.Exit(1)", { func: "closeOrDieTrying()" }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "an exit",
      code: go("os.Exit(1)"),
      errors: [
        {
          message:
            "Return an error instead of calling 'os.Exit': it ends the program, and no deferred call runs.",
          line: 6,
          column: 2,
          endColumn: 12,
        },
      ],
    },
    {
      name: "a fatal log",
      code: go('log.Fatal("a")'),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a format",
      code: go('log.Fatalf("a %d", 1)'),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a line",
      code: go('log.Fatalln("a")'),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a logger's",
      code: go('log.Default().Fatal("a")'),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "logrus",
      code: go('log.Fatal("a")', { imports: logrus }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a chain of logrus",
      code: go('log.WithField("a", 1).WithError(nil).Fatalf("a")', { imports: logrus }),
      errors: [{ message: /'log\.WithField\("a", 1\)\.WithError\(nil\)\.Fatalf'/u }],
    },
    {
      name: "zap",
      code: go('zap.L().Fatal("a")', { imports: ["go.uber.org/zap"] }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "klog",
      code: go('klog.Fatalf("a")', { imports: ['klog "k8s.io/klog/v2"'] }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "an alias",
      code: go("sys.Exit(1)", { imports: ['sys "os"'] }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a dot import",
      code: go("Exit(1)", { imports: ['. "os"'] }),
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a method called main",
      code: go("os.Exit(1)", { name: "main", func: "(x) main()" }) + "\ntype x struct{}\n",
      options: [{ mains: true }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "elsewhere in a main package, if asked for",
      code: go("os.Exit(1)", { name: "main" }),
      options: [{ mains: true }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a program's package, if it is not allowed",
      code: go("os.Exit(1)"),
      filename: "cmd/a.go",
      options: [{ exemptPaths: [] }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "a function of the team's own",
      code: go("team.Die()", { imports: ["example.com/team"] }),
      options: [{ functions: ["team.Die"] }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
    {
      name: "tests, if asked for",
      code: go("os.Exit(1)"),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "fatal", line: 6, column: 2 }],
    },
  ],
});
