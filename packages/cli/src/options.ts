import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Output } from "./io.ts";
import { version } from "./version.generated.ts";

/** The formats that results can be printed in. */
const FORMATS = ["stylish", "json", "report", "markdown", "markdown-summary"] as const;

export type Format = (typeof FORMATS)[number];

/** The options of the command line. */
export interface Options {
  readonly paths: readonly string[];
  readonly config?: string;
  /** As they were written. */
  readonly rule: readonly string[];
  readonly format: Format;
  readonly outputFile?: string;
  /** -1: as many as there are. */
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly fixType?: readonly string[];
  readonly suggestions?: "apply";
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly printConfig?: string;
  readonly listRules: boolean;
  readonly stats: boolean;
  readonly init: boolean;
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
  listRules: false,
  stats: false,
  init: false,
} as const;

const EXAMPLES = `
Examples:
  gopherwood                                   lint the Go files below this directory
  gopherwood ./... '**/*_test.go'              Go patterns and globs
  gopherwood --rule 'logging/no-direct-logging: error' cmd
  gopherwood --fix ./...                       fix what can be fixed
  gopherwood --diff ./... | git apply          the same, seen first
  gopherwood --format report -o report.json .  findings and evidence as JSON
  gopherwood --format markdown -o REPORT.md .  the assessment, to be read
  gopherwood compare before.json after.json    what got better and worse

Exit status: 0 clean, 1 findings, 2 the work could not be done.
`;

/**
 * Reads the arguments.
 *
 * @param args Without the names of Node and of the command.
 * @returns The options, or the exit code when there is nothing left to do: `--help`,
 *   `--version`, or arguments that cannot be read, which was then said.
 */
export function parseOptions(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Options | number {
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return { ...DEFAULTS, ...command.opts<Partial<Options>>(), paths: command.args };
}

function newCommand(): Command {
  return new Command("gopherwood")
    .description("Lint Go with rules of your own.")
    .argument("[paths...]", "files, directories, globs or Go patterns (default: .)")
    .option("-c, --config <file>", "use this config for every file, not the nearest one")
    .option("--rule <rule>", "add a rule, as 'name: severity' or JSON; repeatable", collect)
    .addOption(
      new Option(
        "-f, --format <format>",
        "how to print the results (default: stylish)",
      ).choices(FORMATS),
    )
    .option("-o, --output-file <file>", "write the results to a file")
    .option("--max-warnings <n>", "exit with 1 when there are more warnings", integer)
    .option("--quiet", "print errors only, and fix errors only")
    .option("--fix", "fix what can be fixed, and write the files")
    .option("--fix-dry-run", "fix without writing: the results have the fixed text")
    .option("--diff", "print what --fix would change, for git apply; writes nothing")
    .addOption(
      new Option(
        "--fix-type <type>",
        "fix only for rules of this type: problem, suggestion, layout or directive; repeatable",
      ).argParser(fixTypes),
    )
    .addOption(
      new Option("--suggestions <what>", "with a fix option: suggestions too").choices([
        "apply",
      ]),
    )
    .option("--stdin", "lint the text on standard input")
    .option("--stdin-filename <path>", "the path that the text on standard input belongs to")
    .option("--print-config <file>", "print the config of a file")
    .option("--list-rules", "list the rules of the config that applies here")
    .option("--stats", "print counts, times and memory on standard error")
    .option("--init", "write a gopherwood.config.js")
    .addOption(new Option("--color", "colour the output even when it is no terminal"))
    .addOption(new Option("--no-color", "never colour the output"))
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

function integer(value: string): number {
  if (!/^-?\d+$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}
