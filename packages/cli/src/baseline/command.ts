import { grownEntries, type BaselineComparison } from "@gopherwood/core/report";
import type { Gopherwood, Report, ReportedBaseline } from "@gopherwood/core/runner";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError, type Io } from "../io.ts";
import type { BaselineOptions } from "../options/options.ts";
import { formatProblem } from "../problems.ts";
import { counted, grouped, printable } from "../text.ts";
import { assertKnownRules, compare, entriesOf } from "./compare.ts";
import { earlierBaseline } from "./earlier.ts";
import { readBaseline, writeBaseline } from "./file.ts";
import { findBaseline, newBaselineIn } from "./find.ts";

type Entry = ReportedBaseline["fixed"][number];

/**
 * Writes a baseline, or with an option changes or checks the one that is there.
 *
 * @returns The exit code: 1 if `--check` or `--since` refuse, 2 if not all could be linted.
 * @throws {UsageError} If the baseline that is there cannot be used; it stays as it is.
 */
export async function baseline(
  engine: Gopherwood,
  options: BaselineOptions,
  io: Io,
): Promise<number> {
  const { prune, check, since, paths } = options;
  if ([prune, check, since !== undefined].filter(Boolean).length > 1) {
    throw new UsageError("--prune, --check and --since are three tasks: take one of them.");
  }
  const path =
    options.baseline === undefined
      ? (findBaseline(io.cwd) ?? newBaselineIn(io.cwd))
      : resolve(io.cwd, options.baseline);
  const before = existsSync(path) ? readBaseline(path) : null;
  if (before === null && (prune || check || since !== undefined)) {
    throw new UsageError(`There is no ${path}: write it with 'gopherwood baseline'.`);
  }
  if (since !== undefined) return refuseGrowth(before ?? [], path, since, io);
  // Entries of unknown rules would stay for ever.
  await assertKnownRules(before ?? [], path, engine);
  const report = await engine.lintFiles(paths.length > 0 ? paths : ["."]);
  for (const problem of report.problems) io.stderr.write(formatProblem(problem));
  if (report.problems.length > 0) {
    io.stderr.write(`gopherwood: not everything was linted, so ${path} was left as it is.\n`);
    return 2;
  }
  const comparison = compare(report, before ?? [], path);
  if (check) return checkShrunk(comparison, path, io);
  write(report, comparison, path, prune, io);
  return 0;
}

function write(
  report: Report,
  { old, added, fixed, open }: BaselineComparison,
  path: string,
  prune: boolean,
  { stdout }: Io,
): void {
  const sites = prune ? old : [...old, ...added];
  const entries = [...entriesOf(sites, report, path), ...open];
  writeBaseline(path, entries);
  const changes = [
    ...(prune ? [] : [`${grouped(added.length)} new`]),
    `${grouped(fixed.length)} taken out`,
  ];
  stdout.write(
    `${path}: ${counted(entries.length, "accepted violation")} (${changes.join(", ")}).\n`,
  );
}

/** Fails if violations of the baseline are gone. */
function checkShrunk({ fixed }: BaselineComparison, path: string, { stdout }: Io): number {
  if (fixed.length === 0) return 0;
  stdout.write(
    `${list(fixed)}\n${path}: ${counted(fixed.length, "entry", "entries")} of it are gone: take ` +
      "them out with 'gopherwood baseline --prune'.\n",
  );
  return 1;
}

/** Fails if a baseline has entries that it did not have in a revision. */
function refuseGrowth(
  entries: readonly Entry[],
  path: string,
  revision: string,
  { stdout }: Io,
): number {
  const earlier = earlierBaseline(dirname(path), path, revision);
  // The commit that brings the baseline in cannot let it grow.
  if (earlier === null) return 0;
  const grown = grownEntries(earlier, entries);
  if (grown.length === 0) return 0;
  stdout.write(
    `${list(grown)}\n${path}: ${counted(grown.length, "entry", "entries")} more than in ` +
      `${revision}: fix these violations instead.\n`,
  );
  return 1;
}

function list(entries: readonly Entry[]): string {
  return entries
    .map(({ file, symbol, ruleId }) =>
      printable(`${file}${symbol === "" ? "" : `: ${symbol}`}: ${ruleId}`),
    )
    .join("\n");
}
