/** The thread in which tasks run until one runs configs and packs, as they are then. */
import { parentPort } from "node:worker_threads";
import { messageOf } from "../errors.ts";
import type { Message, Outcome, Task } from "./messages.ts";

// V8 crashes if a thread is ended while it runs modules that waited for the parser to start. So
// nothing imports the module that starts it, and what needs it comes later.
const loaded = import("@gopherwood/core").then(() => import("./run-task.ts"));

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

async function run(task: Task): Promise<Outcome> {
  const { runTask } = await loaded;
  return runTask(task, (done, total) => {
    tell({ kind: "progress", done, total });
  });
}

parentPort?.on("message", (task: Task) => {
  run(task).then(tell, (error: unknown) => {
    tell({ kind: "failure", message: messageOf(error) });
  });
});
