import { RuleTester } from "@gopherwood/rule-tester";
import rule from "./rule.ts";

const go = (body: string) => `package p\n\nfunc f() {\n\t${body}\n}\n`;

new RuleTester().run("example/no-println", rule, {
  // Code that looks like a violation and is none. Each case has a word of the prefilter.
  valid: [
    {
      name: "a function that the package declares",
      code: `${go("println(1)")}\nfunc println(int) {}\n`,
      sites: [],
    },
    {
      name: "a method",
      code: `${go("t.println()")}\nvar t interface{ println() }\n`,
      sites: [],
    },
    { name: "a string", code: go('print("println(1)")'), sites: [] },
  ],
  invalid: [
    {
      name: "a call",
      code: go("println(1)"),
      errors: [{ messageId: "println", line: 4, column: 2, endLine: 4, endColumn: 12 }],
    },
  ],
});
