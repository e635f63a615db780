import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/single-active-system.ts";

const NAME = "architecture/single-active-system";

const enhanced = {
  name: "Enhanced Failover System",
  group: "failover",
  status: "active",
  files: ["oma/failover/**"],
};
const original = {
  name: "Original Failover System",
  group: "failover",
  status: "deprecated",
  since: "2025-09-03",
  note: "DO NOT USE",
  files: ["archive/**"],
};
const settingsOf = (...systems: object[]) => ({ gopherwood: { systems } });
const settings = settingsOf(enhanced, original);

const OLD = "example.com/app/archive";
const NEW = "example.com/app/oma/failover";
const module = (files: Record<string, string> = {}) => ({
  "go.mod": "module example.com/app\n",
  "oma/failover/engine.go": "package failover\n",
  "archive/test_failover.go": "package archive\n",
  ...files,
});
const importing = (path: string, name = "") =>
  `package api\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;
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
      name: "active systems of different groups",
      files: module({ "vol/a.go": "package vol\n" }),
      settings: settingsOf(enhanced, original, {
        name: "Volumes",
        group: "volumes",
        status: "active",
        files: ["vol/**"],
      }),
    },
    {
      name: "active systems of no group",
      files: module({ "vol/a.go": "package vol\n", "net/a.go": "package net\n" }),
      settings: settingsOf(
        { name: "Volumes", status: "active", files: ["vol/**"] },
        { name: "Networks", status: "active", files: ["net/**"] },
      ),
    },
    {
      name: "an active system without files",
      files: module(),
      settings: settingsOf(
        { ...enhanced, name: "Planned", files: ["planned/**"] },
        enhanced,
        original,
      ),
    },
    {
      name: "an active system with tests alone",
      files: module({ "planned/a_test.go": "package planned\n" }),
      settings: settingsOf(
        { ...enhanced, name: "Planned", files: ["planned/**"] },
        enhanced,
        original,
      ),
    },
    {
      name: "a package that is only partly of the deprecated system",
      files: module({ "archive/kept.go": "package archive\n", "api/a.go": importing(OLD) }),
      settings: settingsOf(enhanced, { ...original, files: ["archive/test_failover.go"] }),
      sites: {
        "api/a.go": [
          {
            verdict: "undecided",
            line: 3,
            reason: "only some files of the package are of the Original Failover System",
          },
        ],
      },
    },
    {
      name: "a package that is only partly of the active system",
      files: module({
        "oma/failover/helpers.go": "package failover\n",
        "api/a.go": importing(NEW),
      }),
      settings: settingsOf({ ...enhanced, files: ["oma/failover/engine.go"] }, original),
      sites: { "api/a.go": judged("compliant") },
    },
    {
      name: "names of its own that a file of a deprecated system shares a package with",
      files: module({
        "oma/failover/old_live.go":
          "package failover\n\nfunc RunOld() {}\n\nfunc (e *Engine) Stop() {}\n",
        "oma/failover/api.go":
          "package failover\n\ntype Engine struct{ RunOld int }\n\nfunc f(e *Engine, RunOld func()) *Engine {\n\te.Stop()\n\te.RunOld = 1\n\tRunOld()\n\treturn &Engine{RunOld: 1}\n}\n",
      }),
      settings: settingsOf({ ...original, files: ["oma/failover/old_*.go"] }, enhanced),
      sites: { "oma/failover/api.go": [{ verdict: "compliant" }] },
    },
    {
      name: "a module's package of the same path elsewhere",
      files: module({ "api/a.go": importing("example.com/other/archive") }),
      settings,
      sites: { "api/a.go": [] },
    },
    {
      name: "a name that each build declares",
      files: module({
        "oma/failover/old_live.go":
          "//go:build old\n\npackage failover\n\nconst Bold = 1\n\nfunc open() {}\n",
        "oma/failover/live.go":
          "//go:build !old\n\npackage failover\n\nconst Bold = 2\n\nfunc open() {}\n",
        "oma/failover/api.go": "package failover\n\nvar x = Bold\n\nfunc f() { open() }\n",
      }),
      settings: settingsOf({ ...original, files: ["oma/failover/old_*.go"] }, enhanced),
      sites: { "oma/failover/api.go": [{ verdict: "compliant", line: 1 }] },
    },
    {
      name: "a name that a file of no system declares too",
      files: module({
        "oma/failover/live.go": "package failover\n\nconst Bold = 1\n",
        "shared/old.go": "//go:build old\n\npackage shared\n\nconst Bold = 1\n",
        "shared/new.go": "//go:build !old\n\npackage shared\n\nconst Bold = 2\n",
        "shared/api.go": "package shared\n\nvar x = Bold\n",
      }),
      settings: settingsOf({ ...original, files: ["shared/old.go"] }, enhanced),
      sites: { "shared/api.go": [] },
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
      name: "a package whose tests are not of the system",
      files: module({ "archive/a_test.go": "package archive\n", "api/a.go": importing(OLD) }),
      settings: settingsOf(enhanced, { ...original, files: ["archive/test_failover.go"] }),
      errors: { "api/a.go": [referenced] },
    },
    {
      name: "two active systems: both, where their first files begin",
      files: module({ "archive/b.go": "package archive\n" }),
      settings: settingsOf(enhanced, { ...original, status: "active" }),
      errors: {
        "oma/failover/engine.go": [{ messageId: "several", line: 1 }],
        "archive/b.go": [
          {
            message:
              "The Original Failover System and the Enhanced Failover System are active and do the same (failover): decide for one, and mark the rest as deprecated in the settings.",
            line: 1,
          },
        ],
      },
      sites: {
        "oma/failover/engine.go": [{ verdict: "violation", messageId: "several" }],
        "archive/b.go": [{ verdict: "violation", messageId: "several" }],
        "archive/test_failover.go": [],
      },
    },
    {
      name: "three active systems",
      files: module({ "x/x.go": "package x\n" }),
      settings: settingsOf({ ...enhanced, name: "X", files: ["x/**"] }, enhanced, {
        ...original,
        status: "active",
      }),
      errors: {
        "oma/failover/engine.go": [
          {
            messageId: "several",
            data: {
              system: enhanced.name,
              others: `the ${original.name} and the X`,
              group: "failover",
            },
          },
        ],
        "archive/test_failover.go": [{ messageId: "several" }],
        "x/x.go": [{ messageId: "several" }],
      },
    },
    {
      name: "a deprecated system that two active ones may replace, in any order of the settings",
      files: module({ "api/a.go": importing(OLD), "x/x.go": "package x\n" }),
      settings: settingsOf({ ...enhanced, name: "X", files: ["x/**"] }, original, enhanced),
      errors: {
        "api/a.go": [
          `Do not use '${OLD}' of the Original Failover System, which is deprecated since 2025-09-03 (DO NOT USE): use the Enhanced Failover System or the X.`,
        ],
        "oma/failover/engine.go": [{ messageId: "several" }],
        "x/x.go": [{ messageId: "several" }],
      },
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
      name: "a name that no other build declares, beside one that each does",
      files: module({
        "oma/failover/old_live.go":
          "//go:build old\n\npackage failover\n\nconst Bold = 1\n\nconst Old = 1\n",
        "oma/failover/live.go": "//go:build !old\n\npackage failover\n\nconst Bold = 2\n",
        "oma/failover/api.go": "package failover\n\nvar x = Bold + Old\n",
      }),
      settings: settingsOf({ ...original, files: ["oma/failover/old_*.go"] }, enhanced),
      errors: { "oma/failover/api.go": [{ messageId: "referenced", line: 3, column: 16 }] },
    },
    {
      name: "names of a deprecated system in the same package",
      files: module({
        "oma/failover/old_live.go":
          "package failover\n\ntype OldEngine struct{}\n\nfunc RunOld(e *OldEngine) { RunOld(e) }\n",
        "oma/failover/api.go": "package failover\n\nfunc f(e *OldEngine) {\n\tRunOld(e)\n}\n",
      }),
      settings: settingsOf({ ...original, files: ["oma/failover/old_*.go"] }, enhanced),
      errors: {
        "oma/failover/api.go": [
          { messageId: "referenced", line: 3, column: 11 },
          {
            message:
              "Do not use 'RunOld' of the Original Failover System, which is deprecated since 2025-09-03 (DO NOT USE): use the Enhanced Failover System.",
            line: 4,
            column: 2,
          },
        ],
      },
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
