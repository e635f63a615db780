/**
 * Measures what the project index of a tree costs.
 *
 *   node --expose-gc index-cost.mjs [--vendored] [--core <dist directory>] <directory> ...
 *
 * Prints, for each directory and in a process of its own: how many files, packages and
 * declarations the index has and how much text that is; the milliseconds of the first
 * question, of all declarations and of a package's importers; the heap in use afterwards, over
 * what it was before, and the most memory that the process ever had. `--vendored` shows
 * `vendor` directories to the index under another name, to have a tree of many files.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vendored: { type: "boolean", default: false },
    core: { type: "string", default: join(import.meta.dirname, "../../packages/core/dist") },
  },
});
const ALIAS = "third-party-packages";

if (positionals.length > 1) {
  for (const directory of positionals) {
    const flags = options.vendored ? ["--vendored"] : [];
    const args = ["--expose-gc", process.argv[1], "--core", options.core, ...flags, directory];
    execFileSync(process.execPath, args, { stdio: "inherit" });
  }
} else {
  await measure(resolve(positionals[0] ?? "."));
}

async function measure(directory) {
  const core = await import(pathToFileURL(join(options.core, "index.js")).href);
  const { default: gopherwood, GoSourceCode, SyntaxTree, projectIndexOf } = core;
  const { files: disk } = gopherwood.languages.go;
  const files = options.vendored ? withVendored(disk) : disk;
  const place = { path: `${directory}/any.go`, files };
  const sourceCode = new GoSourceCode(SyntaxTree.parse("package any\n"), {}, place);
  globalThis.gc?.();
  const before = process.memoryUsage();

  const index = projectIndexOf(sourceCode);
  const reading = time(() => index.packages());
  const [first] = index.packages();
  const importers = time(() => first && index.importersOf(first));
  const all = index.packages().flatMap((one) => one.files);
  let declarations = 0;
  const declaring = time(() => {
    for (const file of all) declarations += file.declarations.length;
  });
  const peak = process.resourceUsage().maxRSS / 1e3;
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before.heapUsed) / 1e6;
  const bytes = all.reduce((sum, file) => sum + statSync(onDisk(file.path)).size, 0);
  console.log(
    [
      `${directory}: ${all.length} files`,
      `${(bytes / 1e6).toFixed(1)} MB`,
      `${index.packages().length} packages`,
      `${declarations} declarations`,
      `first question ${reading.toFixed(0)} ms`,
      `declarations ${declaring.toFixed(0)} ms`,
      `importers ${importers.toFixed(0)} ms`,
      `heap +${heap.toFixed(0)} MB`,
      `rss at most ${peak.toFixed(0)} MB (${(before.rss / 1e6).toFixed(0)} MB before)`,
    ].join(", "),
  );
}

/** The milliseconds that something takes. */
function time(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function withVendored(disk) {
  return {
    ...disk,
    readText: (path) => disk.readText(onDisk(path)),
    listFiles: (path) => disk.listFiles(onDisk(path)),
    listDirectories: (path) =>
      disk.listDirectories(onDisk(path)).map((name) => (name === "vendor" ? ALIAS : name)),
  };
}

function onDisk(path) {
  return path
    .replaceAll(`/${ALIAS}/`, "/vendor/")
    .replace(new RegExp(`/${ALIAS}$`, "u"), "/vendor");
}
