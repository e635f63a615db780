import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The commit that a work tree stands on. What was changed since is not looked at. */
export interface Commit {
  /** The full hash. */
  readonly hash: string;
  /** Without `refs/heads/`; left out if no branch is checked out. */
  readonly branch?: string;
}

/**
 * Reads the commit of the repository around a directory from its `.git`, without git.
 *
 * @param directory Absolute.
 * @returns Null without a repository, or before its first commit.
 */
export function readCommit(directory: string): Commit | null {
  const git = findGit(directory);
  const head = git === null ? null : readLine(join(git, "HEAD"));
  if (git === null || head === null) return null;
  if (isHash(head)) return { hash: head };
  const [, ref] = /^ref: (.+)$/u.exec(head) ?? [];
  const hash = ref === undefined ? null : hashOf(ref, git);
  if (ref === undefined || hash === null) return null;
  return { hash, branch: ref.replace(/^refs\/heads\//u, "") };
}

/** The directory that belongs to the work tree around a directory, or null. */
function findGit(directory: string): string | null {
  for (let at = directory; ; at = dirname(at)) {
    const git = join(at, ".git");
    if (existsSync(git)) {
      if (statSync(git).isDirectory()) return git;
      // In a linked work tree and in a submodule it is a file.
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
    const loose = readLine(join(directory, ref));
    if (loose !== null && isHash(loose)) return loose;
    const packed = (read(join(directory, "packed-refs")) ?? "").split("\n");
    const found = packed.find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
    if (found !== undefined && isHash(found)) return found;
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
