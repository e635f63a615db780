import { resolve } from "node:path";
import { splitPath } from "../../semantics/modules/paths.ts";
import { pathFrom, toSlashes } from "../paths.ts";
import { splitKey, type DirectoryReads, type Reads } from "./recorded-files.ts";

/** Stands for the directory of downloaded modules. */
const MODULE_CACHE = "$GOMODCACHE";

interface Writable {
  readonly names: Record<string, string>;
  readonly texts: Record<string, string>;
}

/** The directories that a path is relative to in a cache. */
export interface Places {
  /** Absolute. */
  readonly cwd: string;
  readonly files: { readonly moduleCache: string | null };
}

/** Returns what was read by its directories, whose paths are those of no machine. */
export function portableReads(reads: Reads, places: Places): Record<string, DirectoryReads> {
  const byDirectory = new Map<string, Writable>();
  for (const [key, hash] of reads) {
    const [kind, path] = splitKey(key);
    const { directory, name } =
      kind === "text" ? splitPath(path) : { directory: path, name: "" };
    let found = byDirectory.get(directory);
    if (!found) byDirectory.set(directory, (found = { names: {}, texts: {} }));
    if (kind === "text") found.texts[name] = hash;
    else found.names[kind] = hash;
  }
  return Object.fromEntries(
    [...byDirectory].map(([at, found]) => [portableDirectory(at, places), found]),
  );
}

/** Returns the path of a directory as the cache of any machine has it. */
function portableDirectory(directory: string, { cwd, files: { moduleCache } }: Places): string {
  return moduleCache !== null && `${directory}/`.startsWith(`${moduleCache}/`)
    ? MODULE_CACHE + directory.slice(moduleCache.length)
    : pathFrom(cwd, `${directory}/`);
}

/** Returns the absolute path of a directory in a cache, without `/` at its end. */
export function absoluteDirectory(portable: string, { cwd, files }: Places): string {
  return portable.startsWith(MODULE_CACHE)
    ? `${files.moduleCache ?? ""}${portable.slice(MODULE_CACHE.length)}`
    : toSlashes(resolve(cwd, portable)).replace(/\/$/u, "");
}
