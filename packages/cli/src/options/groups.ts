import { Option, type Command } from "commander";
import { APPENDICES } from "./options.ts";
import { collect, concurrency, integer, seconds } from "./values.ts";

/** The defaults of the options that say what is linted, and how. */
export const ENGINE_DEFAULTS = {
  rule: [],
  ignore: true,
  ignorePattern: [],
  inlineConfig: true,
  concurrency: "auto",
  cache: false,
  debug: false,
} as const;

/** The defaults of the options that say how a report is shown and judged. */
export const OUTPUT_DEFAULTS = { format: [], maxWarnings: -1, quiet: false } as const;

/** Adds the options that say how a report is shown and judged. */
export function withOutputOptions(command: Command): Command {
  return command
    .option(
      "-f, --format <format>",
      "a built-in format, a package or a path as in ESLint, or format=file; repeatable (default: stylish)",
      collect,
    )
    .option("-o, --output-file <file>", "write the format without a file of its own to a file")
    .addOption(
      new Option(
        "--appendix <size>",
        "with --format markdown: the size of the appendix (default: short)",
      ).choices(APPENDICES),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", integer)
    .option("--quiet", "print and fix errors only")
    .option("--baseline <file>", "subtract this baseline instead of the nearest")
    .option("--no-baseline", "subtract no baseline")
    .addOption(new Option("--color", "colour the output, on a terminal or not"))
    .addOption(new Option("--no-color", "do not colour the output"));
}

/** Adds the options that say what is linted, and how. */
export function withEngineOptions(command: Command): Command {
  return command
    .option("-c, --config <file>", "use this config for every file")
    .option("--rule <rule>", "add a rule, as 'name: severity' or JSON; repeatable", collect)
    .option("--ignore-pattern <pattern>", "leave out what matches; repeatable", collect)
    .option("--no-ignore", "lint what git, the config or --ignore-pattern ignores as well")
    .option("--no-inline-config", "heed no comments that turn rules off or on")
    .option(
      "--rule-timeout <seconds>",
      "name a rule that looks at a file for longer (default: 30; 0: no limit)",
      seconds,
    )
    .option(
      "--concurrency <threads>",
      "lint in this many threads: a number, auto or off (default: auto)",
      concurrency,
    )
    .option(
      "--cache",
      "lint no file again of which nothing changed that its findings depend on",
    )
    .option(
      "--cache-location <path>",
      "the file of --cache, or its directory (default: .gopherwoodcache)",
    )
    .option("--debug", "say on standard error which files, configs and times there are");
}
