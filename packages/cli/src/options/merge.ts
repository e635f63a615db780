import { Command } from "commander";
import type { Output } from "../io.ts";
import { OUTPUT_DEFAULTS, withOutputOptions } from "./groups.ts";
import type { MergeOptions } from "./options.ts";
import { parse, type Parsed } from "./parse.ts";

const MERGE_TEXT = `
Run it where the shards ran, in a checkout of the same commit: paths count from the working
directory, and its documents and baseline are read.

Exit status: that of one run over all files.
`;

/** Reads the arguments after `merge`, as `parse` does. */
export function parseMergeOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Parsed<MergeOptions> {
  return parse(newMergeCommand(), args, OUTPUT_DEFAULTS, stdout, stderr);
}

function newMergeCommand(): Command {
  return withOutputOptions(
    new Command("gopherwood merge")
      .description("Make one report of those that 'gopherwood --shard' wrote.")
      .argument("<reports...>", "the files that --format report wrote, one for each shard")
      .option("-c, --config <file>", "use this config instead of the nearest"),
  )
    .helpOption("-h, --help")
    .addHelpText("after", MERGE_TEXT)
    .showHelpAfterError("Try 'gopherwood merge --help'.")
    .exitOverride();
}
