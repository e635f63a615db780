import { repositoryOf, type Gopherwood, type Report } from "@gopherwood/core/runner";
import { wantsColor } from "../colors.ts";
import { UsageError, type Io } from "../io.ts";
import type { OutputOptions } from "../options/options.ts";
import { writeResults } from "../output.ts";
import { printableLines } from "../text.ts";
import { BUILT_IN } from "./built-in.ts";
import { formatByEslint, loadFormatter, type EslintFormatter } from "./eslint-formatter.ts";
import type { Target } from "./targets.ts";

/** A target whose format is loaded. */
interface LoadedTarget extends Target {
  /** Null for a built-in format. */
  readonly formatter: EslintFormatter | null;
}

/**
 * Loads the formats of a run, so that one that is missing ends it before anything is linted.
 *
 * @throws {UsageError} If one cannot be loaded.
 */
export async function loadTargets(
  targets: readonly Target[],
  cwd: string,
): Promise<readonly LoadedTarget[]> {
  return await Promise.all(
    targets.map(async (target) => ({
      ...target,
      formatter: BUILT_IN.has(target.format) ? null : await loadFormatter(target.format, cwd),
    })),
  );
}

/**
 * Writes a report in all formats. One that fails is named on standard error, and the others are
 * written.
 *
 * @returns True if all were written.
 */
export async function writeFormats(
  report: Report,
  targets: readonly LoadedTarget[],
  engine: Gopherwood,
  options: OutputOptions,
  io: Io,
): Promise<boolean> {
  let isWhole = true;
  for (const target of targets) {
    try {
      await writeResults(await format(report, target, engine, options, io), target.file, io);
    } catch (error) {
      isWhole = false;
      const why = error instanceof Error ? error.message : String(error);
      const who = error instanceof UsageError ? "" : `the format ${target.format} failed: `;
      io.stderr.write(`gopherwood: ${printableLines(who + why)}\n`);
    }
  }
  return isWhole;
}

async function format(
  report: Report,
  { format: name, file, formatter }: LoadedTarget,
  engine: Gopherwood,
  { color, quiet, appendix, maxWarnings }: OutputOptions,
  io: Io,
): Promise<Iterable<string> | string> {
  const { cwd, env } = io;
  if (formatter) {
    return await formatByEslint(formatter, report, { engine, cwd, color, quiet, maxWarnings });
  }
  const context = {
    cwd,
    env,
    quiet,
    appendix,
    repository: repositoryOf(cwd) ?? cwd,
    color: file === undefined ? wantsColor(color, io) : color === true,
  };
  return (await BUILT_IN.get(name)?.(report, context)) ?? "";
}
