import { Command, Option } from "commander";
import type { Output } from "../io.ts";
import { version } from "../version.generated.ts";
import {
  ENGINE_DEFAULTS,
  OUTPUT_DEFAULTS,
  withEngineOptions,
  withOutputOptions,
} from "./groups.ts";
import type { Options } from "./options.ts";
import { parse, type Parsed } from "./parse.ts";
import { fixTypes, severity, shard } from "./values.ts";

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

/**
 * Reads the arguments, as `parse` does.
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
