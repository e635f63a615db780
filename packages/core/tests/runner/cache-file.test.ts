import { expect, test } from "@jest/globals";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cachePath, readCache, writeCache } from "../../src/runner/cache/cache-file.ts";
import { NO_FACTS } from "../../src/runner/cache/facts.ts";
import { newProject } from "./fixture.ts";

const EMPTY = { reads: {}, summaries: {}, entries: {}, code: [], facts: NO_FACTS };

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

test("what is written is read again, part by part, from a directory that was not there", () => {
  using project = newProject({});
  const path = project.path("deep/er/cache");
  expect(readCache(path)).toBeNull();
  const reads = { "": { names: {}, texts: { "a.go": "x" } } };
  const findings = { summaries: { "a.go": "s" }, entries: {}, code: ["y"] };
  const facts = { strings: ["s\n"], facts: { digest: { "a.go": [0] } } };
  writeCache(path, { reads, ...findings, facts });
  const saved = readCache(path);
  expect(JSON.parse(saved?.reads ?? "")).toEqual(reads);
  expect(saved?.readFindings()).toEqual(findings);
  expect(saved?.readFacts()).toEqual(facts);
  expect(readdirSync(project.path("deep/er"))).toEqual(["cache"]);
});

test("a part that is broken, or not there, is none", () => {
  using project = newProject({});
  const path = project.path("cache");
  writeCache(path, EMPTY);
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines).toHaveLength(4);
  const facts = (text: string) => {
    writeFileSync(path, text);
    const saved = readCache(path);
    return [saved?.readFindings() ?? null, saved?.readFacts() ?? null];
  };
  const findings = { summaries: {}, entries: {}, code: [] };
  expect(facts(lines.join("\n").slice(0, -1))).toEqual([findings, null]);
  expect(facts(lines.slice(0, 3).join("\n"))).toEqual([findings, null]);
  expect(facts(lines.slice(0, 2).join("\n"))).toEqual([null, null]);
  writeFileSync(path, lines.slice(1).join("\n"));
  expect(readCache(path)).toBeNull();
});

test("a cache that cannot be written leaves nothing behind", () => {
  using project = newProject({});
  const path = project.path("cache");
  mkdirSync(path);
  writeFileSync(project.path("cache/x"), "");
  expect(() => {
    writeCache(path, EMPTY);
  }).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(project.root).filter((name) => name.startsWith("cache"))).toEqual([
    "cache",
  ]);
});
