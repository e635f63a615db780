import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve, sep } from "node:path";

/** The text in quotes after `from`, `import` or `require`. */
const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*(["'])([^"'\n]+)\1/gu;

const SCRIPT = /\.[cm]?[jt]s$/u;

const ENDINGS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", "/index.js", "/index.ts"];

/**
 * Returns scripts, and those of the project that they import, directly or not: an editor has
 * to load a config again when one of them changes. Packages that npm installed are left out.
 *
 * @param paths Absolute.
 */
export function importedFiles(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    if (SCRIPT.test(path)) waiting.push(...importsOf(path));
  }
  return [...found];
}

function importsOf(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return [...text.matchAll(SPECIFIER)]
    .flatMap(([, , specifier = ""]) => resolved(specifier, path))
    .filter((file) => !file.split(sep).includes("node_modules"));
}

function resolved(specifier: string, importer: string): string[] {
  if (specifier.startsWith(".")) {
    const base = resolve(dirname(importer), specifier);
    const file = ENDINGS.map((ending) => base + ending).find(isFile);
    return file === undefined ? [] : [file];
  }
  try {
    // A pack of the same repository is a link in node_modules.
    return [realpathSync(createRequire(importer).resolve(specifier))];
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
