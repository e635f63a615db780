import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-deprecated-imports.ts";

const NAME = "architecture/no-deprecated-imports";

const importing = (path: string, name = "") =>
  `package p\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;
const OLD = "example.com/app/old";
const NEW = "example.com/app/new";
const options = [
  {
    packages: [
      { path: `${OLD}/**`, reason: "since 2025-09-03", instead: NEW },
      { path: "github.com/pkg/errors" },
    ],
  },
];
const suggestion = (quoted: string, name = "") => [
  { messageId: "replace" as const, output: importing(NEW, name).replace(`"${NEW}"`, quoted) },
];
const replaced = (path: string, name = "") => ({
  name: `${name || "a"} import`,
  code: importing(path, name),
  options,
  errors: [
    { messageId: "replaced" as const, line: 3, suggestions: suggestion(`"${NEW}"`, name) },
  ],
});

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the new package is counted",
      code: importing(NEW),
      options,
      sites: [{ verdict: "compliant", line: 3 }],
    },
    { name: "below the new package", code: importing(`${NEW}/${OLD}`), options, sites: [] },
    {
      name: "a path that begins alike",
      code: importing("example.com/app/older"),
      options,
      sites: [],
    },
    {
      name: "a path that ends alike",
      code: importing(`mirror.example.com/${OLD}`),
      options,
      sites: [],
    },
    {
      name: "one exact package",
      code: importing("github.com/pkg/errors/x"),
      options,
      sites: [],
    },
    { name: "a path in a comment", code: `package p\n\n// import "${OLD}"\n`, options },
    { name: "a path in a string", code: `package p\n\nvar s = "${OLD}"\n`, options },
    { name: "the standard library", code: `package p // ${OLD}\n\nimport "errors"\n`, options },
    {
      name: "tests, if they are let pass",
      code: importing(OLD),
      filename: "a_test.go",
      options: [{ packages: [{ path: OLD }], tests: false }],
      sites: [{ verdict: "exempt", line: 3, reason: "test file" }],
    },
    {
      name: "a path that may",
      code: importing(OLD),
      filename: "compat/a.go",
      options: [{ packages: [{ path: OLD }], exemptPaths: ["compat/**"] }],
      sites: [{ verdict: "exempt", reason: "exempt path: compat/**" }],
    },
    {
      name: "retired packages among themselves",
      files: {
        "go.mod": "module example.com/app\n",
        "old/a.go": `package old\n\nimport "${OLD}/disks"\n`,
        "old/disks/a.go": "package disks\n",
      },
      options,
      sites: {
        "old/a.go": [
          { verdict: "exempt", line: 3, reason: "the importing package is retired itself" },
        ],
      },
    },
    {
      name: "a glob for one element",
      code: importing("example.com/x/v1/y"),
      options: [{ packages: [{ path: "example.com/*/v1" }] }],
    },
    {
      name: "a new package that is not there yet",
      code: importing("example.com/app/newer"),
      options: [{ packages: [{ path: OLD, instead: "example.com/app/new" }] }],
      sites: [],
    },
  ],
  invalid: [
    {
      name: "with a replacement",
      code: importing(OLD),
      options,
      errors: [
        {
          message: `Import '${NEW}' instead of '${OLD}', which is retired (since 2025-09-03).`,
          line: 3,
          column: 8,
          endColumn: 8 + OLD.length + 2,
          suggestions: suggestion(`"${NEW}"`),
        },
      ],
      sites: [{ verdict: "violation", messageId: "replaced", subject: `"${OLD}"` }],
    },
    {
      name: "without one",
      code: importing("github.com/pkg/errors"),
      options,
      errors: ["Do not import 'github.com/pkg/errors', which is retired."],
      sites: [{ verdict: "violation", noFixReason: "no package takes its place" }],
    },
    replaced(`${OLD}/disks`),
    replaced(OLD, "o "),
    replaced(OLD, "_ "),
    {
      name: "a dot import",
      code: importing(OLD, ". "),
      options,
      errors: [{ messageId: "replaced", line: 3, suggestions: [] }],
      sites: [
        {
          verdict: "violation",
          noFixReason: "what a dot import declares is used without its name",
        },
      ],
    },
    {
      name: "the file imports the successor already",
      code: `package p\n\nimport (\n\t"${OLD}"\n\t"${NEW}"\n)\n\nvar _ = old.X + new.X\n`,
      options,
      errors: [{ messageId: "replaced", line: 4, suggestions: [] }],
      sites: [
        { verdict: "violation", noFixReason: "the file imports its successor already" },
        { verdict: "compliant" },
      ],
    },
    {
      name: "two imports with one successor",
      code: `package p\n\nimport (\n\ta "${OLD}/a"\n\tb "${OLD}/b"\n)\n`,
      options,
      errors: [
        {
          messageId: "replaced",
          line: 4,
          suggestions: [
            {
              messageId: "replace",
              output: `package p\n\nimport (\n\ta "${NEW}"\n\tb "${OLD}/b"\n)\n`,
            },
          ],
        },
        { messageId: "replaced", line: 5, suggestions: [] },
      ],
      sites: [
        { verdict: "violation" },
        {
          verdict: "violation",
          noFixReason: "another import of the file has the same successor",
        },
      ],
    },
    {
      name: "a successor of the same name",
      code: `${importing(OLD)}\nvar v old.Volume = old.Open()\n`,
      options: [{ packages: [{ path: OLD, instead: "example.com/app/v2/old" }] }],
      errors: [
        {
          messageId: "replaced",
          suggestions: [
            {
              messageId: "replace",
              output: `${importing("example.com/app/v2/old")}\nvar v old.Volume = old.Open()\n`,
            },
          ],
        },
      ],
    },
    {
      name: "a successor of another name",
      code: `${importing(OLD)}\nvar v old.Volume = old.Open()\n`,
      options,
      errors: [
        {
          messageId: "replaced",
          suggestions: [
            {
              messageId: "replace",
              output: `${importing(NEW, "old ")}\nvar v old.Volume = old.Open()\n`,
            },
          ],
        },
      ],
    },
    ...["type Volume struct{}\n\nfunc Open() {}\n", "func Open() {}\n"].map((declarations) => {
      const code = `package p\n\nimport "${OLD}"\n\nvar v old.Volume = old.Open()\n`;
      const output = code.replace(`"${OLD}"`, `old "${NEW}"`);
      const suggestions = declarations.startsWith("type")
        ? [{ messageId: "replace" as const, output }]
        : [];
      return {
        name: `a successor with ${declarations}`,
        files: {
          "go.mod": "module example.com/app\n",
          "a/a.go": code,
          "new/a.go": `package new\n\n${declarations}`,
        },
        options,
        errors: { "a/a.go": [{ messageId: "replaced" as const, suggestions }] },
      };
    }),
    {
      name: "raw quotes",
      code: importing(OLD).replaceAll('"', "`"),
      options,
      errors: [{ messageId: "replaced", suggestions: suggestion(`"${NEW}"`) }],
    },
    {
      name: "tests",
      code: importing("github.com/pkg/errors"),
      filename: "a_test.go",
      options,
      errors: [{ messageId: "retired", line: 3, column: 8 }],
    },
    {
      name: "several of a group",
      code: `package p\n\nimport (\n\t"${OLD}/a"\n\t"fmt"\n\t"github.com/pkg/errors"\n)\n`,
      options: [{ packages: [{ path: `${OLD}/**` }, { path: "github.com/pkg/errors" }] }],
      errors: [
        { messageId: "retired", line: 4 },
        { messageId: "retired", line: 6 },
      ],
    },
    {
      name: "the first that means it says why",
      code: importing(OLD),
      options: [
        {
          packages: [
            { path: OLD, reason: "one" },
            { path: "example.com/**", reason: "two" },
          ],
        },
      ],
      errors: [{ message: `Do not import '${OLD}', which is retired (one).` }],
    },
    {
      name: "alternatives",
      code: importing("example.com/b/x"),
      options: [{ packages: [{ path: "example.com/{a,b}/**" }] }],
      errors: [{ messageId: "retired", line: 3, column: 8 }],
    },
    {
      name: "the glob of all below",
      code: importing("example.com/a/x/b"),
      options: [{ packages: [{ path: "example.com/**/b" }] }],
      errors: [{ messageId: "retired", line: 3, column: 8 }],
    },
    {
      name: "a package of the module",
      files: {
        "go.mod": "module example.com/app\n",
        "a/a.go": `package a\n\nimport "${OLD}"\n`,
        "old/old.go": "package old\n",
      },
      options: [{ packages: [{ path: OLD }] }],
      errors: { "a/a.go": [{ messageId: "retired", line: 3 }] },
    },
  ],
});
