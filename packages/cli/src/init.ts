import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError, type Io } from "./io.ts";

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

const INSTALL = "npm install --save-dev gopherwood @gopherwood/config";

const OTHER_CONFIGS = /^gopherwood\.config\.[cm]?[jt]s$/u;

/**
 * Writes a config with the recommended preset into the working directory and says
 * what to install.
 *
 * @throws {UsageError} If there is a config already.
 */
export function init({ cwd, stdout, stderr }: Io): void {
  const existing = readdirSync(cwd).find((name) => OTHER_CONFIGS.test(name));
  if (existing !== undefined) {
    throw new UsageError(`${join(cwd, existing)} exists already and was not changed.`);
  }
  const name = isEsmPackage(cwd) ? "gopherwood.config.js" : "gopherwood.config.mjs";
  try {
    writeFileSync(join(cwd, name), CONFIG, { flag: "wx" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The config cannot be written: ${why}.`);
  }
  if (!isInGoProject(cwd)) {
    stderr.write(
      `gopherwood: there is no go.mod or go.work in ${cwd} or above: is this where the Go code is?\n`,
    );
  }
  stdout.write(
    `Wrote ${name}. Install what it needs, then lint:\n\n  ${INSTALL}\n  npx gopherwood\n`,
  );
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
