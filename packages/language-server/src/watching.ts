import { statSync } from "node:fs";
import { basename } from "node:path";

/** The files whose changes matter: Go's, what says where packages are, configs and packs. */
export const WATCHED = [
  "**/*.go",
  "**/{go.mod,go.sum,go.work,.gitignore,modules.txt}",
  "**/*.{js,mjs,cjs,ts,mts,cts}",
  "**/gopherwood.config.{yaml,yml,json}",
  "**/{package-lock.json,pnpm-lock.yaml,yarn.lock}",
] as const;

const CONFIG = /^(?:gopherwood|eslint)\.config\.(?:[cm]?[jt]s|ya?ml|json)$/u;
const LOCK_FILES = new Set(["package-lock.json", "pnpm-lock.yaml", "yarn.lock"]);
const SCRIPT = /\.[cm]?[jt]s$/u;

/** The work that a change of files asks for. */
export interface FileChanges {
  /** Paths that the project is read from. */
  readonly sources: readonly string[];
  /** True if configs or packs have to be loaded again. */
  readonly areConfigs: boolean;
}

/**
 * Sorts files that changed.
 *
 * @param configFiles The files that configs are made of.
 */
export function sortChanges(
  paths: readonly string[],
  configFiles: ReadonlySet<string>,
): FileChanges {
  const isConfig = (path: string) =>
    configFiles.has(path) || CONFIG.test(basename(path)) || LOCK_FILES.has(basename(path));
  return {
    sources: paths.filter((path) => !SCRIPT.test(path) && !LOCK_FILES.has(basename(path))),
    areConfigs: paths.some(isConfig),
  };
}

/** Notices changes of files by their times, for clients that do not watch them. */
export class FileTimes {
  readonly #times = new Map<string, number>();

  /** Returns those of some files that changed since the last call; of a new one it takes note. */
  changed(paths: Iterable<string>): string[] {
    const changed: string[] = [];
    for (const path of paths) {
      const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      const known = this.#times.get(path);
      this.#times.set(path, time);
      if (known !== undefined && known !== time) changed.push(path);
    }
    return changed;
  }
}
