import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { go } from "./support/ignored-errors.ts";

new RuleTester().run("error-handling/no-ignored-errors, with a name for the error", rule, {
  valid: [],
  invalid: [
    ...[
      ["Open", "openErr"],
      ["HTTPGet", "httpGetErr"],
      ["URL", "urlErr"],
    ].map(([call = "", error = ""]) => {
      const file = (start: string) =>
        `${go(`${start}println(n)\n\terr := fail()\n\treturn err`, "f() error")}\nfunc ${call}() (int, error) { return 0, nil }\n`;
      return {
        name: `where 'err' is defined later, of a call of ${call}`,
        code: file(`n, _ := ${call}()\n\t`),
        errors: [
          {
            messageId: "blank" as const,
            suggestions: [
              {
                messageId: "check" as const,
                output: file(
                  `n, ${error} := ${call}()\n\tif ${error} != nil {\n\t\treturn ${error}\n\t}\n\t`,
                ),
              },
            ],
          },
        ],
      };
    }),
    ...[
      ["that meant the 'err' around it before", "err = fail()\n\t\t", "", "err"],
      ["that means the 'err' around it later", "", "\n\t\tprintln(err)", "twoErr"],
      ["that returns a value for a named result", "", "\n\t\treturn nil", "err"],
    ].map(([name = "", before = "", after = "", error = ""]) => {
      const block = (rest: string) =>
        go(`for {\n\t\t${before}${rest}\n\t\tprintln(n)${after}\n\t}`, "f() (err error)");
      return {
        name: `in a block ${name}`,
        code: block("n, _ := two()"),
        errors: [
          {
            messageId: "blank" as const,
            suggestions: [
              {
                messageId: "check" as const,
                output: block(
                  `n, ${error} := two()\n\t\tif ${error} != nil {\n\t\t\treturn ${error}\n\t\t}`,
                ),
              },
            ],
          },
        ],
      };
    }),
  ],
});
