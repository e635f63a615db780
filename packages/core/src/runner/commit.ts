import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { askGit } from "./git.ts";

/** The commit that a work tree is at; it says nothing of changes that are not committed. */
export interface Commit {
  /** The full hash. */
  readonly hash: string;
  /** Without `refs/heads/`; left out if no branch is checked out. */
  readonly branch?: string;
}

/**
 * Returns the commit of the repository around a directory, or null if there is no
 * repository or no commit. Asks `git`, and reads `.git` itself where that fails.
 *
 * @param directory Absolute.
 */
export function readCommit(directory: string): Commit | null {
  const git = findGit(directory);
  return git === null ? null : (commitByGit(directory) ?? readGitFiles(git));
}

/** Returns what `git` says; null if there is none, or it refuses. */
function commitByGit(directory: string): Commit | null {
  const output = askGit(directory, ["rev-parse", "HEAD", "--symbolic-full-name", "HEAD"]);
  const [hash = "", ref] = output?.split("\n") ?? [];
  return isHash(hash) ? commitOf(hash, ref) : null;
}

/** Reads the commit from a Git directory. */
function readGitFiles(git: string): Commit | null {
  const head = readLine(join(git, "HEAD"));
  if (head === null) return null;
  if (isHash(head)) return commitOf(head);
  const [, ref] = /^ref: (.+)$/u.exec(head) ?? [];
  const hash = ref === undefined ? null : hashOf(ref, git);
  return hash === null ? null : commitOf(hash, ref);
}

function commitOf(hash: string, ref?: string): Commit {
  const [, branch] = /^refs\/heads\/(.+)$/u.exec(ref ?? "") ?? [];
  return branch === undefined ? { hash } : { hash, branch };
}

/** Returns the Git directory of the work tree around a directory, or null. */
function findGit(directory: string): string | null {
  for (let at = directory; ; at = dirname(at)) {
    const git = join(at, ".git");
    if (existsSync(git)) {
      if (statSync(git).isDirectory()) return git;
      // In a linked work tree and in a submodule `.git` is a file.
      const [, path] = /^gitdir: (.+)$/u.exec(readLine(git) ?? "") ?? [];
      return path === undefined ? null : resolve(at, path);
    }
    if (dirname(at) === at) return null;
  }
}

function hashOf(ref: string, git: string): string | null {
  // A linked work tree shares the branches of the main one.
  const common = readLine(join(git, "commondir"));
  for (const directory of common === null ? [git] : [git, resolve(git, common)]) {
    const loose = readLine(join(directory, ref)) ?? "";
    if (isHash(loose)) return loose;
    const packed = (read(join(directory, "packed-refs")) ?? "").split("\n");
    const found = packed.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0] ?? "";
    if (isHash(found)) return found;
  }
  return null;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{40,64}$/u.test(text);
}

function readLine(path: string): string | null {
  return read(path)?.split("\n")[0]?.trim() ?? null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
