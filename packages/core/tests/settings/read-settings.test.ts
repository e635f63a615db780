import { expect, test } from "@jest/globals";
import { readSettings, systemOf } from "../../src/settings/read-settings.ts";
import { SettingsError } from "../../src/settings/shape.ts";

const SYSTEM = { name: "A", files: ["a/**"], status: "active" } as const;

test("what is left out is empty", () => {
  const empty = { systems: [], categories: [], assessment: {} };
  expect(readSettings({})).toEqual(empty);
  expect(readSettings({ gopherwood: {}, other: { systems: 1 } })).toEqual(empty);
});

test("what is said is read, once for a config", () => {
  const gopherwood = {
    systems: [
      {
        ...SYSTEM,
        since: "2025-09-03",
        note: "Kept.",
        documentation: ["docs/**"],
        group: "engines",
      },
    ],
    categories: [{ name: "Logging", rules: ["logging/*"], impact: "Noise." }],
    assessment: {
      title: "T",
      date: "2024-02-29",
      sections: ["systems"],
      excerpts: 0,
      emoji: false,
      collapsible: true,
      purpose: undefined,
      effort: { manual: 30 },
    },
  };
  const settings = { gopherwood };
  expect(readSettings(settings)).toEqual(gopherwood);
  expect(readSettings(settings)).toBe(readSettings(settings));
});

test.each<[unknown, string]>([
  ["x", 'settings.gopherwood is "x": it must be an object.'],
  [
    { system: [] },
    'settings.gopherwood has no key "system": its keys are "systems", "categories", "assessment".',
  ],
  [{ systems: {} }, "settings.gopherwood.systems is {}: it must be an array."],
  [{ systems: [null] }, "settings.gopherwood.systems[0] is null: it must be an object."],
  [
    { systems: [{ name: "A", files: ["a"] }] },
    'settings.gopherwood.systems[0] needs the key "status".',
  ],
  [
    { systems: [{ ...SYSTEM, status: "retired" }] },
    'settings.gopherwood.systems[0].status is "retired": it must be one of "active", "deprecated".',
  ],
  [
    { systems: [{ ...SYSTEM, files: [] }] },
    "settings.gopherwood.systems[0].files is []: it must not be empty.",
  ],
  [
    { systems: [{ ...SYSTEM, files: "a/**" }] },
    'settings.gopherwood.systems[0].files is "a/**": it must be an array.',
  ],
  [
    { systems: [{ ...SYSTEM, name: " " }] },
    'settings.gopherwood.systems[0].name is " ": it must be a text that is not empty.',
  ],
  [
    { systems: [{ ...SYSTEM, since: "2025-02-30" }] },
    'settings.gopherwood.systems[0].since is "2025-02-30": it must be a day such as "2025-09-03".',
  ],
  [
    { systems: [{ ...SYSTEM, since: "3.9.2025" }] },
    'settings.gopherwood.systems[0].since is "3.9.2025": it must be a day such as "2025-09-03".',
  ],
  [
    { systems: [SYSTEM, SYSTEM] },
    'settings.gopherwood.systems[1].name is "A", and so is that of another: give each a name of its own.',
  ],
  [
    { categories: [{ name: "A", rules: [() => 1] }] },
    "settings.gopherwood.categories[0].rules[0] is a function: it must be a text that is not empty.",
  ],
  [
    { categories: [{ name: "A" }, { name: "B" }, { name: "B" }] },
    'settings.gopherwood.categories[2].name is "B", and so is that of another: give each a name of its own.',
  ],
  [
    { systems: [{ ...SYSTEM, since: "on 2025-09-03" }] },
    'settings.gopherwood.systems[0].since is "on 2025-09-03": it must be a day such as "2025-09-03".',
  ],
  [
    { systems: [{ ...SYSTEM, since: "2025-09-03T00:00:00Z" }] },
    'settings.gopherwood.systems[0].since is "2025-09-03T00:00:00Z": it must be a day such as "2025-09-03".',
  ],
  [
    { assessment: { date: "2025-13-01" } },
    'settings.gopherwood.assessment.date is "2025-13-01": it must be a day such as "2025-09-03".',
  ],
  [
    { assessment: { date: ["2025-09-03"] } },
    'settings.gopherwood.assessment.date is ["2025-09-03"]: it must be a day such as "2025-09-03".',
  ],
  [
    { assessment: { effort: { fix: "x".repeat(100) } } },
    `settings.gopherwood.assessment.effort.fix is "${"x".repeat(79)}: it must be a whole number, 0 or more.`,
  ],
  [
    { assessment: { excerpts: -1 } },
    "settings.gopherwood.assessment.excerpts is -1: it must be a whole number, 0 or more.",
  ],
  [
    { assessment: { emoji: "no" } },
    'settings.gopherwood.assessment.emoji is "no": it must be true or false.',
  ],
])("%j is refused", (gopherwood, message) => {
  const error = (() => {
    try {
      return readSettings({ gopherwood });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(SettingsError);
  expect(error).toMatchObject({ name: "SettingsError", message });
});

test("a file belongs to the first system whose globs mean it", () => {
  const systems = [
    { ...SYSTEM, name: "tests", files: ["a/**/*_test.go", "e2e/**"] },
    SYSTEM,
    { ...SYSTEM, name: "all", files: ["**"] },
  ];
  expect(systemOf(systems, "/p/a/x_test.go")?.name).toBe("tests");
  expect(systemOf(systems, "/p/a/x.go")?.name).toBe("A");
  expect(systemOf(systems, "/p/b.go")?.name).toBe("all");
  expect(systemOf([SYSTEM], "/p/b.go")).toBeNull();
});
