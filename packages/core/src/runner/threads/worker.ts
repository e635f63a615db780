/** The thread that lints a part of a run's files. */
import { parentPort } from "node:worker_threads";
import { holdFiles } from "../../source/file-cache.ts";
import { Facts } from "../cache/facts.ts";
import { lintedTextOf } from "../linted-text.ts";
import { newLinting } from "../linting.ts";
import { ConfigError } from "../problems.ts";
import { shareRunningRule } from "../watched-rules.ts";
import type { ThreadMessage, ThreadWork } from "./messages.ts";
import { ThreadProgress } from "./progress.ts";
import { Queue } from "./queue.ts";

if (!parentPort) throw new Error("This module is a thread of a run, and no program.");
const port = parentPort;

port.once("message", (work: ThreadWork) => void lintShare(work));

/** Lints files from the run's queue until it is empty. */
async function lintShare(work: ThreadWork): Promise<void> {
  const { options, debug, tasks, bounds, threads, endless, facts } = work;
  const queue = new Queue(bounds, threads, work.queue);
  const progress = new ThreadProgress(work.progress);
  const { configs, runner, files, recorded } = newLinting(options, {
    withLimit: (milliseconds, run) => progress.withLimit(milliseconds, run),
    endless: new Set(endless),
    onDebug: debug
      ? (message) => {
          send({ kind: "debug", message });
        }
      : undefined,
  });

  if (recorded && facts) recorded.facts = new Facts(() => facts);
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
        const config = await configs.configFor(task.path);
        // It was there when the run began: the config depends on the time of day or the like.
        if (!config) throw new Error(`${task.path} has no config any more.`);
        const outcome = runner.run(task, config);
        const isLinted = outcome !== "unchanged" && outcome.ok;
        const linted = isLinted ? lintedTextOf(outcome.file.result) : undefined;
        sendOutcome({ kind: "outcome", file, outcome, linted });
      }
    }
    send({ kind: "done", reads: recorded?.stableReads ?? null });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    send({ kind: "config error", source: error.source, reason: error.reason });
  }
}

function sendOutcome(message: Extract<ThreadMessage, { kind: "outcome" }>): void {
  try {
    send(message);
  } catch {
    // A rule may report what is no plain data; reports are JSON in the end.
    send(JSON.parse(JSON.stringify(message)) as ThreadMessage);
  }
}

function send(message: ThreadMessage): void {
  port.postMessage(message);
}
