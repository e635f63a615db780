import { expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { compareReports } from "@gopherwood/formatter-markdown";
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { Random } from "./support/random.ts";
import { workFolder, writeFiles } from "./support/work-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples/migratekit");
const work = workFolder();

const files = readdirSync(example, { encoding: "utf8", recursive: true }).filter((path) =>
  path.endsWith(".go"),
);

/** Returns what is found in a copy of the example below some folders, as sorted lines. */
async function findIn(folders: string, paths: readonly string[]): Promise<string[]> {
  const cwd = join(work, folders);
  cpSync(example, cwd, { recursive: true });
  const { results, sites } = await new Gopherwood({ cwd }).lintFiles(paths);
  const messages = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => [filePath, line, ruleId, message].join(" ")),
  );
  const judged = sites.map(({ file, range, ruleId, verdict, reason }) =>
    [file, range.start.line, range.start.column, ruleId, verdict, reason].join(" "),
  );
  return [...messages, ...judged].map((line) => line.replaceAll(cwd, "")).sort();
}

/** Returns files in random order. */
function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.below(1_000_000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

test("what is found depends neither on the folder nor on the order of files", async () => {
  const expected = await findIn("plain/example", files);
  expect(expected.length).toBeGreaterThan(1000);
  const random = new Random(1);
  for (const folders of ["cmd/test", "e2e/oma"]) {
    expect(await findIn(folders, shuffle(files, random))).toEqual(expected);
  }
});

/** A module whose verdicts depend on a package of another module. */
const app = {
  "go.mod": "module example.com/app\n\ngo 1.24\n\nrequire example.com/lib v1.0.0\n",
  "a.go": `package app

import (
	"fmt"

	"example.com/lib"
)

func run() error {
	lib.Save(1)
	defer lib.Save(2)
	lib.Count()
	if _, err := lib.Load(); err != nil {
		return nil
	}
	_, err := lib.Load()
	if err != nil {
		return fmt.Errorf("load: %v", err)
	}
	return lib.Save(4)
}
`,
};

const library = `package lib

func Save(n int) error { return nil }

func Load() (int, error) { return 0, nil }

func Count() int { return 0 }
`;

/** Returns the report of a run that has one module cache. */
function reportWith(cwd: string, moduleCache: string): Report {
  const bin = join(root, "packages/cli/bin/gopherwood.js");
  const { stdout } = spawnSync(process.execPath, [bin, "-f", "report", "."], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, GOMODCACHE: moduleCache },
  });
  return JSON.parse(stdout) as Report;
}

test("without a module cache nothing else is found, and what is not says what to do", () => {
  const cwd = join(work, "app");
  const cache = join(work, "cache");
  writeFiles(cwd, {
    ...app,
    "gopherwood.config.mjs": 'export { recommended as default } from "@gopherwood/config";\n',
  });
  writeFiles(join(cache, "example.com/lib@v1.0.0"), {
    "go.mod": "module example.com/lib\n",
    "lib.go": library,
  });
  const [cached, without] = [reportWith(cwd, cache), reportWith(cwd, join(work, "none"))];
  const violations = cached.sites.filter(({ verdict }) => verdict === "violation");
  expect(violations.map(({ ruleId, range }) => [ruleId, range.start.line])).toEqual([
    ["error-handling/no-ignored-errors", 10],
    ["error-handling/no-ignored-errors", 11],
    ["error-handling/no-swallowed-errors", 13],
    ["error-handling/require-error-wrapping", 18],
  ]);
  expect(without.sites.filter(({ verdict }) => verdict === "violation")).toEqual([]);
  const undecided = without.sites.filter(({ verdict }) => verdict === "undecided");
  for (const { ruleId, range } of violations) {
    const site = undecided.find(
      (one) => one.ruleId === ruleId && isDeepStrictEqual(one.range, range),
    );
    expect(site?.reason).toContain("go mod download");
  }
  const comparison = compareReports(cached, without);
  expect([comparison.added, comparison.fixed]).toEqual([[], []]);
  expect(comparison.undecided.after).toHaveLength(violations.length);
  expect(compareReports(without, cached).undecided.before).toHaveLength(violations.length);
});
