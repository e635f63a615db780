/** The thread in which tasks run until one runs configs and packs, as they are then. */
import { parentPort } from "node:worker_threads";
import type { Answer } from "../pages.ts";
import { TASKS, WITHOUT_CONFIG } from "../tasks/index.ts";
import type { Progress } from "../tasks/request.ts";
import { untrustedFolder } from "../tasks/trust.ts";
import type { Message, Outcome, Task } from "./messages.ts";

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

async function run({ name, request, trusted }: Task): Promise<Outcome> {
  const paths = "paths" in request ? request.paths : [request.path];
  const folder = WITHOUT_CONFIG.has(name)
    ? null
    : untrustedFolder(request.root, paths, trusted);
  if (folder !== null) return { kind: "untrusted", folder };
  const task = TASKS[name] as (request: never, onProgress: Progress) => Promise<Answer>;
  const answer = await task(request as never, (done, total) => {
    tell({ kind: "progress", done, total });
  });
  return { kind: "answer", answer };
}

parentPort?.on("message", (task: Task) => {
  run(task).then(tell, (error: unknown) => {
    const { name = "", message = String(error), stack } = (error ?? {}) as Partial<Error>;
    const isExpected = /^(?:Config|Pattern|Refused|Usage)Error$/u.test(name);
    tell({ kind: "failure", message: isExpected ? message : (stack ?? message) });
  });
});
