import { existsSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { packageFile } from "../package-file.ts";
import type { FileSystem } from "./file-system.ts";

/** The disk. A file that cannot be read counts as missing: names that need it are unknown. */
export const disk: FileSystem = {
  readText(path) {
    // Go files were found in a listing. Of others most are not there, and an error costs ten
    // times the question.
    if (!path.endsWith(".go") && !existsSync(path)) return null;
    try {
      return readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
    } catch {
      return null;
    }
  },
  listFiles: (directory) => new Listing(directory).files,
  listDirectories: (directory) => new Listing(directory).directories,
  moduleCache: moduleCacheOf(process.env),
  standardLibrary() {
    return JSON.parse(readFileSync(packageFile("data/std.json"), "utf8")) as Record<
      string,
      string
    >;
  },
};

/** The names in a directory, sorted; none in one that cannot be read. */
export class Listing {
  readonly #entries: readonly Dirent[];
  #files: readonly string[] | undefined;

  /** @param directory Absolute. */
  constructor(directory: string) {
    this.#entries = entriesOf(directory);
  }

  /** Those of the regular files. */
  get files(): readonly string[] {
    return (this.#files ??= namesOf(this.#entries.filter((entry) => entry.isFile())));
  }

  get directories(): readonly string[] {
    return namesOf(this.#entries.filter((entry) => entry.isDirectory()));
  }

  get all(): readonly string[] {
    return namesOf(this.#entries);
  }
}

function namesOf(entries: readonly Dirent[]): readonly string[] {
  return entries.map(({ name }) => name).sort();
}

function entriesOf(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Returns the module cache as `go env GOMODCACHE` finds it, without settings of `go env -w`. */
export function moduleCacheOf({ GOMODCACHE, GOPATH = "" }: NodeJS.ProcessEnv): string {
  const [goPath = ""] = GOPATH.split(delimiter);
  return GOMODCACHE || join(goPath || join(homedir(), "go"), "pkg", "mod");
}
