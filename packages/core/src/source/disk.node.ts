import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { packageFile } from "../package-file.ts";
import type { FileSystem } from "./file-system.ts";
import { Listing } from "./listing.node.ts";

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
  listFiles: (directory) => Listing.of(directory).files,
  listDirectories: (directory) => Listing.of(directory).directories,
  moduleCache: moduleCacheOf(process.env),
  standardLibrary() {
    return JSON.parse(readFileSync(packageFile("data/std.json"), "utf8")) as Record<
      string,
      string
    >;
  },
};

/** Returns the module cache as `go env GOMODCACHE` finds it, without settings of `go env -w`. */
export function moduleCacheOf({ GOMODCACHE, GOPATH = "" }: NodeJS.ProcessEnv): string {
  const [goPath = ""] = GOPATH.split(delimiter);
  return GOMODCACHE || join(goPath || join(homedir(), "go"), "pkg", "mod");
}
