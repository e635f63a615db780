import { Command } from "commander";
import type { Output } from "../io.ts";
import { ENGINE_DEFAULTS, withEngineOptions } from "./groups.ts";
import type { BaselineOptions } from "./options.ts";
import { parse, type Parsed } from "./parse.ts";

const BASELINE_TEXT = `
Without an option it writes gopherwood-baseline.json, next to the one that there is or here. A run
subtracts it: the violations in it are counted, and do not fail.

Exit status: 0 done, 1 --check or --since refuse, 2 the work could not be done.
`;

/** Reads the arguments after `baseline`, as `parse` does. */
export function parseBaselineOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Parsed<BaselineOptions> {
  const defaults = { ...ENGINE_DEFAULTS, prune: false, check: false };
  return parse(newBaselineCommand(), args, defaults, stdout, stderr);
}

function newBaselineCommand(): Command {
  return withEngineOptions(
    new Command("gopherwood baseline")
      .description("Accept the violations that there are now, so that only new ones fail.")
      .argument("[paths...]", "as for gopherwood (default: .)")
      .option("--prune", "take out what is gone, and add nothing")
      .option("--check", "fail if something in it is gone")
      .option("--since <rev>", "fail if it has more entries than in a git revision")
      .option("--baseline <file>", "the file, instead of the nearest"),
  )
    .helpOption("-h, --help")
    .addHelpText("after", BASELINE_TEXT)
    .showHelpAfterError("Try 'gopherwood baseline --help'.")
    .exitOverride();
}
