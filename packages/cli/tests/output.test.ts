import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../src/io.ts";
import { writeResults } from "../src/output.ts";
import { Project } from "./project.ts";

const LARGE = "x".repeat((1 << 20) - 1);

/** Returns what is written to standard output, and how often its reader was waited for. */
async function written(results: Iterable<string> | string, isSlow = false) {
  const parts: string[] = [];
  let waits = 0;
  const stdout = {
    write: (text: string) => {
      parts.push(text);
      return !isSlow;
    },
    drained: () => {
      waits += 1;
      return Promise.resolve();
    },
  };
  await writeResults(results, undefined, { cwd: "/", stdout } as unknown as Io);
  return { parts, waits };
}

test("a text has a line break after it, and nothing has none", async () => {
  expect(await written("a\nb")).toEqual({ parts: ["a\nb\n"], waits: 0 });
  expect(await written("")).toEqual({ parts: [], waits: 0 });
  expect(await written([])).toEqual({ parts: [], waits: 0 });
});

test("small parts are written as one, and large ones as soon as they are enough", async () => {
  expect((await written(["a", "b", "", "c"])).parts).toEqual(["abc\n"]);
  expect((await written([LARGE, "y", "z"])).parts).toEqual([`${LARGE}y`, "z\n"]);
  expect((await written([LARGE, "y"])).parts).toEqual([`${LARGE}y`, "\n"]);
  expect((await written([LARGE])).parts).toEqual([`${LARGE}\n`]);
});

test("a reader that is slow is waited for", async () => {
  expect((await written([LARGE, "y", "z"], true)).waits).toBe(2);
});

test("a file has the same text, in a directory that was not there", async () => {
  using project = new Project({}, { config: null });
  const io = { cwd: project.root } as Io;
  await writeResults([LARGE, "é", "z"], "a/b/c.txt", io);
  expect(readFileSync(join(project.root, "a/b/c.txt"), "utf8")).toBe(`${LARGE}éz\n`);
  await writeResults("", "a/b/c.txt", io);
  expect(readFileSync(join(project.root, "a/b/c.txt"), "utf8")).toBe("");
});
