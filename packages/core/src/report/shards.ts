import type { Report, ReportedShard } from "../runner/report.ts";

/** A report, and the name that messages give it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** The report of a shard. */
export interface ShardReport extends NamedReport {
  readonly shard: ReportedShard;
}

/** The error of reports that are not the shards of one run; the message says what to do. */
export class MergeError extends Error {
  override readonly name = "MergeError";
}

/**
 * Returns reports with their shards, in the order of these.
 *
 * @throws {MergeError} If they are not all shards of one run, each once.
 */
export function assertShards(
  reports: readonly NamedReport[],
): readonly [ShardReport, ...ShardReport[]] {
  const shards = reports
    .map(({ name, report }): ShardReport => {
      if (report.shard) return { name, report, shard: report.shard };
      throw new MergeError(
        `${name} is not the report of a shard: write each with ` +
          "'gopherwood --shard 1/4 --format report --output-file shard-1.json'.",
      );
    })
    .sort((a, b) => a.shard.index - b.shard.index);
  const [first, ...others] = shards;
  if (!first) throw new MergeError("There is no report to merge.");
  for (const other of others) assertSameRun(first, other);
  const { total } = first.shard;
  for (const [at, { name, shard }] of shards.entries()) {
    const before = shards[at - 1];
    if (before?.shard.index === shard.index) {
      throw new MergeError(
        `${before.name} and ${name} are both shard ${shard.index} of ${total}: name each once.`,
      );
    }
  }
  const present = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter(
    (index) => !present.has(index),
  );
  if (missing.length > 0) {
    const what = missing.length === 1 ? "The report of shard" : "The reports of shards";
    throw new MergeError(
      `${what} ${missing.join(", ")} of ${total} ${missing.length === 1 ? "is" : "are"} missing.`,
    );
  }
  return [first, ...others];
}

/** @throws {MergeError} If two reports are not of one run. */
function assertSameRun(one: ShardReport, other: ShardReport): void {
  const names = `${one.name} and ${other.name}`;
  const versions = [one, other].map(({ report }) => `${report.tool.version} ${report.schema}`);
  if (versions[0] !== versions[1]) {
    throw new MergeError(
      `${names} were written by different versions of gopherwood: use one for all shards.`,
    );
  }
  const [commit, otherCommit] = [one, other].map(({ report }) => report.commit?.hash ?? "none");
  if (commit !== otherCommit) {
    throw new MergeError(
      `${names} are of different commits, ${commit} and ${otherCommit}: merge the shards of one.`,
    );
  }
  if (one.shard.total !== other.shard.total) {
    throw new MergeError(
      `${names} are of runs in ${one.shard.total} and in ${other.shard.total} shards: merge the ` +
        "shards of one run.",
    );
  }
  if (one.shard.files !== other.shard.files) {
    throw new MergeError(
      `${names} are shards of different files: run all shards with the same paths, in checkouts ` +
        "that are alike.",
    );
  }
  if (settingsOf(one.report) !== settingsOf(other.report)) {
    throw new MergeError(
      `${names} were made with different rules or settings: use one config for all shards.`,
    );
  }
}

/** Returns what the configs of a run decide, as a text to compare. */
function settingsOf({ rules, systems, categories, assessment }: Report): string {
  const described = systems.map((system) => ({ ...system, files: [] }));
  return JSON.stringify([rules, described, categories, assessment]);
}
