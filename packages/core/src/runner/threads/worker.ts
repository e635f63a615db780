/** The thread that lints a part of a run's files. */
import "../../index.ts";
import { Linter } from "eslint";
import { parentPort, workerData } from "node:worker_threads";
import { GoLanguage } from "../../language/go-language.ts";
import { disk } from "../../source/disk.node.ts";
import { holdFiles } from "../../source/file-cache.ts";
import { Configs } from "../configs.ts";
import { FileRunner, type FileOutcome } from "../file-runner.ts";
import { lintedTextOf } from "../lint-file.ts";
import { ConfigError } from "../problems.ts";
import { readFile } from "../read-file.ts";
import { shareRunningRule } from "../watched-rules.ts";
import type { ThreadMessage, ThreadWork } from "./messages.ts";
import { ThreadProgress } from "./progress.ts";
import { Queue } from "./queue.ts";

const { options, paths, bounds, threads, endless, ...work } = workerData as ThreadWork;
const queue = new Queue(bounds, threads, work.queue);
const progress = new ThreadProgress(work.progress);
const language = options.brief ? new GoLanguage(disk, { isBrief: true }) : undefined;
const configs = new Configs({ ...options.configs, language });
const runner = new FileRunner(
  {
    linter: new Linter({ cwd: options.configs.cwd }),
    files: disk,
    ruleTimeout: options.ruleTimeout,
    withLimit: (milliseconds, run) => progress.withLimit(milliseconds, run),
    allowInlineConfig: options.allowInlineConfig,
    endless: new Set(endless),
    onDebug: options.debug
      ? (message) => {
          send({ kind: "debug", message });
        }
      : undefined,
  },
  options.fix,
);

shareRunningRule(progress.rule, (ruleId) => {
  send({ kind: "rule", ruleId });
});
holdFiles(disk);
try {
  for (let range = work.resumed ?? queue.take(); range; range = queue.take()) {
    for (let file = range.start; file < range.end; file += 1) {
      progress.startFile(file, range.end);
      const outcome = await lint(paths[file] ?? "");
      const linted = outcome.ok ? lintedTextOf(outcome.file.result) : undefined;
      send({ kind: "outcome", file, outcome, linted });
    }
  }
  send({ kind: "done" });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  send({ kind: "config error", source: error.source, reason: error.reason });
}

async function lint(path: string): Promise<FileOutcome> {
  const config = await configs.configFor(path);
  // It was there when the run began: the config depends on the time of day or the like.
  if (!config) throw new Error(`${path} has no config any more.`);
  const content = readFile(path);
  return content.ok ? runner.lint(path, content.bytes, config, true) : content;
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
