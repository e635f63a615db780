import type { Gopherwood } from "@gopherwood/core/runner";
import { UsageError, type Io } from "./io.ts";
import type { Options } from "./options/options.ts";

/**
 * Prints the config of the file that `--print-config` names, as ESLint does.
 *
 * @throws {UsageError} If paths or standard input are to be linted as well.
 */
export async function printConfig(
  engine: Gopherwood,
  { printConfig: file = "", paths, stdin }: Options,
  { stdout, stderr }: Io,
): Promise<void> {
  if (paths.length > 0 || stdin) {
    throw new UsageError(
      "--print-config takes one file and lints nothing: leave the rest out.",
    );
  }
  const config = await engine.configFor(file);
  if (!config)
    stderr.write(`gopherwood: ${file}: the config ignores it or has nothing for it.\n`);
  stdout.write(`${JSON.stringify(config ?? undefined, null, "  ")}\n`);
}
