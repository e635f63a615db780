import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Output } from "./io.ts";
import { version } from "./version.generated.ts";

/** The formats of results. */
const FORMATS = ["stylish", "agent", "json", "report", "markdown", "markdown-summary"] as const;

export type Format = (typeof FORMATS)[number];

const APPENDICES = ["full", "short", "none"] as const;

type Appendix = (typeof APPENDICES)[number];

const SEVERITIES = ["off", "warn", "error"] as const;

type Severity = (typeof SEVERITIES)[number];

/** The options of the command line. */
export interface Options {
  readonly paths: readonly string[];
  readonly config?: string;
  /** As they were written. */
  readonly rule: readonly string[];
  readonly format: Format;
  readonly outputFile?: string;
  readonly appendix?: Appendix;
  /** -1 for no limit. */
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly fixType?: readonly string[];
  readonly suggestions?: "apply";
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly filesFrom?: string;
  readonly ignore: boolean;
  readonly ignorePattern: readonly string[];
  readonly warnIgnored: boolean;
  readonly forceExclude: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly passOnNoPatterns: boolean;
  readonly inlineConfig: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: Severity;
  /** In seconds. */
  readonly ruleTimeout?: number;
  readonly concurrency: number | "auto";
  readonly cache: boolean;
  readonly cacheLocation?: string;
  readonly printConfig?: string;
  readonly listRules: boolean;
  readonly stats: boolean;
  readonly debug: boolean;
  readonly init: boolean;
  readonly from?: string;
  readonly color?: boolean;
}

const DEFAULTS = {
  rule: [],
  format: "stylish",
  maxWarnings: -1,
  quiet: false,
  fix: false,
  fixDryRun: false,
  diff: false,
  stdin: false,
  ignore: true,
  ignorePattern: [],
  warnIgnored: true,
  forceExclude: false,
  errorOnUnmatchedPattern: true,
  passOnNoPatterns: false,
  inlineConfig: true,
  concurrency: "auto",
  cache: false,
  listRules: false,
  stats: false,
  debug: false,
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
  gopherwood --format report -o report.json .  write findings and evidence as JSON
  gopherwood --format markdown -o REPORT.md .  write an assessment for people
  gopherwood compare before.json after.json    compare two reports

Exit status: 0 clean, 1 findings, 2 the work could not be done.
`;

/** The options, or the exit code if there is nothing left to do. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: Options }
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
): ParsedOptions {
  const command = newCommand().configureOutput({
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
  const options = { ...DEFAULTS, ...command.opts<Partial<Options>>(), paths: command.args };
  return { ok: true, options };
}

function newCommand(): Command {
  return new Command("gopherwood")
    .description("Lint Go with rules of your own.")
    .argument("[paths...]", "files, directories, globs or Go patterns (default: .)")
    .option("-c, --config <file>", "use this config for every file")
    .option("--rule <rule>", "add a rule, as 'name: severity' or JSON; repeatable", collect)
    .addOption(
      new Option(
        "-f, --format <format>",
        "the format of the results (default: stylish)",
      ).choices(FORMATS),
    )
    .option("-o, --output-file <file>", "write the results to a file")
    .addOption(
      new Option(
        "--appendix <size>",
        "with --format markdown: the size of the appendix (default: short)",
      ).choices(APPENDICES),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", integer)
    .option("--quiet", "print and fix errors only")
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
    .option("--ignore-pattern <pattern>", "leave out what matches; repeatable", collect)
    .option("--no-ignore", "lint what git, the config or --ignore-pattern ignores as well")
    .option("--no-warn-ignored", "say nothing of named files that the config ignores")
    .option("--force-exclude", "leave named files out as if they had been found, for hooks")
    .option("--no-error-on-unmatched-pattern", "exit with 0 though a path finds no file")
    .option("--pass-on-no-patterns", "exit with 0 if no path is given")
    .option(
      "--files-from <file>",
      "read more paths from a file, one a line; - for standard input",
    )
    .option("--no-inline-config", "heed no comments that turn rules off or on")
    .addOption(
      new Option(
        "--report-unused-disable-directives-severity <severity>",
        "the severity of comments that suppress nothing: off, warn or error",
      ).argParser(severity),
    )
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
    .option("--stdin", "lint the text on standard input")
    .option("--stdin-filename <path>", "the path of the text on standard input")
    .option("--print-config <file>", "print the config of a file")
    .option("--list-rules", "list the rules of the config for this directory")
    .option("--stats", "print counts, times and memory on standard error")
    .option("--debug", "say on standard error which files, configs and times there are")
    .option("--init", "write a gopherwood.config.js")
    .option("--from <file>", "with --init: write what this .golangci.yml means")
    .addOption(new Option("--color", "colour the output, on a terminal or not"))
    .addOption(new Option("--no-color", "do not colour the output"))
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

function integer(value: string): number {
  if (!/^-?\d+$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}
