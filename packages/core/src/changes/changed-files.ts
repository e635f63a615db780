import { join } from "node:path";
import { runGit } from "../runner/git.ts";
import { RevisionError, type Revision } from "./revision.ts";

/** A file that differs from a revision. */
export interface ChangedFile {
  /** Absolute; null for a file that is gone. */
  readonly path: string | null;
  /** Its path in the revision, absolute; null for a new file. */
  readonly earlierPath: string | null;
  /**
   * Ranges of lines that were added or changed, from 1, with their ends; all of a new file. They
   * are read of Go files alone.
   */
  readonly lines: readonly (readonly [first: number, last: number])[];
}

const TIMEOUT = 60_000;

/** Settings under which the output does not depend on the user's own, or on attributes of files. */
const PLAIN = [
  ...["-c", "core.quotePath=false", "diff", "--no-ext-diff", "--no-color", "--no-textconv"],
  ...["--no-relative", "--ignore-submodules", "--text", "--inter-hunk-context=0"],
];

/**
 * Returns the files of the work tree that differ from a revision: staged, unstaged and untracked
 * ones, those that git ignores left out.
 *
 * @throws {RevisionError} If git fails.
 */
export function changedFiles({ repository, commit }: Revision): readonly ChangedFile[] {
  const ask = (...args: string[]) => {
    const { status, output } = runGit(repository, args, TIMEOUT);
    if (status === 0) return output;
    throw new RevisionError(`git could not compare ${repository} with ${commit}.`);
  };
  const at = (name: string | null) => (name === null ? null : join(repository, name));
  const changesOf = (...args: readonly string[]) =>
    readRaw(ask(...PLAIN, "--raw", "-z", ...args)).map(({ name, earlierName }) => ({
      path: at(name),
      earlierPath: at(earlierName),
    }));
  // Both list the same files in the same order; names are easy to read in one, lines in the other.
  const go = ["--find-renames", commit, "--", "*.go"];
  const patches = ask(...PLAIN, "--unified=0", ...go)
    .split(/^diff --git .*$/mu)
    .slice(1);
  const untracked = ask("ls-files", "--others", "--exclude-standard", "-z").split("\0");
  return [
    ...changesOf(...go).map((change, index) => ({
      ...change,
      lines: change.earlierPath === null ? ALL_LINES : readHunks(patches[index] ?? ""),
    })),
    // To find renames git would read the contents.
    ...changesOf("--no-renames", commit, "--", ".", ":!*.go").map((change) => ({
      ...change,
      lines: [],
    })),
    ...untracked
      .filter(Boolean)
      .map((name) => ({ path: at(name), earlierPath: null, lines: ALL_LINES })),
  ];
}

const ALL_LINES = [[1, Infinity]] as const;

interface RawEntry {
  readonly name: string | null;
  readonly earlierName: string | null;
}

/** Reads the output of `git diff --raw -z`. */
function readRaw(output: string): RawEntry[] {
  const parts = output.split("\0");
  const entries: RawEntry[] = [];
  for (let at = 0; at + 1 < parts.length;) {
    const status = parts[at]?.split(" ")[4]?.[0];
    const name = parts[at + 1] ?? "";
    if (status === "R") {
      entries.push({ name: parts[at + 2] ?? "", earlierName: name });
      at += 3;
    } else {
      entries.push({
        name: status === "D" ? null : name,
        earlierName: status === "A" ? null : name,
      });
      at += 2;
    }
  }
  return entries;
}

/** Reads the ranges of a patch's new lines; where lines were taken out alone there are none. */
function readHunks(patch: string): [number, number][] {
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gmu)].flatMap(
    ([, start, count]): [number, number][] => {
      const [first, length] = [Number(start), Number(count ?? 1)];
      return length === 0 ? [] : [[first, first + length - 1]];
    },
  );
}
