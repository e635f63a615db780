import type { FileConfig } from "./file-config.ts";
import { isSkipped } from "./lint-file.ts";
import { pathFrom } from "./paths.ts";
import { readFile } from "./read-file.ts";
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
 * directories stay whole, and at most its part of the bytes and those of one file. A file that
 * is not linted, since its config ignores it or it is generated, has no weight.
 *
 * @param configs Of all files by their absolute paths, sorted; null for an ignored file.
 * @param root Absolute; the paths in the digest are relative to it.
 */
export function filesOfShard(
  configs: ReadonlyMap<string, FileConfig | null>,
  { index, total }: Shard,
  root: string,
): ShardFiles {
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hash = createHash("sha256");
  const weights = [...configs].map(([path, config]) => {
    const content = config ? readFile(path) : null;
    const bytes = content?.ok ? content.bytes : Buffer.alloc(0);
    const name = pathFrom(root, path);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    return config && isSkipped(bytes.toString("utf8"), config) ? 0 : bytes.length;
  });
  const shards = shardsOf(weights, total);
  return {
    paths: new Set([...configs.keys()].filter((_, at) => shards[at] === index)),
    reported: { index, total, files: hash.digest("hex").slice(0, 16) },
  };
}

/** Returns the shard of each file, from 1: the one whose part has the middle of its weight. */
function shardsOf(weights: readonly number[], total: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const middle = before + weight / 2;
    before += weight;
    return Math.min(total, 1 + Math.floor((middle / Math.max(1, all)) * total));
  });
}
