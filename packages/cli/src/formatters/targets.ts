import { resolve } from "node:path";
import { UsageError } from "../io.ts";

/** A format, and where its text goes. */
export interface Target {
  /** Of a built-in format, or as ESLint resolves it. */
  readonly format: string;
  /** As it was written, relative to the working directory; undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * Reads the values of `--format`: `name`, or `name=file`. Without any it is stylish.
 *
 * @param outputFile That of `--output-file`, which is for the one format without a file.
 * @throws {UsageError} If two formats would go to one place.
 */
export function readTargets(
  formats: readonly string[],
  outputFile: string | undefined,
  cwd: string,
): readonly Target[] {
  const targets = (formats.length === 0 ? ["stylish"] : formats).map((value): Target => {
    const [, format = "", file] = /^([^=]*)(?:=(.*))?$/su.exec(value) ?? [];
    if (format === "" || file === "") {
      throw new UsageError(`--format ${value}: write it as name, or as name=file.`);
    }
    return { format, file: file ?? outputFile };
  });
  const seen = new Set<string>();
  for (const { format, file } of targets) {
    const place = file === undefined ? "" : resolve(cwd, file);
    if (seen.has(place)) {
      const where = file === undefined ? "standard output" : file;
      throw new UsageError(
        `Two formats would go to ${where}: write --format ${format}=file for the second.`,
      );
    }
    seen.add(place);
  }
  return targets;
}
