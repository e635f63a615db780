import { expect, test } from "@jest/globals";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cachePath, readCache, writeCache } from "../../src/runner/cache/cache-file.ts";
import { newProject } from "./fixture.ts";

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
  };
  writeCache(path, content);
  expect(readCache(path)).toMatchObject(content);
  expect(readdirSync(project.path("deep/er"))).toEqual(["cache"]);
});

test("a cache that cannot be written leaves nothing behind", () => {
  using project = newProject({});
  const path = project.path("cache");
  mkdirSync(path);
  writeFileSync(project.path("cache/x"), "");
  expect(() => {
    writeCache(path, { reads: {}, summaries: {}, entries: {} });
  }).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(project.root).filter((name) => name.startsWith("cache"))).toEqual([
    "cache",
  ]);
});
