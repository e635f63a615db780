import { describe, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { actionsOf } from "../src/model/actions.ts";
import { assess } from "../src/model/assessment.ts";
import { cleanupOf } from "../src/model/cleanup.ts";
import { MINUTES } from "../src/model/effort.ts";
import { limitsOf } from "../src/model/limits.ts";
import { overallStatus } from "../src/model/overall.ts";
import { stepsOf } from "../src/model/steps.ts";
import { copy, movedReport, rules } from "./moved-report.ts";
import { newReport, newRule, newSite, newSystem } from "./reports.ts";

const DATE = "2026-01-02";

const placesOf = (sites: readonly { file: string; range: { start: { line: number } } }[]) =>
  sites.map(({ file, range }) => `${file}:${range.start.line}`);

describe("the cleanup", () => {
  test("has copies apart from files in use, and what a retired import stands for once", () => {
    const cleanup = cleanupOf(assess(movedReport()), DATE);
    expect(placesOf(cleanup.copies)).toEqual(["old/engine/b.go:1"]);
    expect(placesOf(cleanup.alike)).toEqual(["new/c.go:1"]);
    expect(placesOf(cleanup.places)).toEqual(["new/a.go:4"]);
    expect(cleanup.retired.map(({ name }) => name)).toEqual(["Old"]);
    expect(cleanup.imports).toMatchObject([{ target: "old/engine", instead: "new" }]);
    expect(cleanup.mentions).toHaveLength(3);
    expect(cleanup.archive).toBe("archive/engine-2026-01-02/");
  });

  test("names no package instead if copies have originals in two", () => {
    const { sites, systems } = movedReport();
    const files = ["old/engine/b.go", "old/engine/c.go"];
    const report = movedReport({
      sites: [...sites, copy("old/engine/c.go", "other/c.go")],
      systems: [
        ...systems.slice(0, 1),
        newSystem({ name: "Old", files, status: "deprecated" }),
      ],
    });
    const cleanup = cleanupOf(assess(report), DATE);
    expect(cleanup.imports).toMatchObject([{ instead: undefined }]);
  });

  test("goes beside earlier archives, and has a name without a directory", () => {
    const archiveOf = (...files: string[]) =>
      cleanupOf(
        assess(
          newReport({
            rules,
            sites: files.map((file) => copy(file, "a.go")),
            systems: [newSystem({ name: "Old", files, status: "deprecated" })],
          }),
        ),
        DATE,
      ).archive;
    expect(archiveOf("src/archive/old-2020/a.go")).toBe("src/archive/old-2020-2026-01-02/");
    expect(archiveOf("archive/old/a.go")).toBe("archive/old-2026-01-02/");
    expect(archiveOf("b.go")).toBe("archive/copies-2026-01-02/");
    expect(archiveOf("myarchive/old/a.go")).toBe("archive/old-2026-01-02/");
    expect(cleanupOf(assess(newReport()), DATE).archive).toBeNull();
  });
});

test("the actions of systems come by risk and effect", () => {
  const report = movedReport();
  const assessment = assess(report);
  const cleanup = cleanupOf(assessment, DATE);
  const kinds = assessment.systems.map((system) =>
    actionsOf(system, assessment, cleanup, MINUTES).map((action) =>
      action.kind === "mentions" ? action : action.kind,
    ),
  );
  expect(kinds).toEqual([
    ["fix", "alike", "places"],
    ["imports", "copies", { kind: "mentions", documents: ["README.md", "docs/a.md"] }],
  ]);
});

test("errors come before warnings, problems before style, and the cheap before the dear", () => {
  const ids = ["warning", "style", "dear", "cheap"] as const;
  const sites = ids.flatMap((name, messageIndex) => {
    const site = newSite({ ruleId: `demo/${name}`, messageIndex });
    return name === "dear" ? [site, site] : [site];
  });
  const messages = ids.map((name) => ({ severity: name === "warning" ? 1 : 2 }));
  const assessment = assess(
    newReport({
      sites,
      rules: {
        ...Object.fromEntries(ids.map((name) => [`demo/${name}`, newRule()])),
        "demo/style": newRule({ type: "suggestion" }),
      },
      results: [{ messages }] as unknown as Report["results"],
    }),
  );
  const [system] = assessment.systems;
  if (!system) throw new Error("There is no system.");
  const actions = actionsOf(system, assessment, cleanupOf(assessment, DATE), MINUTES);
  expect(actions).toMatchObject(
    ["cheap", "dear", "style", "warning"].map((name) => ({ ruleId: `demo/${name}` })),
  );
});

test("the steps of an assessment", () => {
  const steps = stepsOf(
    assess(movedReport({ problems: [{ path: "x.go", message: "It threw." }] })),
    DATE,
  );
  expect(steps).toEqual(
    [
      "Look at 1 problem of the run: not all was read.",
      "Change 1 import of retired packages.",
      "Fix 2 violations in New (1 by --fix).",
      "Remove 1 copied file.",
      "Decide what stays of 1 file that is like others.",
      "Update 1 place to clean up.",
      "Update 2 documents that name retired files.",
      "Look at 1 undecided site.",
    ].map((text) => ({ done: false, text })),
  );
  expect(stepsOf(assess(newReport()), DATE)).toEqual([]);
});

test("a step for sites that need packages which are not there", () => {
  const missing = newSite({
    verdict: "undecided",
    reason: "package \"x.org/a\" was not read ('go mod download' fetches it)",
  });
  const other = newSite({ verdict: "undecided", reason: "its type is not known" });
  const textsFor = (...sites: Report["sites"]) =>
    stepsOf(assess(newReport({ sites })), DATE).map(({ text }) => text);
  expect(textsFor(missing, missing, other)).toEqual([
    "Run 'go mod download' and lint again: 2 sites could not be judged.",
    "Look at 1 undecided site.",
  ]);
  expect(textsFor(missing)).toHaveLength(1);
});

test("the result in a few words", () => {
  const statusOf = (report: Report) => overallStatus(assess(report));
  expect(statusOf(newReport())).toBe("no violation");
  expect(statusOf(newReport({ sites: [newSite()] }))).toBe("1 violation to fix");
  expect(statusOf(movedReport())).toBe("5 violations to fix, and 1 in deprecated code");
});

test("what a result leaves out", () => {
  const file = (outcome: "generated" | "ignored" | "linted", rest = {}) => ({
    path: "a.go",
    bytes: 1,
    lines: 1,
    outcome,
    ...rest,
  });
  const syntaxError = { message: "x", line: 1, column: 1 };
  const report = newReport({
    ignored: 2,
    files: [
      file("generated"),
      file("ignored"),
      file("linted", { syntaxError }),
      file("linted"),
    ],
    sites: [newSite(), newSite({ verdict: "undecided" })],
    problems: [{ path: "x.go", message: "It threw." }],
  });
  expect(limitsOf(report).map(({ count, plural }) => `${count} ${plural}`)).toEqual([
    "1 generated files",
    "3 files that the config ignores",
    "1 files with syntax errors",
    "1 undecided sites",
    "1 problems of the run",
  ]);
  expect(limitsOf(newReport())).toEqual([]);
});
