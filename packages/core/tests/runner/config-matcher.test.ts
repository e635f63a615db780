import { expect, test } from "@jest/globals";
import { ConfigArray } from "@eslint/config-array";
import type { Linter } from "eslint";
import { Random } from "../../../../tests/support/random.ts";
import { ConfigMatcher } from "../../src/runner/config-matcher.ts";

const BASE = "/w/app";

const FILES = [
  ...["**/*.go", "**/*_test.go", "*.go", "**/mock_*.go", "**/*", "**", "*", "cmd/**", "cmd/*"],
  ...["./cmd/*.go", "**/{cmd,pkg}/*.go", "pkg/**/*.go", "!pkg/**", "!./cmd/**", "**/.*/*.go"],
  ...[
    "**/*.{go,mod}",
    "pkg/../cmd/*.go",
    "cmd",
    "cmd/",
    "**/*.g?",
    "**/*.",
    "**/*.go/",
    "!cmd/",
    "",
  ],
];
const IGNORES = [
  ...["cmd/", "cmd", "**/cmd/", "pkg/**", "pkg/*", "!pkg/keep", "!pkg/keep/", "**/*_test.go"],
  ...["!**/*.go", "*.go", "!cmd/main.go", "./pkg/", "!./pkg/a.go", "**", "!!cmd/", "!!**/*.go"],
  ...[
    "**/*.go",
    "pkg",
    "**/.*",
    "..",
    "../**",
    "/w/app/cmd",
    "{cmd,pkg}/",
    "**/*go",
    "**/*.go/",
  ],
];
const PATHS = [
  ...["a.go", "a_test.go", "cmd/main.go", "cmd/main_test.go", "pkg/a.go", "pkg/keep/b.go"],
  ...["pkg/deep/er/mock_c.go", ".hidden/d.go", "x.go/e.go", "cmd.go", "go.mod", "..a/f.go"],
  ...["pkg/cmd/.go", "../other/g.go", "../h.go", "pkg/keep/cmd/i.go", "_j.go", "go"],
].map((path) => new URL(path, `file://${BASE}/`).pathname);
const DIRECTORIES = [...new Set(PATHS.map((path) => path.replace(/\/[^/]*$/u, "")))];

function isTest(path: string): boolean {
  return path.endsWith("_test.go");
}

function randomConfig(random: Random): Linter.Config {
  const pattern = () =>
    random.below(8) === 0
      ? [random.pick(FILES), random.pick(FILES)]
      : random.below(20) === 0
        ? isTest
        : random.pick(FILES);
  const config = {
    ...(random.below(5) === 0 && { basePath: random.pick(["pkg", "/w/app/cmd", ".", "/w"]) }),
    ...(random.below(2) === 0 && { files: [pattern(), pattern()].slice(random.below(2)) }),
    ...(random.below(2) === 0 && {
      ignores: [0, 0, 0]
        .map(() => (random.below(20) === 0 ? isTest : random.pick(IGNORES)))
        .slice(random.below(4)),
    }),
    ...(random.below(2) === 0 && { rules: {} }),
  };
  return config as unknown as Linter.Config;
}

/** Returns ESLint's array of some objects, whose configs say which of them apply. */
function arrayOf(configs: readonly Linter.Config[]): ConfigArray {
  const merge = (first: number[] = [], second: number[] = []) => [...first, ...second];
  const schema = {
    numbers: { merge, validate() {} },
    rules: { merge: () => undefined, validate() {} },
  };
  const numbered = configs.map((config, at) =>
    "ignores" in config && !("files" in config || "rules" in config)
      ? config
      : { ...config, numbers: [at] },
  );
  return new ConfigArray(numbered, { basePath: BASE, schema }).normalizeSync();
}

test("the objects for a file, and the directories that are ignored, are those of ESLint", () => {
  const random = new Random(31);
  const counts = { null: 0, some: 0, ignored: 0 };
  for (let round = 0; round < 4000; round += 1) {
    const configs = Array.from({ length: 1 + random.below(4) }, () => randomConfig(random));
    const theirs = arrayOf(configs);
    const ours = new ConfigMatcher(configs, BASE);
    for (const path of random.some(PATHS)) {
      const config = theirs.getConfig(path) as { numbers?: number[] } | undefined;
      // Without a number, the objects for it are none that has one.
      const expected = config ? (config.numbers ?? []) : null;
      const matching = ours.matching(path);
      expect({ configs, path, matching }).toEqual({ configs, path, matching: expected });
      counts[matching ? "some" : "null"] += 1;
    }
    for (const path of random.some(DIRECTORIES)) {
      const isIgnored = ours.isDirectoryIgnored(path);
      const expected = theirs.isDirectoryIgnored(path);
      expect({ configs, path, isIgnored }).toEqual({ configs, path, isIgnored: expected });
      if (isIgnored) counts.ignored += 1;
    }
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(1000);
});
