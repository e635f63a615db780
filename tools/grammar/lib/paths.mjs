// The places of files in the repository. Everything is found from this file, so
// the tools may be started from any directory.

import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {string} relative to this file */
const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const repositoryRoot = here("../../../");
export const grammarDirectory = here("../../../packages/core/grammar/");
export const casesDirectory = here("../cases/");
export const oracleDirectory = here("../oracle/");

/** `require` as seen from the root of the repository: its node_modules. */
export const requireFromRoot = createRequire(join(repositoryRoot, "package.json"));

/**
 * The .go files under a directory (or the one file given), sorted by name.
 * Symbolic links are not followed.
 * @param {string} path
 * @returns {string[]}
 * @throws {Error} when the path does not exist
 */
export function goFilesUnder(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".go"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
