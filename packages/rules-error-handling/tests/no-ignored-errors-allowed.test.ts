import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { site } from "./support/ignored-errors.ts";

/** A module of go-kit's name, and a package that logs with it. */
const goKit = (body: string) => ({
  "go.mod": "module github.com/go-kit/log\n\ngo 1.24\n",
  "log.go":
    "package log\n\ntype Logger interface{ Log(keyvals ...any) error }\n\nfunc With(logger Logger, keyvals ...any) Logger { return logger }\n",
  "level/level.go":
    'package level\n\nimport "github.com/go-kit/log"\n\nfunc Info(logger log.Logger) log.Logger { return logger }\n',
  "app/f.go": `package app\n\nimport (\n\t"github.com/go-kit/log"\n\t"github.com/go-kit/log/level"\n)\n\ntype server struct{ logger log.Logger }\n\ntype journal struct{}\n\nfunc (journal) Log(entry string) error { return nil }\n\nfunc (s *server) f(j journal) {\n\t${body}\n}\n\nvar _, _ = log.With, level.Info\n`,
});

/** A module of Color's name, and a package that prints with it. */
const color = (body: string) => ({
  "go.mod": "module github.com/fatih/color\n\ngo 1.24\n",
  "color.go":
    'package color\n\nimport "io"\n\ntype Color struct{}\n\nfunc New() *Color { return nil }\n\nfunc (*Color) Println(a ...any) (n int, err error) { return 0, nil }\n\nfunc (*Color) Fprintln(w io.Writer, a ...any) (n int, err error) { return 0, nil }\n',
  "app/f.go": `package app\n\nimport (\n\t"os"\n\n\t"github.com/fatih/color"\n)\n\nfunc f(file *os.File) {\n\tbold := color.New()\n\t${body}\n}\n`,
});

new RuleTester().run("error-handling/no-ignored-errors, of what may fail by default", rule, {
  valid: [
    ...[
      's.logger.Log("msg", "started")',
      'level.Info(s.logger).Log("msg", "started")',
      'log.With(s.logger, "a", 1).Log("msg", "started")',
    ].map((call) => ({
      name: `a line of go-kit's log: ${call}`,
      files: goKit(call),
      sites: { "app/f.go": [site("exempt", "allowed: github.com/go-kit/log.Logger.Log")] },
    })),
    {
      name: "a print in colors",
      files: color('bold.Println("a")'),
      sites: {
        "app/f.go": [site("exempt", "allowed: github.com/fatih/color.Color.Print*")],
      },
    },
    ...["fmt.Fprintln(w, 1)", 'io.WriteString(w, "a")'].map((call) => ({
      name: `a write to a writer whose type is not known: ${call}`,
      code: `package p\n\nimport (\n\t"fmt"\n\t"io"\n\n\t"example.com/far/live"\n)\n\nfunc f() {\n\tw := live.New()\n\t${call}\n}\n\nvar _, _ = fmt.Fprintln, io.WriteString\n`,
      sites: [site("undecided", /live/u)],
    })),
    {
      name: "a print to Cobra's output, whose module is not there",
      code: 'package p\n\nimport (\n\t"fmt"\n\n\t"github.com/spf13/cobra"\n)\n\nfunc f(c *cobra.Command) {\n\tfmt.Fprintln(c.OutOrStderr(), 1)\n}\n',
      sites: [site("exempt", "allowed writer: io.Writer")],
    },
  ],
  invalid: [
    {
      name: "a write to a writer whose type is not known, where none is allowed",
      options: [{ writers: [] }],
      code: 'package p\n\nimport (\n\t"fmt"\n\n\t"example.com/far/live"\n)\n\nfunc f() {\n\tw := live.New()\n\tfmt.Fprintln(w, 1)\n}\n',
      errors: [{ messageId: "ignored", line: 11, column: 2 }],
    },
    {
      name: "an entry of a journal of one's own",
      files: goKit('j.Log("started")'),
      errors: { "app/f.go": [{ messageId: "ignored", line: 15, column: 2 }] },
    },
    {
      name: "a write to a file in colors",
      files: color('bold.Fprintln(file, "a")'),
      errors: { "app/f.go": [{ messageId: "ignored", line: 11, column: 2 }] },
    },
  ],
});
