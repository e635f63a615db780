import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-dead-imports.ts";

const NAME = "architecture/no-dead-imports";

const importing = (path: string, name = "") =>
  `package main\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;
const module = (files: Record<string, string>, path: string, goMod = "") => ({
  "go.mod": `module example.com/app\n${goMod}`,
  "main.go": importing(path),
  ...files,
});
const DEAD = "example.com/app/internal/failover";
const site = (verdict: "compliant" | "exempt" | "undecided", reason?: string | RegExp) => ({
  "main.go": [{ verdict, line: 3, ...(reason !== undefined && { reason }) }],
});
const NO_PACKAGE = "no single package of the tree has that name";
const dead = [
  { messageId: "dead" as const, line: 3, column: 8, endColumn: 8 + DEAD.length + 2 },
];

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
    {
      name: "a nested module that a replacement leads to",
      files: module(
        {
          "pkg/apis/go.mod": "module example.com/app/pkg/apis\n",
          "pkg/apis/v3/a.go": "package v3\n",
        },
        "example.com/app/pkg/apis/v3",
        "\nrequire example.com/app/pkg/apis v0.0.0\n\nreplace example.com/app/pkg/apis => ./pkg/apis\n",
      ),
      sites: site("compliant"),
    },
    {
      name: "a nested module that is not at hand",
      files: module(
        {},
        "example.com/app/pkg/apis/v3",
        "\nrequire (\n\texample.com/app/pkg/apis v1.2.3\n)\n",
      ),
      sites: site(
        "undecided",
        "it belongs to the module example.com/app/pkg/apis, which is not at hand",
      ),
    },
    {
      name: "what a build makes of other files",
      files: module({ "internal/failover/service.proto": "" }, DEAD),
      sites: site(
        "undecided",
        /a build may make its Go files: its directory has service.proto/u,
      ),
    },
    {
      name: "what a build makes, as an option",
      files: module({}, DEAD),
      options: [{ generated: ["example.com/app/internal/failover/**"] }],
      sites: site("exempt", "made by a build: example.com/app/internal/failover/**"),
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
      name: "a vendored package",
      files: module(
        { "vendor/modules.txt": "", "vendor/example.com/app/shared/a.go": "package shared\n" },
        "example.com/app/shared",
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
    ...[
      { ".gitignore": "/internal/failover/\n" },
      { ".gitignore": "failover\n" },
      { ".gitignore": "internal/failover/*.go\n" },
      { ".gitignore": "*.go\n", "internal/.gitignore": "!*.txt\n" },
      { "internal/.gitignore": "failover/\n" },
    ].map((files) => ({
      name: `what .gitignore lists: ${JSON.stringify(files)}`,
      files: module(files, DEAD),
      sites: site(
        "undecided",
        "a build may make it: .gitignore lists its files, which are not there",
      ),
    })),
    {
      name: "what a go:generate comment names",
      files: module(
        {
          "api/api.go":
            "package api\n\n//go:generate mockgen -destination=../internal/failover/api.go -package failover . API\n",
        },
        DEAD,
      ),
      sites: site(
        "undecided",
        "a build may make it: a go:generate comment of api/api.go names it",
      ),
    },
    {
      name: "tests in a directory whose other files are made by a build",
      files: module(
        {
          ".gitignore": "internal/failover/*.go\n!*_test.go\n",
          "internal/failover/a_test.go": "package failover\n",
        },
        DEAD,
      ),
      sites: site("undecided", /\.gitignore/u),
    },
    {
      name: "packages of other modules that are there",
      files: {
        "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
        "a/go.mod": "module example.com/a\n",
        "a/a.go": importing("example.com/b/util"),
        "b/go.mod": "module example.com/b\n",
        "b/util/util.go": "package util\n",
        "c/go.mod": "module example.com/c\n\nreplace example.com/b => ../b\n",
        "c/c.go": importing("example.com/b/util"),
      },
      sites: {
        "a/a.go": [{ verdict: "compliant", line: 3 }],
        "c/c.go": [{ verdict: "compliant", line: 3 }],
      },
    },
    {
      name: "modules that are not at hand",
      files: {
        "a/go.mod":
          "module example.com/a\n\nrequire (\n\texample.com/b v1.0.0\n\texample.com/c v1.0.0\n\texample.com/e v1.0.0\n)\n\nreplace (\n\texample.com/c => ../c\n\texample.com/e => example.com/f v1.0.0\n)\n",
        "a/a.go":
          'package a\n\nimport (\n\t_ "example.com/b/gone"\n\t_ "example.com/c/gone"\n\t_ "example.com/d/gone"\n\t_ "example.com/e/gone"\n)\n',
        "b/go.mod": "module example.com/b\n",
        "b/b.go": "package b\n",
      },
      sites: { "a/a.go": [] },
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
      name: "a nested module that nothing leads to",
      files: module(
        { "pkg/go.mod": "module example.com/other\n", "pkg/a.go": "package pkg\n" },
        "example.com/app/pkg",
      ),
      errors: { "main.go": [{ messageId: "dead" }] },
    },
    {
      name: "the module's own directory without files",
      files: {
        "go.mod": "module example.com/app\n",
        "cmd/main.go": importing("example.com/app"),
      },
      errors: { "cmd/main.go": [{ messageId: "dead" }] },
    },
    {
      name: "generated packages that it is not",
      files: module({}, DEAD),
      options: [{ generated: ["internal/failover"] }],
      errors: { "main.go": dead },
    },
    {
      name: "a package of another module that is not there",
      files: {
        "go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
        "a/go.mod": "module example.com/a\n",
        "a/a.go": importing("example.com/b/gone"),
        "b/go.mod": "module example.com/b\n",
        "b/b.go": "package b\n",
        "c/go.mod":
          "module example.com/c\n\nrequire example.com/b v1.0.0\n\nreplace example.com/b v1.0.0 => ../b\n",
        "c/c.go": importing("example.com/b/gone"),
      },
      errors: {
        "a/a.go": [{ messageId: "dead", line: 3, column: 8 }],
        "c/c.go": [{ messageId: "dead", line: 3, column: 8 }],
      },
    },
    {
      name: "a nested module that is at hand and has no such package",
      files: module(
        {
          "pkg/go.mod": "module example.com/app/pkg\n",
          "pkg/v3/a.go": "package v3\n",
        },
        "example.com/app/pkg/v4",
        "\nrequire example.com/app/pkg v0.0.0\n\nreplace example.com/app/pkg => ./pkg\n",
      ),
      errors: { "main.go": [{ messageId: "dead", line: 3 }] },
    },
    {
      name: "a source of Go files beside one",
      files: module(
        {
          "oma/failover.proto": "",
          "internal/failover/a.proto": "",
          "internal/failover/_a.go": "package failover\n",
        },
        DEAD,
      ),
      errors: { "main.go": dead },
    },
    {
      name: "a go:generate comment that names something else",
      files: module(
        {
          "api/api.go": "package api\n\n//go:generate stringer -type=failoverState\n",
          "api/b.go": "package api\n\n// go:generate mockgen -package failover\n",
        },
        DEAD,
      ),
      errors: { "main.go": dead },
    },
    ...[
      { ".gitignore": "/failover/\n" },
      { ".gitignore": "*.pb.go\n" },
      { ".gitignore": "internal/\n!internal/\n" },
      { "oma/.gitignore": "failover/\n" },
    ].map((files) => ({
      name: `.gitignore lists something else: ${JSON.stringify(files)}`,
      files: module(files, DEAD),
      errors: { "main.go": dead },
    })),
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
