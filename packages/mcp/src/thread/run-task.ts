import type { Answer } from "../pages.ts";
import { TASKS, WITHOUT_CONFIG } from "../tasks/index.ts";
import type { Progress } from "../tasks/request.ts";
import { untrustedFolder } from "../tasks/trust.ts";
import type { Outcome, Task } from "./messages.ts";

/** Runs a task in this thread, unless it needs a folder that is not trusted. */
export async function runTask(
  { name, request, trusted }: Task,
  onProgress: Progress,
): Promise<Outcome> {
  const paths = "paths" in request ? request.paths : [request.path];
  const folder = WITHOUT_CONFIG.has(name)
    ? null
    : untrustedFolder(request.root, paths, trusted);
  if (folder !== null) return { kind: "untrusted", folder };
  const task = TASKS[name] as (request: never, onProgress: Progress) => Promise<Answer>;
  return { kind: "answer", answer: await task(request as never, onProgress) };
}
