import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-duplicate-files.ts";
import { compliant, copy, file, module, renamed } from "./support/duplicate-files.ts";

const NAME = "architecture/no-duplicate-files";

new RuleTester().run(NAME, rule, {
  valid: [],
  invalid: [
    {
      name: "the same file twice: the longer path is the copy",
      files: module({ "failover/a.go": file(), "internal/failover/a.go": file() }),
      errors: {
        "internal/failover/a.go": [
          {
            message:
              "This file is the same as 'failover/a.go': keep one of them, or move what they share to one place. Nothing imports its package.",
            line: 1,
            column: 1,
            endColumn: 17,
          },
        ],
      },
      sites: {
        "failover/a.go": compliant,
        "internal/failover/a.go": [{ verdict: "violation", messageId: "identical" }],
      },
    },
    {
      name: "the copy is the one that is less imported",
      files: module({
        "failover/a.go": file(),
        "internal/failover/a.go": file(),
        "main.go": 'package main\n\nimport _ "example.com/app/internal/failover"\n',
      }),
      errors: { "failover/a.go": [copy("internal/failover/a.go")] },
    },
    ...["archive", "legacy", "old", "backup"].map((name) => ({
      name: `a package of that name that nothing imports: ${name}`,
      files: module({ [`${name}/a.go`]: file(), "internal/oma/failover/a.go": file() }),
      errors: { [`${name}/a.go`]: [copy("internal/oma/failover/a.go")] },
    })),
    ...["archive", "legacy", "old", "backup"].map((name) => ({
      name: `a package of that name that is in use: ${name}`,
      files: module({
        [`${name}/a.go`]: file(),
        "internal/oma/failover/a.go": file(),
        "main.go": `package main\n\nimport _ "example.com/app/${name}"\n`,
      }),
      errors: { "internal/oma/failover/a.go": [copy(`${name}/a.go`)] },
    })),
    ...["archive-2025-09-03", "archive/deprecated-failover", "a.bak", "old2"].map((name) => ({
      name: `an archive, though it is imported: ${name}`,
      files: module({
        [`${name}/a.go`]: file(),
        "internal/oma/failover/aaaaaaaaaaaaaaaaaa.go": file(),
        "main.go": `package main\n\nimport _ "example.com/app/${name}"\n`,
      }),
      errors: {
        [`${name}/a.go`]: [
          copy(
            "internal/oma/failover/aaaaaaaaaaaaaaaaaa.go",
            "One package imports its package",
          ),
        ],
      },
    })),
    {
      name: "the backup of a file that is beside it",
      files: module({
        "a/engine_backup.go": file(),
        "b/engine.go": file(),
        "a/engine.go": "package failover\n",
        "main.go": 'package main\n\nimport _ "example.com/app/a"\n',
      }),
      errors: {
        "a/engine_backup.go": [copy("b/engine.go", "One package imports its package")],
      },
    },
    {
      name: "a file about backups is none",
      files: module({
        "a/engine_backup.go": file(),
        "b/engine.go": file(),
        "main.go": 'package main\n\nimport _ "example.com/app/a"\n',
      }),
      errors: { "b/engine.go": [copy("a/engine_backup.go")] },
    },
    {
      name: "a program",
      files: module({ "a/main.go": file("main"), "cmd/main.go": renamed(file("main")) }),
      errors: {
        "cmd/main.go": [
          {
            messageId: "renamed",
            data: {
              original: "a/main.go",
              importers: "It is a part of a program",
            },
          },
        ],
      },
    },
    {
      name: "two copies of one",
      files: module({ "a/a.go": file(), "bb/a.go": file(), "ccc/a.go": file() }),
      errors: { "bb/a.go": [copy("a/a.go")], "ccc/a.go": [copy("a/a.go")] },
    },
  ],
});
