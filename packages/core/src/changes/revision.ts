import { askGit, runGit } from "../runner/git.ts";

/** The error of a revision that cannot be compared with. */
export class RevisionError extends Error {
  override readonly name = "RevisionError";
}

/** A commit of a repository. */
export interface Revision {
  /** The root of the repository, absolute. */
  readonly repository: string;
  /** The full hash of the commit. */
  readonly commit: string;
}

/** Git may have to read a whole pack for one answer. */
const TIMEOUT = 60_000;

/** Branches that others are merged into, the first that exists counts. */
const MAIN_BRANCHES = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/**
 * Finds a revision of the repository around a directory.
 *
 * @param directory Absolute.
 * @param name As git takes it, or `merge-base`: the commit at which this branch left the branch
 *   that it is to be merged into, which CI names, or else the main branch of `origin`.
 * @throws {RevisionError} If there is no git, no repository, or no such revision.
 */
export function findRevision(directory: string, name: string): Revision {
  const top = runGit(directory, ["rev-parse", "--show-toplevel"]);
  if (top.status === null) throw new RevisionError("git cannot be run, and --since needs it.");
  if (top.status !== 0) {
    throw new RevisionError(
      `${directory} is not in a git repository, so there is nothing to compare with.`,
    );
  }
  const repository = top.output.replace(/\n$/u, "");
  const commit = name === "merge-base" ? mergeBase(repository) : hashOf(repository, name);
  if (commit !== null) return { repository, commit };
  throw new RevisionError(
    isShallow(repository)
      ? `This clone is shallow and lacks ${name}: fetch more, with 'git fetch --unshallow' or ` +
          "'fetch-depth: 0' in CI."
      : `There is no revision ${name} here: 'git fetch' may bring it.`,
  );
}

/**
 * Returns the text that a file had in a revision, or null if it had none.
 *
 * @param path Relative to the repository's root, with `/`.
 */
export function textAt({ repository, commit }: Revision, path: string): string | null {
  const { status, output } = runGit(repository, ["show", `${commit}:${path}`], TIMEOUT);
  return status === 0 ? output : null;
}

function hashOf(repository: string, name: string): string | null {
  // A name that begins with '-' would be an option.
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  return askGit(repository, args)?.trim() || null;
}

function mergeBase(repository: string): string | null {
  const { GITHUB_BASE_REF: github, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: gitlab } = process.env;
  const named = github || gitlab;
  const branches = named ? [`origin/${named}`, named] : MAIN_BRANCHES;
  const branch = branches.find((one) => hashOf(repository, one) !== null);
  if (branch === undefined) return null;
  return askGit(repository, ["merge-base", "HEAD", branch])?.trim() || null;
}

function isShallow(repository: string): boolean {
  return askGit(repository, ["rev-parse", "--is-shallow-repository"])?.trim() === "true";
}
