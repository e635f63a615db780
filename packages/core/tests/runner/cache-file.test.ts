import { expect, test } from "@jest/globals";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cachePath, readCache, writeCache } from "../../src/runner/cache/cache-file.ts";
import { NO_FACTS } from "../../src/runner/cache/facts.ts";
import { newProject } from "./fixture.ts";

const EMPTY = { reads: {}, summaries: {}, entries: {}, code: [] };

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

test("what is written is read again, from a directory that was not there", () => {
  using project = newProject({});
  const path = project.path("deep/er/cache");
  expect(readCache(path)).toBeNull();
  const content = {
    reads: { "": { names: {}, texts: { "a.go": "x" } } },
    summaries: {},
    entries: {},
    code: ["y"],
  };
  const facts = { strings: ["s\n"], facts: { digest: { "a.go": [0] } } };
  writeCache(path, content, facts);
  expect(readCache(path)?.content).toMatchObject(content);
  expect(readCache(path)?.readFacts()).toEqual(facts);
  expect(readdirSync(project.path("deep/er"))).toEqual(["cache"]);
});

test("broken facts are none", () => {
  using project = newProject({});
  const path = project.path("cache");
  writeCache(path, EMPTY, NO_FACTS);
  writeFileSync(path, readFileSync(path, "utf8").slice(0, -1));
  expect(readCache(path)?.content).toMatchObject(EMPTY);
  expect(readCache(path)?.readFacts()).toBeNull();
});

test("a cache that cannot be written leaves nothing behind", () => {
  using project = newProject({});
  const path = project.path("cache");
  mkdirSync(path);
  writeFileSync(project.path("cache/x"), "");
  expect(() => {
    writeCache(path, EMPTY, NO_FACTS);
  }).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(project.root).filter((name) => name.startsWith("cache"))).toEqual([
    "cache",
  ]);
});
