import { afterAll, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOfShard } from "../../src/runner/shard.ts";
import { Random } from "../../../../tests/support/random.ts";

const root = mkdtempSync(join(tmpdir(), "gopherwood-shard-"));

afterAll(() => {
  rmSync(root, { recursive: true });
});

const random = new Random(15);

/** Returns the paths of files of many sizes. */
function newFiles(): string[] {
  const directory = mkdtempSync(join(root, "files-"));
  return Array.from({ length: random.below(30) }, (_, at) => {
    const path = join(directory, `${String(at).padStart(2, "0")}.go`);
    writeFileSync(path, " ".repeat(random.below(random.pick([1, 100, 5_000]))));
    return path;
  });
}

test("shards have each file once, in order, and no more than their part and one file", () => {
  for (let round = 0; round < 40; round += 1) {
    const paths = newFiles();
    const total = 1 + random.below(6);
    const isLinted = (path: string) => !path.endsWith("7.go");
    const shards = Array.from({ length: total }, (_, at) =>
      filesOfShard(paths, isLinted, { index: at + 1, total }, root),
    );
    expect(shards.flatMap((shard) => [...shard.paths])).toEqual(paths);
    const sizes = new Map(
      paths.map((path) => [path, isLinted(path) ? statSync(path).size : 0]),
    );
    const sum = (some: Iterable<string>) =>
      [...some].reduce((bytes, path) => bytes + (sizes.get(path) ?? 0), 0);
    const most = sum(paths) / total + Math.max(0, ...sizes.values());
    for (const shard of shards) expect(sum(shard.paths)).toBeLessThanOrEqual(most);
    expect(new Set(shards.map(({ reported }) => reported.files)).size).toBe(1);
  }
});

test("files of one size are divided evenly", () => {
  const directory = mkdtempSync(join(root, "even-"));
  const paths = Array.from({ length: 12 }, (_, at) =>
    join(directory, `${String.fromCharCode(97 + at)}.go`),
  );
  for (const path of paths) writeFileSync(path, "package p\n");
  const counts = [1, 2, 3, 4].map(
    (index) => filesOfShard(paths, () => true, { index, total: 4 }, root).paths.size,
  );
  expect(counts).toEqual([3, 3, 3, 3]);
});

test("the digest is that of paths and sizes, wherever the root is", () => {
  const digestOf = (name: string, text: string) => {
    const directory = mkdtempSync(join(root, "digest-"));
    const path = join(directory, name);
    writeFileSync(path, text);
    const shard = { index: 1, total: 1 };
    return filesOfShard([path], () => true, shard, directory).reported.files;
  };
  expect(digestOf("a.go", "one")).toBe(digestOf("a.go", "two"));
  expect(digestOf("a.go", "one")).not.toBe(digestOf("b.go", "one"));
  expect(digestOf("a.go", "one")).not.toBe(digestOf("a.go", "three"));
});
