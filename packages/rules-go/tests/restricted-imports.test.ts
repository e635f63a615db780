import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-imports.ts";

const importing = (path: string, name = "") => `package p\n\nimport ${name}"${path}"\n`;
const options = [
  {
    restrictions: [
      {
        imports: ["io/ioutil"],
        message: "it is deprecated; use io and os",
        exempt: [{ files: ["legacy/**"], reason: "it is deleted next month" }],
      },
      {
        imports: ["example.com/db/**"],
        except: ["example.com/db/api"],
        message: "repositories alone talk to the database",
        replacement: "example.com/repository",
      },
    ],
  },
];

new RuleTester().run("go/restricted-imports", rule, {
  valid: [
    { name: "a path that begins alike", code: importing("io/ioutil2"), options, sites: [] },
    {
      name: "a path that is excepted",
      code: importing("example.com/db/api"),
      options,
      sites: [],
    },
    {
      name: "the package to import instead",
      code: importing("example.com/repository"),
      options,
      sites: [{ verdict: "compliant", line: 3, approach: "example.com/repository" }],
    },
    {
      name: "an exempt file",
      code: importing("io/ioutil"),
      filename: "legacy/a.go",
      options,
      sites: [{ verdict: "exempt", line: 3, reason: "it is deleted next month" }],
    },
    {
      name: "a path in a string",
      code: 'package p\n\nvar s = "io/ioutil"\n',
      options,
      sites: [],
    },
  ],
  invalid: [
    {
      name: "by any name",
      code: importing("io/ioutil", "old "),
      options,
      errors: [
        {
          message: "Do not import 'io/ioutil': it is deprecated; use io and os.",
          line: 3,
          column: 12,
        },
      ],
    },
    {
      name: "in the files that it is about, by the first that matches",
      code: importing("io/ioutil"),
      filename: "api/a.go",
      options: [
        {
          restrictions: [
            { imports: ["io/*"], files: ["db/**"], message: "one" },
            { imports: ["fmt", "io/*"], files: ["db/**", "api/**"], message: "two" },
            { imports: ["io/ioutil"], message: "three" },
          ],
        },
      ],
      errors: [{ message: "Do not import 'io/ioutil': two.", line: 3, column: 8 }],
    },
    {
      name: "with a replacement",
      code: importing("example.com/db/sql", "_ "),
      options,
      errors: [
        {
          messageId: "import",
          line: 3,
          suggestions: [
            { messageId: "replace", output: importing("example.com/repository", "_ ") },
          ],
        },
      ],
    },
  ],
});
