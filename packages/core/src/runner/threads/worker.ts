/** The thread that lints a part of a run's files. */
import "../../index.ts";
import { Linter } from "eslint";
import { parentPort, workerData } from "node:worker_threads";
import { GoLanguage } from "../../language/go-language.ts";
import { disk } from "../../source/disk.node.ts";
import { holdFiles } from "../../source/file-cache.ts";
import { Configs } from "../configs.ts";
import { RecordedFiles } from "../cache/recorded-files.ts";
import { FileRunner, type FileTask, type TaskOutcome } from "../file-runner.ts";
import { lintedTextOf } from "../lint-file.ts";
import { ConfigError } from "../problems.ts";
import { TaskRunner } from "../task-runner.ts";
import { shareRunningRule } from "../watched-rules.ts";
import type { ThreadMessage, ThreadWork } from "./messages.ts";
import { ThreadProgress } from "./progress.ts";
import { Queue } from "./queue.ts";

const { options, tasks, bounds, threads, endless, ...work } = workerData as ThreadWork;
const queue = new Queue(bounds, threads, work.queue);
const progress = new ThreadProgress(work.progress);
const recorded = options.recordsReads ? new RecordedFiles(disk) : null;
const files = recorded ?? disk;
const language =
  options.brief || recorded ? new GoLanguage(files, { isBrief: options.brief }) : undefined;
const configs = new Configs({ ...options.configs, language });
const runner = new FileRunner(
  {
    linter: new Linter({ cwd: options.configs.cwd }),
    files,
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
const taskRunner = new TaskRunner(runner, recorded);

shareRunningRule(progress.rule, (ruleId) => {
  send({ kind: "rule", ruleId });
});
holdFiles(files);
try {
  for (let range = work.resumed ?? queue.take(); range; range = queue.take()) {
    for (let file = range.start; file < range.end; file += 1) {
      progress.startFile(file, range.end);
      const task = tasks[file];
      if (!task) break;
      const outcome = await lint(task);
      const isLinted = outcome !== "unchanged" && outcome.ok;
      const linted = isLinted ? lintedTextOf(outcome.file.result) : undefined;
      send({ kind: "outcome", file, outcome, linted });
    }
  }
  const isStable = recorded !== null && !recorded.isUnstable;
  send({ kind: "done", reads: isStable ? recorded.reads : null });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  send({ kind: "config error", source: error.source, reason: error.reason });
}

async function lint(task: FileTask): Promise<TaskOutcome> {
  const config = await configs.configFor(task.path);
  // It was there when the run began: the config depends on the time of day or the like.
  if (!config) throw new Error(`${task.path} has no config any more.`);
  return taskRunner.run(task, config);
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
