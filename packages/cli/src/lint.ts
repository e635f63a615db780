import type { Gopherwood, GopherwoodOptions, Report } from "@gopherwood/core/runner";
import { subtraction } from "./baseline/subtraction.ts";
import { conclude } from "./conclude.ts";
import type { Target } from "./formatters/targets.ts";
import { loadTargets, writeFormats } from "./formatters/write-formats.ts";
import { readFileList } from "./file-list.ts";
import { readStdin, UsageError, type Io } from "./io.ts";
import type { Options } from "./options/options.ts";
import { writeResults } from "./output.ts";
import type { Progress } from "./progress.ts";
import { formatStats } from "./stats.ts";

/** Returns an engine with more options. */
type NewEngine = (more: GopherwoodOptions) => Gopherwood;

/** Lints what the options ask for, prints the results and returns the exit code. */
export async function lint(
  engine: Gopherwood,
  newEngine: NewEngine,
  options: Options,
  targets: readonly Target[],
  io: Io,
  progress: Progress,
): Promise<number> {
  const loaded = await loadTargets(targets, io.cwd);
  const subtract = await subtraction(options.baseline, engine, io.cwd);
  const { since, shard, outputFile } = options;
  const found = await find(engine, newEngine, options, subtract, io).finally(() => {
    progress.end();
  });
  const report = since === undefined ? subtract(found) : found;
  let isWritten = true;
  if (options.diff) {
    const { formatDiff } = await import("./diff.ts");
    await writeResults(formatDiff(report), outputFile, io);
  } else {
    // 'gopherwood merge' subtracts the baseline, and heeds --quiet, for all shards together.
    const isForMerge = ({ format }: Target) => shard !== undefined && format === "report";
    const [merged, shown] = [
      loaded.filter(isForMerge),
      loaded.filter((one) => !isForMerge(one)),
    ];
    const whole = { ...options, quiet: false };
    const areWritten = [
      await writeFormats(found, merged, engine, whole, io),
      await writeFormats(report, shown, engine, options, io),
    ];
    isWritten = areWritten.every(Boolean);
  }
  const exitCode = conclude(report, options, io);
  if (options.fix || options.fixDryRun || options.diff) {
    const { formatFixSummary } = await import("./fixes.ts");
    io.stderr.write(formatFixSummary(report));
  }
  if (options.stats) {
    // The operating system counts in KiB.
    io.stderr.write(formatStats(report, process.resourceUsage().maxRSS * 1024));
  }
  if (!isWritten) return 2;
  const isChanged = options.diff && report.results.some(({ output }) => output !== undefined);
  return isChanged ? Math.max(1, exitCode) : exitCode;
}

/** Lints what the options ask for: all, or what changed, from which the baseline is subtracted. */
async function find(
  engine: Gopherwood,
  newEngine: NewEngine,
  options: Options,
  subtract: (found: Report) => Report,
  io: Io,
): Promise<Report> {
  const { since, shard } = options;
  if (since === undefined) return await lintInput(engine, options, io);
  if (shard) throw new UsageError("--since lints little: leave out --shard.");
  const { lintSince } = await import("./since.ts");
  return await lintSince(since, newEngine, options, subtract, io.cwd);
}

/** Lints the files that the options name, or standard input. */
async function lintInput(engine: Gopherwood, options: Options, io: Io): Promise<Report> {
  const { paths, stdin, stdinFilename, filesFrom, passOnNoPatterns, shard } = options;
  if (!stdin) {
    const listed = filesFrom === undefined ? [] : await readFileList(filesFrom, io);
    const isNothingNamed = paths.length === 0 && filesFrom === undefined && !passOnNoPatterns;
    return await engine.lintFiles(isNothingNamed ? ["."] : [...paths, ...listed]);
  }
  if (paths.length > 0 || filesFrom !== undefined) {
    throw new UsageError("--stdin lints standard input alone: leave the paths out.");
  }
  if (shard) throw new UsageError("--stdin is one file: leave out --shard.");
  if (stdinFilename === undefined) {
    throw new UsageError(
      "--stdin needs --stdin-filename <path>: the path decides which config applies.",
    );
  }
  return await engine.lintText(await readStdin(io), stdinFilename);
}
