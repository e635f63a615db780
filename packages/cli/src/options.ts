import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Shard } from "@gopherwood/core/runner";
import type { Output } from "./io.ts";
import { version } from "./version.generated.ts";

const APPENDICES = ["full", "short", "none"] as const;

type Appendix = (typeof APPENDICES)[number];

const SEVERITIES = ["off", "warn", "error"] as const;

type Severity = (typeof SEVERITIES)[number];

/** Options that say what is linted, and how. */
export interface EngineOptions {
  readonly paths: readonly string[];
  readonly config?: string;
  /** As they were written. */
  readonly rule: readonly string[];
  readonly ignore: boolean;
  readonly ignorePattern: readonly string[];
  readonly inlineConfig: boolean;
  /** In seconds. */
  readonly ruleTimeout?: number;
  readonly concurrency: number | "auto";
  readonly cache: boolean;
  readonly cacheLocation?: string;
  readonly debug: boolean;
}

/** The options of `gopherwood baseline`. */
export interface BaselineOptions extends EngineOptions {
  /** The path of the baseline, relative to the working directory. */
  readonly baseline?: string;
  readonly prune: boolean;
  readonly check: boolean;
  /** A revision. */
  readonly since?: string;
}

/** Options that say how a report is shown and judged. */
export interface OutputOptions {
  /** Names, or `name=file`, as they were written. */
  readonly format: readonly string[];
  readonly outputFile?: string;
  readonly appendix?: Appendix;
  /** -1 for no limit. */
  readonly maxWarnings: number;
  readonly quiet: boolean;
  /** The path of the baseline; false for none, and by default the nearest. */
  readonly baseline?: string | false;
  readonly color?: boolean;
}

/** The options of `gopherwood merge`. */
export interface MergeOptions extends OutputOptions {
  /** Of the reports. */
  readonly paths: readonly string[];
  readonly config?: string;
}

/** The options of the command line. */
export interface Options extends EngineOptions, OutputOptions {
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly fixType?: readonly string[];
  readonly suggestions?: "apply";
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly filesFrom?: string;
  readonly warnIgnored: boolean;
  readonly forceExclude: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly passOnNoPatterns: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: Severity;
  readonly shard?: Shard;
  /** A revision: only what changed since is reported. */
  readonly since?: string;
  readonly sinceWholeFiles: boolean;
  readonly printConfig?: string;
  readonly explainConfig?: string;
  readonly listRules: boolean;
  readonly stats: boolean;
  readonly init: boolean;
  readonly from?: string;
}

const ENGINE_DEFAULTS = {
  rule: [],
  ignore: true,
  ignorePattern: [],
  inlineConfig: true,
  concurrency: "auto",
  cache: false,
  debug: false,
} as const;

const OUTPUT_DEFAULTS = { format: [], maxWarnings: -1, quiet: false } as const;

const DEFAULTS = {
  ...ENGINE_DEFAULTS,
  ...OUTPUT_DEFAULTS,
  fix: false,
  fixDryRun: false,
  diff: false,
  stdin: false,
  warnIgnored: true,
  forceExclude: false,
  errorOnUnmatchedPattern: true,
  passOnNoPatterns: false,
  sinceWholeFiles: false,
  listRules: false,
  stats: false,
  init: false,
} as const;

const EXAMPLES = `
Examples:
  gopherwood                                   lint the Go files below this directory
  gopherwood ./... '**/*_test.go'              lint by Go patterns and globs
  gopherwood --rule 'logging/no-direct-logging: error' cmd
  gopherwood --fix ./...                       apply all fixes
  gopherwood --diff ./... > fixes.patch        show the same as a patch for git apply
  git diff --name-only -z | gopherwood --force-exclude --files-from -
  gopherwood --format stylish --format sarif=out.sarif ./...
  gopherwood --format report -o report.json .  write findings and evidence as JSON
  gopherwood --format markdown -o REPORT.md .  write an assessment for people
  gopherwood compare before.json after.json    compare two reports
  gopherwood --since merge-base                lint what this branch changes
  gopherwood --shard 2/4 -f report -o 2.json   lint the second quarter of the files
  gopherwood merge --format markdown *.json    make one report of those of all shards
  gopherwood baseline                          accept the violations that there are now
  gopherwood explain logging/no-direct-logging print the page of a rule
  gopherwood ast main.go:12                    show the syntax tree of a line, for rule authors

Exit status: 0 clean, 1 findings, 2 the work could not be done.
`;

/** The options, or the exit code if there is nothing left to do. */
export type Parsed<T> =
  | { readonly ok: true; readonly options: T }
  | { readonly ok: false; readonly exitCode: number };

/**
 * Reads the arguments. It prints the text of `--help` and `--version` itself, and the error
 * of arguments that cannot be read.
 *
 * @param args Without the names of Node and of the command.
 */
export function parseOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Parsed<Options> {
  return parse(newCommand(), args, DEFAULTS, stdout, stderr);
}

/** Reads the arguments after `baseline`, as `parseOptions` does. */
export function parseBaselineOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Parsed<BaselineOptions> {
  const defaults = { ...ENGINE_DEFAULTS, prune: false, check: false };
  return parse(newBaselineCommand(), args, defaults, stdout, stderr);
}

