import {
  Gopherwood,
  parseRules,
  pendingConfigs,
  type FixOptions,
  type GopherwoodOptions,
} from "@gopherwood/core/runner";
import { isBrief } from "./brief.ts";
import { WITH_SURVEY } from "./formatters/built-in.ts";
import { readTargets } from "./formatters/targets.ts";
import { UsageError, type Io } from "./io.ts";
import { lint } from "./lint.ts";
import { writeResults } from "./output.ts";
import type { BaselineOptions, EngineOptions, Options } from "./options/options.ts";
import { watchConfigs } from "./process-watch.ts";
import { Progress } from "./progress.ts";
import { printableLines } from "./text.ts";

/** Runs the task of some options: most often, to lint. */
export async function execute(options: Options, io: Io): Promise<number> {
  if (options.init) {
    const { init } = await import("./init.ts");
    await init(io, options.from);
    return 0;
  }
  if (options.from !== undefined) throw new UsageError("--from needs --init.");
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
  const engine = newEngine(options, io, progress, engineOptions);
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
    const { listRules } = await import("./list-rules.ts");
    await writeResults(await listRules(engine, options, io), options.outputFile, io);
    return 0;
  }
  const another = (more: GopherwoodOptions) =>
    newEngine(options, io, progress, { ...engineOptions, ...more });
  return await lint(engine, another, options, targets, io, progress);
}

/** Runs `gopherwood baseline`. */
export async function writeBaseline(options: BaselineOptions, io: Io): Promise<number> {
  const progress = new Progress(io.stderr);
  const engine = newEngine(options, io, progress);
  const { baseline } = await import("./baseline/command.ts");
  return await baseline(engine, options, io).finally(() => {
    progress.end();
  });
}

function newEngine(
  options: EngineOptions,
  { cwd, stderr }: Io,
  progress: Progress,
  more: GopherwoodOptions = {},
): Gopherwood {
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
