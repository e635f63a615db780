import { resolve as resolveImport } from "import-meta-resolve";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** An import, a `require`, or a path in a config that is data. */
const SPECIFIER =
  /\b(?:from|import|require)\s*\(?\s*["']([^"'\n]+)["']|["'\s[,](\.{1,2}\/[^"'\s,\]]+)/gu;

const ENDS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", "/index.js", "/index.ts"];

/**
 * Returns the files that a config is made of: itself, those that it imports, and the
 * `package.json` of each installed package among them, which has its version.
 *
 * @param configFile Absolute.
 */
export function configSources(configFile: string): string[] {
  const found = new Set([configFile]);
  // A set yields what is added on the way.
  for (const path of found) {
    if (path.endsWith("package.json")) continue;
    for (const imported of importsOf(path)) found.add(imported);
  }
  return [...found].sort();
}

function importsOf(path: string): string[] {
  const matches = readFileSync(path, "utf8").matchAll(SPECIFIER);
  const specifiers = new Set([...matches].map(([, code, data]) => code ?? data ?? ""));
  return [...specifiers].flatMap((specifier) => resolved(specifier, path) ?? []);
}

/** Returns the file that a specifier means, or the `package.json` of an installed package. */
function resolved(specifier: string, from: string): string | null {
  if (/^(?:node|data):/u.test(specifier)) return null;
  if (specifier.startsWith(".")) return fileAt(resolve(dirname(from), specifier));
  try {
    const path = realpathSync(
      fileURLToPath(resolveImport(specifier, pathToFileURL(from).href)),
    );
    return path.includes(`${sep}node_modules${sep}`) ? packageFileOf(path) : path;
  } catch {
    // A built-in module, or words in a comment.
    return null;
  }
}

function fileAt(path: string): string | null {
  const found = ENDS.map((end) => path + end).find((one) => isFile(one));
  return found === undefined ? null : realpathSync(found);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function packageFileOf(path: string): string | null {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    const file = join(at, "package.json");
    // A folder of modules may have one that gives the type of its files alone.
    if (existsSync(file) && /"version"\s*:/u.test(readFileSync(file, "utf8"))) return file;
  }
  return null;
}
