/** Settings under which git runs no program that a config names. */
const SAFE = ["-c", "core.fsmonitor=false", "--no-optional-locks"];

const TIMEOUT = 5000;
const LONGEST_OUTPUT = 64 << 20;

/** The output of a run of git; the status is null if there is no git, or it took too long. */
export interface GitAnswer {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Returns what `git` prints in a directory; null if there is no git, or it fails.
 *
 * @param directory Absolute.
 */
export function askGit(directory: string, args: readonly string[]): string | null {
  const { status, output } = runGit(directory, args);
  return status === 0 ? output : null;
}

/**
 * Runs `git` in a directory.
 *
 * @param directory Absolute.
 * @param timeout In milliseconds.
 */
export function runGit(
  directory: string,
  args: readonly string[],
  timeout = TIMEOUT,
): GitAnswer {
  // Windows would run a git.exe of the directory itself.
  if (process.platform === "win32") return { status: null, output: "" };
  // Variables such as GIT_DIR may be about another repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")),
  );
  // Not every run needs it, and it takes long to load.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, stdout } = spawnSync("git", [...SAFE, ...args], {
    cwd: directory,
    env,
    encoding: "utf8",
    timeout,
    maxBuffer: LONGEST_OUTPUT,
  });
  return { status, output: stdout ?? "" };
}
