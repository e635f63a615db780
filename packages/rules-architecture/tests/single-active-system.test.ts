import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/single-active-system.ts";
import {
  enhanced,
  importing,
  module,
  NEW,
  OLD,
  original,
  settings,
  settingsOf,
} from "./support/systems.ts";

const NAME = "architecture/single-active-system";

const judged = (verdict: "compliant" | "exempt", reason?: string) => [
  { verdict, line: 3, ...(reason !== undefined && { reason }) },
];
const referenced = { messageId: "referenced" as const, line: 3, column: 8 };

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the active system, once, and who uses it",
      files: module({ "api/a.go": importing(NEW) }),
      settings,
      sites: {
        "oma/failover/engine.go": [{ verdict: "compliant", line: 1 }],
        "archive/test_failover.go": [],
        "api/a.go": judged("compliant"),
      },
    },
    {
      name: "no systems",
      files: module({ "api/a.go": importing(OLD) }),
      sites: { "api/a.go": [] },
    },
    {
      name: "a package of no system",
      files: module({ "api/a.go": importing("example.com/app/x"), "x/x.go": "package x\n" }),
      settings,
      sites: { "api/a.go": [] },
    },
    {
      name: "a system in itself",
      files: module({
        "archive/disks/a.go": "package disks\n",
        "archive/live.go": importing(`${OLD}/disks`),
      }),
      settings,
      sites: { "archive/live.go": [] },
    },
    {
      name: "a deprecated system that needs another",
      files: module({ "older/a.go": importing(OLD) }),
      settings: settingsOf(enhanced, original, {
        name: "Prototype",
        status: "deprecated",
        files: ["older/**"],
      }),
      sites: {
        "older/a.go": judged("exempt", "the Prototype, which uses it, is deprecated itself"),
      },
    },
    {
      name: "a path that may",
      files: module({ "migrate/a.go": importing(OLD) }),
      settings,
      options: [{ exemptPaths: ["migrate/**"] }],
      sites: { "migrate/a.go": judged("exempt", "exempt path: migrate/**") },
    },
    {
      name: "tests, if they are let pass",
      files: module({ "api/a_test.go": importing(OLD) }),
      settings,
      options: [{ tests: false }],
      sites: { "api/a_test.go": judged("exempt", "test file") },
    },
    {
      name: "a module's package of the same path elsewhere",
      files: module({ "api/a.go": importing("example.com/other/archive") }),
      settings,
      sites: { "api/a.go": [] },
    },
  ],
  invalid: [
    {
      name: "an import of the deprecated system",
      files: module({ "api/a.go": importing(OLD) }),
      settings,
      errors: {
        "api/a.go": [
          {
            message: `Do not use '${OLD}' of the Original Failover System, which is deprecated since 2025-09-03 (DO NOT USE): use the Enhanced Failover System.`,
            line: 3,
            column: 8,
          },
        ],
      },
      sites: { "api/a.go": [{ verdict: "violation", messageId: "referenced" }] },
    },
    {
      name: "of a system that nothing replaced",
      files: module({ "api/a.go": importing(OLD) }),
      settings: settingsOf({ name: "Old", status: "deprecated", files: ["archive/**"] }),
      errors: {
        "api/a.go": [
          `Do not use '${OLD}' of the Old, which is deprecated: remove what needs it.`,
        ],
      },
    },
    {
      name: "from the active system",
      files: module({ "oma/failover/b.go": importing(OLD) }),
      settings,
      errors: { "oma/failover/b.go": [referenced] },
    },
    {
      name: "from a test",
      files: module({ "api/a_test.go": importing(OLD) }),
      settings,
      errors: { "api/a_test.go": [referenced] },
    },
    {
      name: "a blank import",
      files: module({ "api/a.go": importing(OLD, "_ ") }),
      settings,
      errors: { "api/a.go": [{ messageId: "referenced", column: 10 }] },
    },
    {
      name: "an alias",
      files: module({ "api/a.go": importing(OLD, "o ") }),
      settings,
      errors: { "api/a.go": [{ messageId: "referenced", column: 10 }] },
    },
    {
      name: "a package below",
      files: module({
        "archive/disks/a.go": "package disks\n",
        "api/a.go": importing(`${OLD}/disks`),
      }),
      settings,
      errors: { "api/a.go": [referenced] },
    },
    {
      name: "two imports of a group",
      files: module({
        "archive/disks/a.go": "package disks\n",
        "api/a.go": `package api\n\nimport (\n\t"${OLD}"\n\t"${OLD}/disks"\n)\n`,
      }),
      settings,
      errors: {
        "api/a.go": [
          { messageId: "referenced", line: 4 },
          { messageId: "referenced", line: 5 },
        ],
      },
    },
    {
      name: "the replacement must be of the same group",
      files: module({ "api/a.go": importing(OLD) }),
      settings: settingsOf({ ...enhanced, group: "other" }, original),
      errors: { "api/a.go": [{ messageId: "referenced" }] },
    },
    {
      name: "paths that are not exempt",
      files: module({ "api/a.go": importing(OLD) }),
      settings,
      options: [{ exemptPaths: ["migrate/**"] }],
      errors: { "api/a.go": [referenced] },
    },
  ],
});
