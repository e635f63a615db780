import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/single-active-system.ts";
import {
  enhanced,
  importing,
  module,
  NEW,
  OLD,
  original,
  settingsOf,
} from "./support/systems.ts";

const NAME = "architecture/single-active-system";

new RuleTester().run(NAME, rule, {
  valid: [
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
      sites: { "api/a.go": [{ verdict: "compliant", line: 3 }] },
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
      name: "a package whose tests are not of the system",
      files: module({ "archive/a_test.go": "package archive\n", "api/a.go": importing(OLD) }),
      settings: settingsOf(enhanced, { ...original, files: ["archive/test_failover.go"] }),
      errors: { "api/a.go": [{ messageId: "referenced", line: 3, column: 8 }] },
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
  ],
});
