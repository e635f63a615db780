import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-error-wrapping.ts";
import { go } from "./support/error-wrapping.ts";

const errorf = (args: string) => go(`return fmt.Errorf(${args})`);

new RuleTester().run("error-handling/require-error-wrapping, with formats", rule, {
  valid: [
    ...['"%[1]v", err', '"%-[1]v", err', '"a" + name, err', "name + `%v`, err"].map((args) => ({
      name: `a format that is not read: ${args}`,
      code: errorf(args),
      sites: [{ verdict: "undecided" as const, reason: "the format is not known" }],
    })),
    ...[
      '"%[1]s", name',
      '"%v"',
      "",
      '"%.*v", err',
      '"%*v", err',
      '"%%v", err',
      '"%d", err',
    ].map((args) => ({ name: `no error is printed: ${args}`, code: errorf(args), sites: [] })),
    {
      name: "a format that has one of two values",
      code: go(
        'format := "a: %v"\n\tif name == "" {\n\t\tformat = "%v"\n\t}\n\treturn fmt.Errorf(format, err)',
      ),
      sites: [{ verdict: "undecided", reason: "the format is not known" }],
    },
  ],
  invalid: [
    ['"%.*f: %v", 2, 1.5, err', '"%.*f: %w", 2, 1.5, err'],
    ['"%*.*f: %v", 5, 2, 1.5, err', '"%*.*f: %w", 5, 2, 1.5, err'],
    [
      '"%5.2f %-5d %#x % d %+d %v", 1, 2, 3, 4, 5, err',
      '"%5.2f %-5d %#x % d %+d %w", 1, 2, 3, 4, 5, err',
    ],
    ['("a: %v"), err', '("a: %w"), err'],
    ['("a" + ("b" + `: %v`)), err', '("a" + ("b" + `: %w`)), err'],
    ['"%s" + "%d %v", name, 1, err', '"%s" + "%d %w", name, 1, err'],
  ].map(([before = "", after = ""]) => ({
    name: `printed with ${before}`,
    code: errorf(before),
    errors: [
      {
        messageId: "verb" as const,
        line: 8,
        suggestions: [{ messageId: "wrap" as const, output: errorf(after) }],
      },
    ],
  })),
});
