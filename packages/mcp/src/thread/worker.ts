/** The thread in which tasks run until one runs configs and packs, as they are then. */
import { parentPort } from "node:worker_threads";
import { messageOf } from "../errors.ts";
import type { Message, Task } from "./messages.ts";
import { runTask } from "./run-task.ts";

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", (task: Task) => {
  const running = runTask(task, (done, total) => {
    tell({ kind: "progress", done, total });
  });
  running.then(tell, (error: unknown) => {
    tell({ kind: "failure", message: messageOf(error) });
  });
});
