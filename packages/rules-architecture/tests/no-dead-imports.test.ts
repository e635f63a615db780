import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-dead-imports.ts";
import { DEAD, dead, importing, module, site } from "./support/dead-imports.ts";

const NAME = "architecture/no-dead-imports";

const NO_PACKAGE = "no single package of the tree has that name";

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "a package of the module is counted",
      files: module({ "internal/failover/a.go": "package failover\n" }, DEAD),
      sites: site("compliant"),
    },
    {
      name: "the module's own package",
      files: {
        "go.mod": "module example.com/app\n",
        "a.go": "package app\n",
        "cmd/main.go": importing("example.com/app"),
      },
      sites: { "cmd/main.go": [{ verdict: "compliant" }] },
    },
    { name: "the standard library", files: module({}, "fmt"), sites: { "main.go": [] } },
    { name: "another module", files: module({}, "github.com/x/y"), sites: { "main.go": [] } },
    {
      name: "a path that begins like the module's",
      files: module({}, "example.com/application/x"),
      sites: { "main.go": [] },
    },
    { name: "in no module", code: importing(DEAD), sites: [] },
    {
      name: "the package's tests beside its files",
      files: module(
        {
          "internal/failover/a.go": "package failover\n",
          "internal/failover/a_test.go": "package failover\n",
        },
        DEAD,
      ),
      sites: site("compliant"),
    },
    {
      name: "a path in a comment",
      files: {
        "go.mod": "module example.com/app\n",
        "a.go": `package a\n\n// import "${DEAD}"\n`,
      },
    },
    {
      name: "a relative import",
      files: module({}, "./nowhere"),
      sites: { "main.go": [] },
    },
    {
      name: "a testdata file",
      files: { "go.mod": "module example.com/app\n", "testdata/a.go": importing(DEAD) },
      filename: "testdata/a.go",
      sites: [{ verdict: "undecided", reason: "the file is not a part of the module's tree" }],
    },
  ],
  invalid: [
    {
      name: "no such directory",
      files: module({}, DEAD),
      errors: {
        "main.go": [
          {
            message: `No directory of its module has the package '${DEAD}': import it from where it is now, or remove what needs it.`,
            line: 3,
          },
        ],
      },
      sites: { "main.go": [{ verdict: "violation", messageId: "dead" }] },
    },
    {
      name: "a directory without files",
      files: module({ "internal/failover/deep/a.go": "package deep\n" }, DEAD),
      errors: { "main.go": dead },
    },
    {
      name: "a directory with tests alone",
      files: module({ "internal/failover/a_test.go": "package failover\n" }, DEAD),
      errors: { "main.go": [{ messageId: "testsOnly", line: 3 }] },
    },
    {
      name: "a package that moved",
      files: module({ "oma/failover/a.go": "package failover\n" }, DEAD),
      errors: {
        "main.go": [
          {
            messageId: "dead",
            suggestions: [
              { messageId: "moved", output: importing("example.com/app/oma/failover") },
            ],
          },
        ],
      },
    },
    {
      name: "two that it may have moved to",
      files: module(
        { "a/failover/a.go": "package failover\n", "b/failover/b.go": "package failover\n" },
        DEAD,
      ),
      errors: { "main.go": dead },
    },
    {
      name: "a directory of that name with another package",
      files: module({ "oma/failover/a.go": "package other\n" }, DEAD),
      errors: { "main.go": dead },
    },
    {
      name: "an alias",
      files: { "go.mod": "module example.com/app\n", "main.go": importing(DEAD, "old ") },
      errors: { "main.go": [{ messageId: "dead", column: 12 }] },
    },
    {
      name: "a blank import",
      files: { "go.mod": "module example.com/app\n", "main.go": importing(DEAD, "_ ") },
      errors: { "main.go": [{ messageId: "dead", column: 10 }] },
    },
    {
      name: "a test's import",
      files: { "go.mod": "module example.com/app\n", "a_test.go": importing(DEAD) },
      errors: { "a_test.go": dead },
    },
    {
      name: "one of a group",
      files: {
        "go.mod": "module example.com/app\n",
        "a/a.go": "package a\n",
        "main.go": `package main\n\nimport (\n\t"example.com/app/a"\n\t"example.com/app/b"\n)\n`,
      },
      errors: { "main.go": [{ messageId: "dead", line: 5 }] },
      sites: {
        "main.go": [
          { verdict: "compliant", line: 4 },
          { verdict: "violation", line: 5 },
        ],
      },
    },
    {
      name: "the module's own directory without files",
      files: {
        "go.mod": "module example.com/app\n",
        "cmd/main.go": importing("example.com/app"),
      },
      errors: { "cmd/main.go": [{ messageId: "dead" }] },
    },
    ...(
      [
        [
          "in an internal directory",
          { "oma/internal/failover/a.go": "package failover\n" },
          NO_PACKAGE,
        ],
        [
          "in a directory of another name",
          { "oma/other/a.go": "package failover\n" },
          NO_PACKAGE,
        ],
        [
          "in a module that is not required",
          {
            "oma/go.mod": "module example.com/oma\n",
            "oma/failover/a.go": "package failover\n",
          },
          NO_PACKAGE,
        ],
        [
          "that the file imports already",
          {
            "oma/failover/a.go": "package failover\n",
            "main.go": `package main\n\nimport "${DEAD}"\nimport "example.com/app/oma/failover"\n`,
          },
          "the file imports its successor already",
        ],
        [
          "that has no such function",
          {
            "oma/failover/a.go": "package failover\n",
            "main.go": `${importing(DEAD)}\nvar _ = failover.Run()\n`,
          },
          "its successor has no 'Run'",
        ],
      ] as const
    ).map(([where, files, noFixReason]) => ({
      name: `a package of that name ${where}`,
      files: module(files, DEAD),
      errors: { "main.go": [{ messageId: "dead" as const, line: 3, suggestions: [] }] },
      sites: {
        "main.go": [
          { verdict: "violation" as const, noFixReason },
          ...(noFixReason.includes("already") ? [{ verdict: "compliant" as const }] : []),
        ],
      },
    })),
  ],
});
