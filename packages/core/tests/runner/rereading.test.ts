// A thread finds the same changes as this one.
import { expect, test } from "@jest/globals";
import type { CachedReads } from "../../src/runner/cache/cache-content.ts";
import { parseReads } from "../../src/runner/cache/cache-file.ts";
import { changedReads } from "../../src/runner/cache/changed-reads.ts";
import { portableReads } from "../../src/runner/cache/portable-reads.ts";
import { RecordedFiles, type Reads } from "../../src/runner/cache/recorded-files.ts";
import { startRereading } from "../../src/runner/cache/rereading.ts";
import { disk } from "../../src/source/disk.node.ts";
import { newProject, type Project } from "./fixture.ts";

/** Enough files for a thread: some 200 characters of their reads each. */
const COUNT = 1500;

const newFiles = (project: Project) =>
  new RecordedFiles({ ...disk, moduleCache: project.path("mod") });

/** Returns what a run reads of a project, as a cache has it. */
function readsOf(project: Project): string {
  const files = newFiles(project);
  for (let at = 0; at < COUNT; at += 1) {
    const directory = project.path(`a/long/way/to/a/package/of/this/name${at}`);
    for (const name of files.listFiles(directory)) files.readText(`${directory}/${name}`);
    files.readText(`${directory}/go.mod`);
  }
  return JSON.stringify(portableReads(files.reads, { cwd: project.root, files }));
}

const saved = (reads: readonly string[]) => ({ reads, parseReads: () => parseReads(reads) });

test("many files are read in two threads, each once, and what changed is known", async () => {
  const at = (number: number) => `a/long/way/to/a/package/of/this/name${number}`;
  const texts = Array.from({ length: COUNT }, (_, number) => [
    `${at(number)}/a.go`,
    `${number}`,
  ]);
  using project = newProject(Object.fromEntries(texts) as Record<string, string>);
  const json = readsOf(project);
  expect(json.length).toBeGreaterThan(200_000);
  const reread = async (): Promise<Reads | null> =>
    await startRereading(saved([json]), newFiles(project), project.root)();
  expect(await reread()).toEqual(new Map());
  project.write(`${at(0)}/a.go`, "other");
  project.write(`${at(COUNT - 1)}/b.go`, "new");
  project.write(`${at(7)}/go.mod`, "module m");
  const changed = await reread();
  const keys = [
    `text ${project.path(at(0))}/a.go`,
    `text ${project.path(at(7))}/go.mod`,
    `go-files ${project.path(at(COUNT - 1))}`,
  ];
  expect([...(changed?.keys() ?? [])].sort()).toEqual(keys.sort());
  const taken = new Int32Array(1);
  const readHere = () =>
    changedReads(JSON.parse(json) as CachedReads, newFiles(project), project.root, taken);
  expect(changed).toEqual(readHere());
  // The others have it all.
  expect(readHere()).toEqual(new Map());
});

test("reads that are broken cannot be told", async () => {
  using project = newProject({});
  const broken = "{".repeat(300_000);
  for (const json of [[], ["{"], ["{}", "{"], [broken]]) {
    expect(await startRereading(saved(json), newFiles(project), project.root)()).toBeNull();
  }
});
