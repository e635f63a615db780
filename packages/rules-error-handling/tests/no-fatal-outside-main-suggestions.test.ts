import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-fatal-outside-main.ts";
import { go } from "./support/fatal.ts";

const NO_MESSAGE = "there is neither an error nor a message to return";

new RuleTester().run("error-handling/no-fatal-outside-main", rule, {
  valid: [],
  invalid: [
    {
      name: "where an error can be returned",
      code: go("log.Fatal(err)", { func: "f(err error) (int, error)" }),
      errors: [
        {
          messageId: "fatal",
          suggestions: [
            {
              messageId: "return",
              output: "package p\n\nfunc f(err error) (int, error) {\n\treturn 0, err\n}\n",
            },
          ],
        },
      ],
    },
    ...[
      ["log.Default().Fatalf(`a %d`, 1)", 'import "fmt"', "fmt.Errorf(`a %d`, 1)"],
      ["log.Fatalf(`a`)", 'import "errors"', "errors.New(`a`)"],
      ["log.Fatalf(`100 %%`)", 'import "fmt"', "fmt.Errorf(`100 %%`)"],
      ["log.Fatalf(`a %d: %s`, 1, err)", 'import "fmt"', "fmt.Errorf(`a %d: %w`, 1, err)"],
      ["log.Fatalf(`a %q`, err)", 'import "fmt"', "fmt.Errorf(`a %q`, err)"],
      ["log.Fatal(`a`)", 'import "errors"', "errors.New(`a`)"],
    ].map(([call = "", imports = "", error = ""]) => ({
      name: `returned instead of ${call}`,
      code: go(call, { func: "f(err error) error" }),
      errors: [
        {
          messageId: "fatal" as const,
          suggestions: [
            {
              messageId: "return" as const,
              output: `package p\n\n${imports}\n\nfunc f(err error) error {\n\treturn ${error}\n}\n`,
            },
          ],
        },
      ],
    })),
    ...[
      [
        "a logger that nothing else uses",
        "l := log.Default()\n\tl.Fatal(`a`)",
        "a variable would be left unused",
      ],
      ["a format that is not known", "log.Fatalf(err.Error())", NO_MESSAGE],
      ["several values", "log.Fatal(1, err)", NO_MESSAGE],
      ["nothing said", "log.Fatal()", NO_MESSAGE],
      ["an exit", "os.Exit(1)", NO_MESSAGE],
      ["code after it", "log.Fatal(err)\n\treturn nil", "code follows it"],
      ["deferred", "defer log.Fatal(err)", "it is no statement of its own"],
    ].map(([name = "", body = "", noFixReason = ""]) => ({
      name: `not returned: ${name}`,
      code: go(body, { func: "f(err error) error" }),
      errors: [{ messageId: "fatal" as const, suggestions: [] }],
      sites: [{ verdict: "violation" as const, noFixReason }],
    })),
    {
      name: "a logger that something else uses",
      code: go("l := log.Default()\n\tl.Print(1)\n\tl.Fatal(`a`)", { func: "f() error" }),
      errors: [
        {
          messageId: "fatal",
          line: 8,
          suggestions: [
            {
              messageId: "return",
              output:
                'package p\n\nimport (\n\t"errors"\n\t"log"\n)\n\nfunc f() error {\n\tl := log.Default()\n\tl.Print(1)\n\treturn errors.New(`a`)\n}\n',
            },
          ],
        },
      ],
    },
    ...["glog.FatalDepthf(1, `a %s`, p)", "glog.FatalContextf(ctx, `a %s`, p)"].map((call) => ({
      name: `not returned: ${call}`,
      code: go(call, {
        imports: ["context", "github.com/golang/glog"],
        func: "f(ctx context.Context, p string) error",
      }),
      errors: [{ messageId: "fatal" as const, line: 6 }],
      sites: [{ verdict: "violation" as const, noFixReason: NO_MESSAGE }],
    })),
    {
      name: "a format where an error can be returned",
      code: go('log.Fatalf("a: %v", err)', { func: "f(err error) error" }),
      errors: [
        {
          messageId: "fatal",
          suggestions: [
            {
              messageId: "return",
              output:
                'package p\n\nimport "fmt"\n\nfunc f(err error) error {\n\treturn fmt.Errorf("a: %w", err)\n}\n',
            },
          ],
        },
      ],
    },
  ],
});
