import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test.each([
  ["lints", "core/dist/runner/threads/worker.js"],
  ["serves an editor", "language-server/dist/engine/worker.js"],
  ["serves an assistant", "mcp/dist/thread/worker.js"],
])("a thread that %s can be ended at any moment", (_, worker) => {
  const script = [path("support/end-thread.mjs"), path(`../packages/${worker}`)];
  const { stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "Still here.\n", stderr: "" });
});
