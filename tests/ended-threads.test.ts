import { expect, test } from "@jest/globals";
import { build, type BuildFailure, type Plugin } from "esbuild";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Keeps the modules out of a bundle that a module imports when it is running. */
const dynamicImports: Plugin = {
  name: "dynamic-imports",
  setup(build) {
    // esbuild takes a regular expression of Go, without a flag.
    build.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};

/** Returns the lines with an `await` at the top level in modules that a module has to wait for. */
async function topLevelAwaits(module: string): Promise<string[]> {
  const options = { bundle: true, write: false, platform: "node", format: "esm" } as const;
  const supported = { "top-level-await": false };
  try {
    await build({
      ...{ ...options, supported, plugins: [dynamicImports], logLevel: "silent" },
      entryPoints: [module],
    });
    return [];
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors) throw error;
    return errors.map(({ text, location }) => `${location?.lineText.trim()}: ${text}`);
  }
}

// V8 ends the process if it ends a thread that waits for another module's top-level await, and
// `require` loads no module that has one.
test.each([
  "core/dist/runner/threads/worker.js",
  "language-server/dist/engine/worker.js",
  "mcp/dist/thread/worker.js",
  ...["core", "config", "rule-tester", "eslint-plugin"].map((name) => `${name}/dist/index.js`),
])("no module that %s waits for has a top-level await", async (module) => {
  expect(await topLevelAwaits(path(`../packages/${module}`))).toEqual([]);
});

test("one would be found", async () => {
  expect(await topLevelAwaits(path("support/end-thread.mjs"))).not.toEqual([]);
});

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 22) console.warn("Skipped: on Node 20 V8 can end any thread.");

(major < 22 ? test.skip.each : test.each)([
  ["lints", "core/dist/runner/threads/worker.js"],
  ["serves an editor", "language-server/dist/engine/worker.js"],
  ["serves an assistant", "mcp/dist/thread/worker.js"],
])("a thread that %s can be ended at any moment", (_, worker) => {
  const script = [path("support/end-thread.mjs"), path(`../packages/${worker}`)];
  const { stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "Still here.\n", stderr: "" });
});
