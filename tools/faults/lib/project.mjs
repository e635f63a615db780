import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "packages/cli/bin/gopherwood.js");
const core = pathToFileURL(join(root, "packages/core/dist/index.js")).href;

/** A config with one rule, which writes `bar` for calls of `foo`. */
const CONFIG = readFileSync(
  join(root, "packages/cli/tests/testdata/fix.config.mjs"),
  "utf8",
).replace('"@gopherwood/core"', JSON.stringify(core));

/** The text of a file with calls to fix, long enough that a half-written one would be seen. */
export const OLD = `package p\n\nfunc f() {\n${"\tfoo() // some words after the call\n".repeat(300)}}\n`;
export const NEW = OLD.replaceAll("foo()", "bar()");

/** Makes a directory with a config; \`remove\` ends it. */
export function newProject(config = CONFIG, parent = tmpdir()) {
  const directory = mkdtempSync(join(parent, "gopherwood-faults-"));
  const write = (name, text) => {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  };
  write("base.config.mjs", CONFIG);
  write("gopherwood.config.mjs", config);
  return {
    directory,
    write,
    read: (name) => readFileSync(join(directory, name), "utf8"),
    list: () =>
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/**
 * Runs the command.
 *
 * @returns The child process, and a promise of its exit code or signal and its output.
 */
export function start(cwd, args, { wrapper = [], input = "" } = {}) {
  const [command, ...rest] = [...wrapper, process.execPath, bin, ...args];
  const child = spawn(command, rest, { cwd, stdio: ["pipe", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].on("data", (chunk) => (output[name] += chunk));
  }
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const ended = new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ status: code ?? signal, ...output }));
  });
  return { child, ended };
}

export async function run(cwd, args, options) {
  return await start(cwd, args, options).ended;
}

/** Prints one row of a table, and remembers whether all rows are as they should be. */
export function row(name, isRight, seen) {
  console.log(
    `| ${isRight ? "ok" : "WRONG"} | ${name} | ${seen.replaceAll("\n", " ").trim()} |`,
  );
  if (!isRight) process.exitCode = 1;
}

/** Returns numbers below a bound, the same for the same seed. */
export function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
