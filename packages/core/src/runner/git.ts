import { spawnSync } from "node:child_process";

/** Settings under which git runs no program that a config names. */
const SAFE = ["-c", "core.fsmonitor=false", "--no-optional-locks"];

const TIMEOUT = 5000;
const LONGEST_OUTPUT = 64 << 20;

/**
 * Returns what `git` prints in a directory; null if there is no git, or it fails.
 *
 * @param directory Absolute.
 */
export function askGit(directory: string, args: readonly string[]): string | null {
  // Windows would run a git.exe of the directory itself.
  if (process.platform === "win32") return null;
  // Variables such as GIT_DIR may be about another repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")),
  );
  const { status, stdout } = spawnSync("git", [...SAFE, ...args], {
    cwd: directory,
    env,
    encoding: "utf8",
    timeout: TIMEOUT,
    maxBuffer: LONGEST_OUTPUT,
  });
  return status === 0 ? stdout : null;
}
