import { dirname, join } from "node:path";
import { declarationsFingerprint } from "../runner/fingerprint.ts";
import { runGit } from "../runner/git.ts";
import { Modules } from "../semantics/modules/modules.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { ChangedFile } from "./changed-files.ts";

/**
 * Returns the Go files that did not change and may be judged otherwise because of files that
 * did: those of the same packages and those that import them, if a declaration changed. Bodies
 * of functions are of no concern to other files.
 *
 * @param earlierTexts Of the changed files, by their present and earlier paths.
 * @param repository The root of the repository, absolute.
 */
export function dependentsOf(
  changes: readonly ChangedFile[],
  now: FileSystem,
  earlier: FileSystem,
  repository: string,
): readonly string[] {
  const directories = new Set<string>();
  for (const { path, earlierPath } of changes) {
    if (path !== null && path === earlierPath && hasSameDeclarations(path, now, earlier))
      continue;
    for (const one of [path, earlierPath]) if (one !== null) directories.add(dirname(one));
  }
  const modules = new Modules(now, () => true);
  const found = new Set<string>();
  for (const directory of directories) {
    for (const name of now.listFiles(directory)) {
      if (name.endsWith(".go")) found.add(join(directory, name));
    }
    const importPath = modules.importPathOf(directory);
    if (importPath !== null) {
      for (const path of importersOf(importPath, repository)) found.add(path);
    }
  }
  for (const { path } of changes) if (path !== null) found.delete(path);
  return [...found];
}

function hasSameDeclarations(path: string, now: FileSystem, earlier: FileSystem): boolean {
  const [before, after] = [earlier.readText(path), now.readText(path)];
  return (
    before !== null &&
    after !== null &&
    declarationsFingerprint(before) === declarationsFingerprint(after)
  );
}

/** Returns the files that have an import path as a string, by git's own search. */
function importersOf(importPath: string, repository: string): string[] {
  const { output } = runGit(
    repository,
    ["grep", "-l", "-z", "-F", "--untracked", "-e", `"${importPath}"`, "--", "*.go"],
    60_000,
  );
  return output
    .split("\0")
    .filter(Boolean)
    .map((name) => join(repository, name));
}
