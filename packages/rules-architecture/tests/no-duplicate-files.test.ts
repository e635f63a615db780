import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-duplicate-files.ts";
import {
  compliant,
  copy,
  file,
  module,
  renamed,
  renamedCopy,
  steps,
} from "./support/duplicate-files.ts";

const NAME = "architecture/no-duplicate-files";

/** Returns a file that calls functions of an imported package. */
const callsOf = (name: string, alias: string, member: string) =>
  file(name)
    .replace("import (", `import (\n\t${alias} "example.com/lib"`)
    .replaceAll(/client\.Volume|machine\.Attach|fmt\.Errorf/gu, `${alias || "lib"}.${member}`);

new RuleTester().run(NAME, rule, {
  valid: [
    ...["", "other"].map((alias) => ({
      name: `calls of different functions of a package, as ${alias || "lib"}`,
      files: module({
        "a/a.go": callsOf("a", alias, "Open"),
        "bb/a.go": callsOf("bb", alias, "Close"),
      }),
      sites: { "a/a.go": compliant, "bb/a.go": compliant },
    })),
    {
      name: "files that have little in common are counted",
      files: module({ "a/a.go": file(), "b/b.go": file("b", steps(12, 40)) }),
      sites: { "a/a.go": compliant, "b/b.go": compliant },
    },
    {
      name: "small files are not compared",
      files: module({ "a/a.go": "package p\n", "b/b.go": "package p\n" }),
      sites: { "a/a.go": [], "b/b.go": [] },
    },
    {
      name: "files that are as small as the option says",
      files: module({ "a/a.go": file(), "b/b.go": renamed(file("b")) }),
      options: [{ minTokens: 2000 }],
    },
    {
      name: "less alike than the option says",
      files: module({ "a/a.go": file(), "b/b.go": file("b", steps(11)) }),
      options: [{ minSimilarity: 99 }],
      sites: { "a/a.go": compliant, "b/b.go": compliant },
    },
    {
      name: "half of the code in common",
      files: module({ "a/a.go": file(), "b/b.go": file("b", steps(6) + steps(6, 40)) }),
    },
    {
      name: "small files with other numbers",
      files: module({
        "a/a.go": file("a", steps(3)),
        "bb/a.go": file("bb", steps(3, 1)),
      }),
      sites: { "a/a.go": compliant, "bb/a.go": compliant },
    },
    {
      name: "files that register what their packages have",
      files: module(
        Object.fromEntries(
          ["fluentd", "syslog"].map((name) => [
            `${name}/register.go`,
            `package ${name}\n\nfunc init() {\n${"\tregister(name, New)\n".repeat(12)}}\n`,
          ]),
        ),
      ),
      sites: { "fluentd/register.go": compliant, "syslog/register.go": compliant },
    },
    {
      name: "very small files with the same code",
      files: module({
        "a/a.go": "package a\n\nfunc New() *A { return &A{} }\n",
        "bb/a.go": "package bb\n\nfunc New() *A { return &A{} }\n",
      }),
      sites: { "a/a.go": [], "bb/a.go": [] },
    },
    {
      name: "structs of the same shape with other tags",
      files: module(
        Object.fromEntries(
          ["disk", "machine"].map((what) => [
            `${what}/types.go`,
            `package ${what}\n\ntype Type struct {\n${Array.from({ length: 80 }, (_, at) => `\tF${at} string \`json:"${what}_${at}"\`\n`).join("")}}\n`,
          ]),
        ),
      ),
      sites: { "disk/types.go": compliant, "machine/types.go": compliant },
    },
  ],
  invalid: [
    {
      name: "small files with the same code in two packages",
      files: module({
        "a/a.go": file("a", steps(3)),
        "bb/a.go": file("bb", steps(3)),
        "bbbb/a.go": file("bb", steps(3)),
        "bbb/a.go": file("bbb", steps(3)).replace(
          "// Run moves",
          "// Run is for them.\n// It moves",
        ),
        "ccc/a.go": `// License.\n\n${file("a", steps(3)).replace('"fmt"', '"fmt"\n\t_ "os"')}`,
      }),
      errors: {
        "bb/a.go": [renamedCopy("a/a.go")],
        "bbb/a.go": [renamedCopy("a/a.go")],
        "bbbb/a.go": [copy("bb/a.go")],
        "ccc/a.go": [{ ...renamedCopy("a/a.go"), line: 3 }],
      },
      sites: { "a/a.go": compliant },
    },
    {
      name: "other names, comments and imports",
      files: module({
        "a/a.go": file(),
        "bb/a.go": renamed(file("enhanced"))
          .replace('"fmt"', '"fmt"\n\t_ "os"')
          .replace("// Run", "// Nothing.\n// Run"),
      }),
      errors: {
        "bb/a.go": [
          {
            messageId: "renamed",
            data: {
              original: "a/a.go",
              importers: "Nothing imports its package",
            },
          },
        ],
      },
    },
    {
      name: "much of the code in common",
      files: module({ "a/a.go": file(), "bb/a.go": renamed(file("enhanced", steps(11))) }),
      errors: {
        "bb/a.go": [
          {
            message:
              /^This file is 9\d % the same as 'a\/a\.go', apart from comments, imports and names: /u,
          },
        ],
      },
    },
    {
      name: "line ends of Windows",
      files: module({ "a/a.go": file(), "bb/a.go": file().replaceAll("\n", "\r\n") }),
      errors: { "bb/a.go": [copy("a/a.go")] },
    },
    {
      name: "in one package, with other names",
      files: module({ "a/live.go": file(), "a/enhanced_live.go": renamed(file()) }),
      errors: { "a/enhanced_live.go": [{ messageId: "renamed" }] },
    },
    {
      name: "less alike, if the option says so",
      files: module({ "a/a.go": file(), "bb/a.go": renamed(file("enhanced", steps(8))) }),
      options: [{ minSimilarity: 60 }],
      errors: { "bb/a.go": [{ messageId: "similar" }] },
    },
    {
      name: "small files that are the same",
      files: module({ "a/a.go": file("a", steps(3)), "bb/a.go": file("a", steps(3)) }),
      errors: { "bb/a.go": [copy("a/a.go")] },
    },
    {
      name: "without a module",
      files: { "x/a/a.go": file(), "x/a/b.go": file() },
      errors: { "x/a/b.go": [{ messageId: "identical" }] },
    },
  ],
});
