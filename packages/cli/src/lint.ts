import type { Gopherwood, GopherwoodOptions, Report } from "@gopherwood/core/runner";
import { baselinePath } from "./baseline/find.ts";
import { formatFixSummary } from "./fixes.ts";
import type { Target } from "./formatters/targets.ts";
import { loadTargets, writeFormats } from "./formatters/write-formats.ts";
import { readFileList } from "./file-list.ts";
import { readStdin, UsageError, type Io } from "./io.ts";
import type { Options } from "./options.ts";
import { writeResults } from "./output.ts";
import { formatProblem } from "./problems.ts";
import type { Progress } from "./progress.ts";
import { formatStats } from "./stats.ts";

/** Returns an engine with more options. */
type NewEngine = (more: GopherwoodOptions) => Promise<Gopherwood>;

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
  const report = await find(engine, newEngine, options, subtract, io).finally(() => {
    progress.end();
  });
  const { outputFile, maxWarnings } = options;
  let isWritten = true;
  if (options.diff) {
    const { formatDiff } = await import("./diff.ts");
    await writeResults(formatDiff(report), outputFile, io);
  } else isWritten = await writeFormats(report, loaded, engine, options, io);
  for (const problem of report.problems) io.stderr.write(formatProblem(problem));
  if (options.fix || options.fixDryRun || options.diff) {
    io.stderr.write(formatFixSummary(report));
  }
  const errors = report.results.some(({ errorCount }) => errorCount > 0);
  const warnings = report.results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const tooMany = maxWarnings >= 0 && warnings > maxWarnings;
  if (tooMany && !errors) {
    io.stderr.write(`gopherwood: too many warnings: ${warnings} (maximum: ${maxWarnings}).\n`);
  }
  if (options.stats) {
    // The operating system counts in KiB.
    io.stderr.write(formatStats(report, process.resourceUsage().maxRSS * 1024));
  }
  if (report.problems.length > 0 || !isWritten) return 2;
  const isChanged = options.diff && report.results.some(({ output }) => output !== undefined);
  return errors || tooMany || isChanged ? 1 : 0;
}

/** Returns what subtracts the baseline from a report. */
async function subtraction(
  named: Options["baseline"],
  engine: Gopherwood,
  cwd: string,
): Promise<(found: Report) => Report> {
  const path = baselinePath(named, cwd);
  if (path === null) return (found) => found;
  const { applyBaseline, loadBaseline } = await import("./baseline/apply.ts");
  const baseline = await loadBaseline(path, engine);
  return (found) => applyBaseline(found, baseline);
}

/** Lints what the options ask for: all, or what changed. */
async function find(
  engine: Gopherwood,
  newEngine: NewEngine,
  options: Options,
  subtract: (found: Report) => Report,
  io: Io,
): Promise<Report> {
  const { since } = options;
  if (since === undefined) return subtract(await lintInput(engine, options, io));
  const { lintSince } = await import("./since.ts");
  return await lintSince(since, newEngine, options, subtract, io.cwd);
}

/** Lints the files that the options name, or standard input. */
async function lintInput(engine: Gopherwood, options: Options, io: Io): Promise<Report> {
  const { paths, stdin, stdinFilename, filesFrom, passOnNoPatterns } = options;
  if (!stdin) {
    const listed = filesFrom === undefined ? [] : await readFileList(filesFrom, io);
    const isNothingNamed = paths.length === 0 && filesFrom === undefined && !passOnNoPatterns;
    return await engine.lintFiles(isNothingNamed ? ["."] : [...paths, ...listed]);
  }
  if (paths.length > 0 || filesFrom !== undefined) {
    throw new UsageError("--stdin lints standard input alone: leave the paths out.");
  }
  if (stdinFilename === undefined) {
    throw new UsageError(
      "--stdin needs --stdin-filename <path>: the path decides which config applies.",
    );
  }
  return await engine.lintText(await readStdin(io), stdinFilename);
}
