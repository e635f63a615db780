import { mergeReports } from "@gopherwood/core/report";
import { Gopherwood, readCommit, withSurvey, type Report } from "@gopherwood/core/runner";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { subtraction } from "./baseline/subtraction.ts";
import { conclude } from "./conclude.ts";
import { WITH_SURVEY } from "./formatters/built-in.ts";
import { readTargets } from "./formatters/targets.ts";
import { loadTargets, writeFormats } from "./formatters/write-formats.ts";
import { UsageError, type Io } from "./io.ts";
import { parseMergeOptions } from "./options/merge.ts";
import { readReport } from "./read-report.ts";

/**
 * Prints the reports of shards as one.
 *
 * @returns The exit code of one run over all files.
 * @throws {UsageError} If a report cannot be read, or the working directory has not its files.
 * @throws {MergeError} If they are not all shards of one run, each once.
 */
export async function merge(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseMergeOptions(args, io.stdout, io.stderr);
  if (!parsed.ok) return parsed.exitCode;
  const { options } = parsed;
  const { cwd } = io;
  const targets = readTargets(options.format, options.outputFile, cwd);
  const loaded = await loadTargets(targets, cwd);
  const shards = options.paths.map((name) => ({ name, report: readReport(name, cwd) }));
  const merged = mergeReports(shards, cwd);
  assertCheckout(merged, cwd);
  const engine = new Gopherwood({ cwd, configFile: options.config });
  const subtract = await subtraction(options.baseline, engine, cwd);
  const surveying = targets.find(({ format }) => WITH_SURVEY.has(format));
  const output = surveying?.file === undefined ? undefined : resolve(cwd, surveying.file);
  const report = subtract(surveying ? await withSurvey(merged, output) : merged);
  const isWritten = await writeFormats(report, loaded, engine, options, io);
  const exitCode = conclude(report, options, io);
  return isWritten ? exitCode : 2;
}

/** @throws {UsageError} If the working directory is not as the roots of the shards were. */
function assertCheckout({ commit, files }: Report, cwd: string): void {
  const here = readCommit(cwd)?.hash ?? null;
  const expected = commit?.hash ?? null;
  if (here !== expected) {
    const checkout = here === null ? "in no git repository" : `at ${here}`;
    throw new UsageError(
      `The reports are of ${expected === null ? "no commit" : `commit ${expected}`}, and ${cwd} is ${checkout}: run ` +
        "'gopherwood merge' where the shards ran, in a checkout of the same commit.",
    );
  }
  const missing = files.find(({ path }) => !existsSync(resolve(cwd, path)));
  if (missing) {
    throw new UsageError(
      `${missing.path} of the reports is not in ${cwd}: run 'gopherwood merge' in the directory ` +
        "where the shards ran.",
    );
  }
}
