import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError, type Io } from "./io.ts";
import { counted } from "./text.ts";

const CONFIG = `import recommended from "@gopherwood/config";

export default [
  ...recommended,
  {
    files: ["**/*.go"],
    rules: {
      // "logging/no-direct-logging": "warn",
    },
  },
];
`;

const OTHER_CONFIGS = /^gopherwood\.config\.(?:[cm]?[jt]s|ya?ml|json)$/u;

/**
 * Writes a config into the working directory and says what to install: with the recommended
 * preset, or with what a config of golangci-lint means.
 *
 * @param from The config of golangci-lint, relative to the working directory.
 * @throws {UsageError} If there is a config already, or the other cannot be read.
 */
export async function init(io: Io, from: string | undefined): Promise<void> {
  const { cwd, stdout, stderr } = io;
  const existing = readdirSync(cwd).find((name) => OTHER_CONFIGS.test(name));
  if (existing !== undefined) {
    throw new UsageError(`${join(cwd, existing)} exists already and was not changed.`);
  }
  const config = from === undefined ? recommended(cwd) : await translated(from, cwd);
  try {
    writeFileSync(join(cwd, config.name), config.text, { flag: "wx" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The config cannot be written: ${why}.`);
  }
  if (!isInGoProject(cwd)) {
    stderr.write(
      `gopherwood: there is no go.mod or go.work in ${cwd} or above: is this where the Go code is?\n`,
    );
  }
  const install = `npm install --save-dev gopherwood ${config.packages.join(" ")}`;
  stdout.write(
    `Wrote ${config.name}. ${config.remark}Install what it needs, then lint:\n\n` +
      `  ${install}\n  npx gopherwood\n`,
  );
}

/** A config to write. */
interface NewConfig {
  readonly name: string;
  readonly text: string;
  /** The packages that it needs beside the command. */
  readonly packages: readonly string[];
  /** Sentences for the user about it, with a space after them. */
  readonly remark: string;
}

function recommended(cwd: string): NewConfig {
  const name = isEsmPackage(cwd) ? "gopherwood.config.js" : "gopherwood.config.mjs";
  return { name, text: CONFIG, packages: ["@gopherwood/config"], remark: "" };
}

async function translated(from: string, cwd: string): Promise<NewConfig> {
  let golangci: string;
  try {
    golangci = readFileSync(resolve(cwd, from), "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${from} cannot be read: ${why}.`);
  }
  if (from.endsWith(".toml")) {
    throw new UsageError(`${from} is TOML: --from reads YAML and JSON.`);
  }
  const { translateGolangci } = await import("./from-golangci/index.ts");
  const { text, packs, missing } = translateGolangci(golangci, basename(from));
  if (packs.length === 0) {
    throw new UsageError(
      `${from} turns no linter on that has a counterpart: nothing is written.`,
    );
  }
  const remark =
    missing.length === 0
      ? ""
      : `It names ${counted(missing.length, "part")} of ${from} without a counterpart. `;
  return { name: "gopherwood.config.yaml", text, packages: packs, remark };
}

/** Returns true if Node reads a `.js` file here as a module. */
function isEsmPackage(directory: string): boolean {
  const path = nearest(directory, "package.json");
  if (path === null) return false;
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { type?: unknown }).type === "module";
  } catch {
    return false;
  }
}

function isInGoProject(directory: string): boolean {
  return ["go.mod", "go.work"].some((name) => nearest(directory, name) !== null);
}

/** Returns the path of the nearest file of a name in a directory or above, or null. */
function nearest(directory: string, name: string): string | null {
  for (let current = directory; ; current = dirname(current)) {
    const path = join(current, name);
    if (existsSync(path)) return path;
    if (dirname(current) === current) return null;
  }
}