/** Reads the arguments after `merge`, as `parseOptions` does. */
export function parseMergeOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Parsed<MergeOptions> {
  return parse(newMergeCommand(), args, OUTPUT_DEFAULTS, stdout, stderr);
}

function parse<T>(
  command: Command,
  args: readonly string[],
  defaults: Omit<T, "paths" | OptionalKeys<T>>,
  stdout: Output,
  stderr: Output,
): Parsed<T> {
  command.configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    outputError: (text, write) => {
      write(text.replace(/^error:/u, "gopherwood:"));
    },
  });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { ok: false, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return {
    ok: true,
    options: { ...defaults, ...command.opts<Partial<T>>(), paths: command.args } as T,
  };
}

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

const BASELINE_TEXT = `
Without an option it writes gopherwood-baseline.json, next to the one that there is or here. A run
subtracts it: the violations in it are counted, and do not fail.

Exit status: 0 done, 1 --check or --since refuse, 2 the work could not be done.
`;

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

const MERGE_TEXT = `
Run it where the shards ran, in a checkout of the same commit: paths count from the working
directory, and its documents and baseline are read.

Exit status: that of one run over all files.
`;

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

/** Adds the options that say how a report is shown and judged. */
function withOutputOptions(command: Command): Command {
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
function withEngineOptions(command: Command): Command {
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

function newCommand(): Command {
  const command = new Command("gopherwood")
    .description("Lint Go with rules of your own.")
    .argument("[paths...]", "files, directories, globs or Go patterns (default: .)");
  return withOutputOptions(withEngineOptions(command))
    .option(
      "--shard <i/n>",
      "lint one of n parts of the files, for a machine of its own, as in 2/4",
      shard,
    )
    .option("--fix", "apply fixes and write the files")
    .option("--fix-dry-run", "apply fixes to the results, and write no file")
    .option("--diff", "print the changes of --fix as a patch for git apply, and write no file")
    .addOption(
      new Option(
        "--fix-type <type>",
        "fix only rules of this type: problem, suggestion, layout or directive; repeatable",
      ).argParser(fixTypes),
    )
    .addOption(
      new Option(
        "--suggestions <choice>",
        "with a fix option: apply the first suggestion where there is no fix",
      ).choices(["apply"]),
    )
    .option("--no-warn-ignored", "say nothing of named files that the config ignores")
    .option("--force-exclude", "leave named files out as if they had been found, for hooks")
    .option("--no-error-on-unmatched-pattern", "exit with 0 though a path finds no file")
    .option("--pass-on-no-patterns", "exit with 0 if no path is given")
    .option(
      "--files-from <file>",
      "read more paths from a file, one a line; - for standard input",
    )
    .addOption(
      new Option(
        "--report-unused-disable-directives-severity <severity>",
        "the severity of comments that suppress nothing: off, warn or error",
      ).argParser(severity),
    )
    .option(
      "--since <rev>",
      "report what changed since a git revision, or since merge-base, and what that causes",
    )
    .option("--since-whole-files", "with --since: report all of the files that changed")
    .option("--stdin", "lint the text on standard input")
    .option("--stdin-filename <path>", "the path of the text on standard input")
    .option("--print-config <file>", "print the config of a file")
    .option("--explain-config <file>", "say which config object sets each setting of a file")
    .option("--list-rules", "list the rules of the config for this directory")
    .option("--stats", "print counts, times and memory on standard error")
    .option("--init", "write a gopherwood.config.js")
    .option("--from <file>", "with --init: write what this .golangci.yml means")
    .version(version, "-v, --version")
    .helpOption("-h, --help")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("Try 'gopherwood --help'.")
    .exitOverride();
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

const FIX_TYPES = ["directive", "problem", "suggestion", "layout"];

function fixTypes(value: string, before: readonly string[] = []): string[] {
  const types = value.split(",");
  const wrong = types.find((type) => !FIX_TYPES.includes(type));
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`It must be one of ${FIX_TYPES.join(", ")}.`);
  }
  return [...before, ...types];
}

/** Reads a severity by name or, as in ESLint, by number. */
function severity(value: string): Severity {
  const found = SEVERITIES.find((name, index) => value === name || value === String(index));
  if (!found) throw new InvalidArgumentError(`It must be one of ${SEVERITIES.join(", ")}.`);
  return found;
}

function seconds(value: string): number {
  if (!/^\d+(?:\.\d+)?$/u.test(value)) {
    throw new InvalidArgumentError("It must be a number of seconds.");
  }
  return Number(value);
}

function concurrency(value: string): number | "auto" {
  if (value === "auto") return value;
  if (value === "off") return 1;
  if (!/^[1-9]\d{0,2}$/u.test(value)) {
    throw new InvalidArgumentError("It must be a number of threads, 'auto' or 'off'.");
  }
  return Number(value);
}

function shard(value: string): Shard {
  const [, index, total] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(value) ?? [];
  if (Number(index) <= Number(total)) return { index: Number(index), total: Number(total) };
  throw new InvalidArgumentError("It must be a shard and the number of all, as in 2/4.");
}

function integer(value: string): number {
  if (!/^-?\d+$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}
