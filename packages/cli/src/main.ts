import type { FixOptions, Gopherwood, GopherwoodOptions } from "@gopherwood/core/runner";
import { UsageError, type Io } from "./io.ts";
import { parseBaselineOptions } from "./options/baseline.ts";
import { parseOptions } from "./options/command.ts";
import type { BaselineOptions, EngineOptions, Options } from "./options/options.ts";
import { markTold, watchConfigs, watchProcess } from "./process-watch.ts";
import { Progress } from "./progress.ts";
import { outputOf } from "./stream-output.ts";
import { printableLines } from "./text.ts";

/** The commands beside linting, each loaded when it is asked for. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ["ast", async () => (await import("./ast/ast.ts")).ast],
  ["compare", async () => (await import("./compare.ts")).compare],
  ["merge", async () => (await import("./merge.ts")).merge],
  ["explain", async () => (await import("./explain.ts")).explain],
]);

/** Takes the arguments after the command's name, and returns the exit code. */
type Command = (args: readonly string[], io: Io) => number | Promise<number>;

/** Runs the command in this process, and sets the process's exit code. */
export async function main(): Promise<void> {
  const { stdout, stderr, env, argv } = process;
  const endWatch = watchProcess();
  const io = {
    ...{ cwd: process.cwd(), env, stdout: outputOf(stdout), stderr },
    // To open it takes time, and few runs read it.
    stdin: () => process.stdin,
  };
  const exitCode = await run(argv.slice(2), io);
  process.exitCode ??= exitCode;
  endWatch();
}

/**
 * Runs the command.
 *
 * @param args Without the names of Node and of the command.
 * @returns 0: clean; 1: findings; 2: the work could not be done, for a reason on standard error.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [command = "", ...rest] = args;
  try {
    const task = COMMANDS.get(command);
    if (task) return await (await task())(rest, io);
    if (command === "baseline") {
      const parsed = parseBaselineOptions(rest, io.stdout, io.stderr);
      return parsed.ok ? await writeBaseline(parsed.options, io) : parsed.exitCode;
    }
    const parsed = parseOptions(args, io.stdout, io.stderr);
    return parsed.ok ? await execute(parsed.options, io) : parsed.exitCode;
  } catch (error) {
    // Node 20 rejects twice with what a module in CommonJS throws.
    if (error instanceof Error && error.cause !== undefined) markTold(error.cause);
    io.stderr.write(`gopherwood: ${printableLines(describe(error))}\n`);
    return 2;
  }
}

/** Runs the task of some options; loads only the modules that it needs. */
async function execute(options: Options, io: Io): Promise<number> {
  if (options.init) {
    const { init } = await import("./init.ts");
    await init(io, options.from);
    return 0;
  }
  if (options.from !== undefined) throw new UsageError("--from needs --init.");
  const { readTargets } = await import("./formatters/targets.ts");
  const { WITH_SURVEY } = await import("./formatters/built-in.ts");
  const { isBrief } = await import("./brief.ts");
  const targets = readTargets(options.format, options.outputFile, io.cwd);
  const surveying = targets.find(({ format }) => WITH_SURVEY.has(format));
  const progress = new Progress(io.stderr);
  const engineOptions: GopherwoodOptions = {
    survey: surveying && { output: surveying.file },
    brief: isBrief(options, targets, io.cwd),
    shard: options.shard,
    fix: fixOptions(options),
    warnIgnored: options.warnIgnored,
    forceExclude: options.forceExclude,
    errorOnUnmatchedPattern: options.errorOnUnmatchedPattern,
    reportUnusedDisableDirectives: options.reportUnusedDisableDirectivesSeverity,
  };
  const engine = await newEngine(options, io, progress, engineOptions);
  if (options.printConfig !== undefined) {
    const { printConfig } = await import("./print-config.ts");
    await printConfig(engine, options, io);
    return 0;
  }
  if (options.explainConfig !== undefined) {
    const { explainConfig } = await import("./explain-config.ts");
    await explainConfig(engine, options, io);
    return 0;
  }
  if (options.listRules) {
    const [{ listRules }, { writeResults }] = await Promise.all([
      import("./list-rules.ts"),
      import("./output.ts"),
    ]);
    await writeResults(await listRules(engine, options, io), options.outputFile, io);
    return 0;
  }
  const { lint } = await import("./lint.ts");
  const another = async (more: GopherwoodOptions) =>
    await newEngine(options, io, progress, { ...engineOptions, ...more });
  return await lint(engine, another, options, targets, io, progress);
}

/** Runs `gopherwood baseline`. */
async function writeBaseline(options: BaselineOptions, io: Io): Promise<number> {
  const progress = new Progress(io.stderr);
  const engine = await newEngine(options, io, progress);
  const { baseline } = await import("./baseline/command.ts");
  return await baseline(engine, options, io).finally(() => {
    progress.end();
  });
}

async function newEngine(
  options: EngineOptions,
  { cwd, stderr }: Io,
  progress: Progress,
  more: GopherwoodOptions = {},
): Promise<Gopherwood> {
  const { Gopherwood, parseRules, pendingConfigs } = await import("@gopherwood/core/runner");
  watchConfigs(pendingConfigs);
  const { config, rule, ignore, ignorePattern, inlineConfig, ruleTimeout, debug } = options;
  const { concurrency, cache, cacheLocation } = options;
  return new Gopherwood({
    cwd,
    configFile: config,
    rules: rule.length > 0 ? parseRules(rule) : undefined,
    ignore,
    ignorePatterns: ignorePattern.length > 0 ? ignorePattern : undefined,
    allowInlineConfig: inlineConfig,
    ruleTimeout: ruleTimeout === undefined ? undefined : ruleTimeout * 1000,
    ruleTimeoutAdvice: "--rule-timeout gives it more time.",
    concurrency,
    cache: cache && { location: cacheLocation },
    onDebug: debug
      ? (message) => void stderr.write(`gopherwood: debug: ${printableLines(message)}\n`)
      : undefined,
    onProgress: (done, total) => {
      progress.update(done, total);
    },
    ...more,
  });
}

function fixOptions(options: Options): FixOptions | undefined {
  const { fix, fixDryRun, diff, fixType: types, suggestions, quiet, stdin } = options;
  if (!fix && !fixDryRun && !diff) {
    if (types || suggestions) {
      throw new UsageError("--fix-type and --suggestions need --fix, --fix-dry-run or --diff.");
    }
    return undefined;
  }
  if (fix && stdin) {
    throw new UsageError("--fix cannot write standard input: use --fix-dry-run or --diff.");
  }
  const write = fix && !fixDryRun && !diff;
  return { write, types, suggestions: suggestions === "apply", errorsOnly: quiet };
}

/** Returns the message of a user's mistake, and the stack of any other error. */
function describe(error: unknown): string {
  if (error instanceof UsageError || isUserError(error) || !(error instanceof Error)) {
    return error instanceof Error ? error.message : String(error);
  }
  return `This is a bug in gopherwood or in a plugin.\n${error.stack ?? error.message}`;
}

function isUserError(error: unknown): boolean {
  return error instanceof Error && /^(?:Config|Merge|Pattern|Revision)Error$/u.test(error.name);
}
