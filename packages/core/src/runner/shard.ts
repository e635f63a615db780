import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { relative, sep } from "node:path";
import type { ReportedShard } from "./report.ts";

/** One of the parts that a run is divided into, each for a machine of its own. */
export type Shard = Pick<ReportedShard, "index" | "total">;

/** The part of a run that a shard lints. */
export interface ShardFiles {
  /** Absolute, in the order of all files. */
  readonly paths: ReadonlySet<string>;
  readonly reported: ReportedShard;
}

/**
 * Returns the files of a shard. Each shard has files that follow each other, so that most
 * directories stay whole, and at most its part of the bytes and those of one file.
 *
 * @param paths Of all files, absolute and sorted.
 * @param isLinted Returns false for a file that is not read, and does not weigh.
 * @param root Absolute; the paths in the digest are relative to it.
 */
export function filesOfShard(
  paths: readonly string[],
  isLinted: (path: string) => boolean,
  { index, total }: Shard,
  root: string,
): ShardFiles {
  const sizes = paths.map((path) => (isLinted(path) ? sizeOf(path) : 0));
  const shards = shardsOf(sizes, total);
  const hash = createHash("sha256");
  for (const [at, path] of paths.entries()) {
    hash.update(`${relative(root, path).split(sep).join("/")}\0${sizes[at]}\n`);
  }
  return {
    paths: new Set(paths.filter((_, at) => shards[at] === index)),
    reported: { index, total, files: hash.digest("hex").slice(0, 16) },
  };
}

/**
 * Returns the shard of each file, from 1: the one whose part of all bytes has the file's middle.
 *
 * @param sizes In bytes.
 */
function shardsOf(sizes: readonly number[], total: number): number[] {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  return sizes.map((size) => {
    const middle = before + size / 2;
    before += size;
    return Math.min(total, 1 + Math.floor((middle / Math.max(1, bytes)) * total));
  });
}

/** Returns the size of a file in bytes; 0 if it is not there any more. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
