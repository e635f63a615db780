import { describe, expect, test } from "@jest/globals";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { CacheChange } from "../../src/runner/cache/cache-content.ts";
import { cachePath, parseReads, readCache } from "../../src/runner/cache/cache-file.ts";
import { NO_FACTS, parseFacts } from "../../src/runner/cache/facts.ts";
import { saveCache } from "../../src/runner/cache/save-cache.ts";
import { newProject } from "./fixture.ts";

const ONE: CacheChange = {
  reads: { "": { names: {}, texts: { "a.go": "x" } } },
  findings: { summaries: { "a.go": "s" }, entries: {}, code: ["y"], areAnswersOld: false },
  facts: { strings: ["s\n", "go"], facts: { digest: { "a.go": [0, 1] } } },
  keepsFacts: true,
};

function contentOf(path: string): unknown[] {
  const saved = readCache(path);
  return [
    parseReads(saved?.reads ?? []),
    saved?.readFindings(),
    parseFacts(saved?.readFacts() ?? []),
  ];
}

const NAME = ".gopherwoodcache";

test("a location is a file, or a directory if it ends like one or is one", () => {
  using project = newProject({ "there/a.go": "" });
  const { root } = project;
  expect(cachePath(root)).toBe(project.path(NAME));
  expect(cachePath(root, "c")).toBe(project.path("c"));
  expect(cachePath(root, "c/d")).toBe(project.path("c/d"));
  expect(cachePath(root, "c/")).toBe(project.path(`c/${NAME}`));
  expect(cachePath(root, "there")).toBe(project.path(`there/${NAME}`));
  expect(cachePath(root, "there/a.go")).toBe(project.path("there/a.go"));
  expect(cachePath("/elsewhere", project.path("there"))).toBe(project.path(`there/${NAME}`));
});

test("what is saved is read again, part by part, from a directory that was not there", () => {
  using project = newProject({});
  const path = project.path("deep/er/cache");
  expect(readCache(path)).toBeNull();
  saveCache(path, null, ONE);
  expect(contentOf(path)).toEqual([ONE.reads, ONE.findings, ONE.facts]);
  expect(readdirSync(project.path("deep/er"))).toEqual(["cache"]);
});

test("a long one is written as JSON, line by line", () => {
  using project = newProject({});
  const path = project.path("cache");
  const names = Array.from({ length: 5000 }, (_, at) => `d${at % 7}/"é\\${at}.go`);
  const hashes = Object.fromEntries(names.map((name) => [name, name]));
  const long: CacheChange = {
    reads: { "": { names: {}, texts: hashes }, d: { names: {}, texts: {} } },
    findings: { ...ONE.findings, summaries: hashes },
    facts: {
      strings: names,
      facts: { digest: { "a.go": names.map((_, at) => at) }, none: {} },
    },
    keepsFacts: false,
  };
  saveCache(path, null, long);
  const [, ...lines] = readFileSync(path, "utf8").split("\n");
  const parts = [long.reads, long.findings, long.facts];
  expect(lines.map((line, at) => line === JSON.stringify(parts[at]))).toEqual([
    true,
    true,
    true,
  ]);
});

describe("a change", () => {
  const CHANGE: CacheChange = {
    reads: { d: { names: {}, texts: { "b.go": "y" } } },
    findings: {
      summaries: { "a.go": null, "d/b.go": "t" },
      entries: {},
      code: ["y"],
      areAnswersOld: false,
    },
    facts: { strings: ["new"], facts: { digest: { "a.go": null, "d/b.go": [1, 2] } } },
    keepsFacts: true,
  };
  const AFTER = [
    { ...ONE.reads, ...CHANGE.reads },
    {
      summaries: { "d/b.go": "t" },
      entries: ONE.findings.entries,
      code: ["y"],
      areAnswersOld: false,
    },
  ];
  /** Saves a cache that is long, and then a change. */
  const saveTwice = (path: string, change: CacheChange, summaries: Record<string, string>) => {
    const { findings } = ONE;
    const all = { ...findings.summaries, ...summaries };
    saveCache(path, null, { ...ONE, findings: { ...findings, summaries: all } });
    saveCache(path, readCache(path), change);
    return readFileSync(path, "utf8").split("\n").length;
  };

  test("that is small comes behind what there is", () => {
    using project = newProject({});
    const path = project.path("cache");
    const long = { long: "x".repeat(10_000) };
    expect(saveTwice(path, CHANGE, long)).toBe(7);
    const [reads, findings, facts] = contentOf(path);
    expect(reads).toEqual(AFTER[0]);
    expect(findings).toMatchObject({ summaries: { ...long, "d/b.go": "t" } });
    expect(facts).toEqual({
      strings: ["s\n", "go", "new"],
      facts: { digest: { "d/b.go": [1, 2] } },
    });
    saveCache(path, readCache(path), { ...CHANGE, facts: NO_FACTS });
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(10);
    expect(contentOf(path)).toEqual([reads, findings, facts]);
  });

  test("that is not small makes a whole, with no string that nothing has", () => {
    using project = newProject({});
    const path = project.path("cache");
    expect(saveTwice(path, CHANGE, {})).toBe(4);
    const facts = { strings: ["go", "new"], facts: { digest: { "d/b.go": [0, 1] } } };
    expect(contentOf(path)).toEqual([...AFTER, facts]);
  });

  test("of other code makes a whole without the facts before", () => {
    using project = newProject({});
    const path = project.path("cache");
    const change = { ...CHANGE, facts: NO_FACTS, keepsFacts: false };
    expect(saveTwice(path, change, { long: "x".repeat(10_000) })).toBe(4);
    expect(contentOf(path)[2]).toEqual(NO_FACTS);
  });
});

test("a part that is broken is none, and a cache that lacks a line", () => {
  using project = newProject({});
  const path = project.path("cache");
  saveCache(path, null, ONE);
  const lines = readFileSync(path, "utf8").split("\n");
  const partsOf = (...changed: string[]) => {
    writeFileSync(path, changed.join("\n"));
    return contentOf(path);
  };
  const [format = "", reads = "", findings = "", facts = ""] = lines;
  const parts = [ONE.reads, ONE.findings, ONE.facts];
  expect(partsOf(...lines)).toEqual(parts);
  for (const broken of ["", "{", "null"]) {
    expect(partsOf(format, reads, findings, broken)).toEqual([parts[0], parts[1], null]);
    expect(partsOf(format, reads, broken, facts)).toEqual([parts[0], null, parts[2]]);
    expect(partsOf(...lines, reads, broken, facts)).toEqual([
      parts[0],
      null,
      expect.anything(),
    ]);
  }
  for (const less of [lines.slice(1), lines.slice(0, 3), [...lines, "{}"], []]) {
    writeFileSync(path, less.join("\n"));
    expect(readCache(path)).toBeNull();
  }
});

test("a cache that cannot be written leaves nothing behind", () => {
  using project = newProject({});
  const path = project.path("cache");
  mkdirSync(path);
  writeFileSync(project.path("cache/x"), "");
  expect(() => {
    saveCache(path, null, ONE);
  }).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(project.root).filter((name) => name.startsWith("cache"))).toEqual([
    "cache",
  ]);
});
