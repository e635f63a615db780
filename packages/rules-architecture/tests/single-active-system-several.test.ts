import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/single-active-system.ts";
import { enhanced, importing, module, OLD, original, settingsOf } from "./support/systems.ts";

const NAME = "architecture/single-active-system";

new RuleTester().run(NAME, rule, {
  valid: [
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
  ],
  invalid: [
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
  ],
});
