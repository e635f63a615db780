import ignore, { type Ignore } from "ignore";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, posix } from "node:path";
import { askGit } from "./git.ts";
import { pathFrom } from "./paths.ts";
import { messageOf, type Problem } from "./problems.ts";

/** The patterns of one ignore file, and the directory that they are relative to. */
interface IgnoreFile {
  readonly directory: string;
  readonly rules: Ignore;
}

/** A line that is neither empty nor a comment. */
const PATTERN = /^(?!#)[^\n]*\S/mu;

/** The ignore files that count in a directory, the one that decides first. */
export type IgnoreFiles = readonly IgnoreFile[];

/**
 * Says which paths git ignores: by `.gitignore`, `.git/info/exclude` and the global ignore
 * file. A file that git tracks is not ignored, whatever a pattern says.
 */
export class GitIgnore {
  /** Of ignore files that cannot be read. */
  readonly problems: Problem[] = [];
  readonly #tracked = new Map<string, ReadonlySet<string>>();

  /**
   * Returns the ignore files that count for a path: those above it, up to the repository's
   * root, or all of them where there is no repository.
   *
   * @param path Absolute.
   */
  above(path: string): IgnoreFiles {
    const found: IgnoreFile[] = [];
    let current = path;
    while (!existsSync(join(current, ".git"))) {
      const parent = dirname(current);
      if (parent === current) break;
      current = parent;
      if (existsSync(join(current, ".gitignore"))) found.push(...this.#read(current));
    }
    return [
      ...found,
      ...this.#read(current, join(current, ".git", "info", "exclude")),
      ...this.#read(current, globalIgnoreFile()),
    ];
  }

  /** Returns the ignore files for what is in a directory that has a `.gitignore`. */
  in(directory: string, above: IgnoreFiles): IgnoreFiles {
    return [...this.#read(directory), ...above];
  }

  /**
   * Returns true for an ignored path: as in git, the nearest ignore file that matches it
   * decides.
   *
   * @param path Absolute; of a directory with `/` at its end.
   */
  isIgnored(path: string, files: IgnoreFiles): boolean {
    for (const { directory, rules } of files) {
      const name = pathFrom(directory, path);
      // A repository's root is in none of its patterns.
      if (name === "") continue;
      const { ignored, unignored } = rules.test(path.endsWith("/") ? `${name}/` : name);
      if (ignored || unignored) return ignored && !this.#isTracked(path);
    }
    return false;
  }

  #read(directory: string, path = join(directory, ".gitignore")): IgnoreFile[] {
    try {
      const text = readFileSync(path, "utf8");
      // The file that git makes has comments alone; no path has to be held against those.
      if (!PATTERN.test(text)) return [];
      return [{ directory, rules: ignore({ ignorecase: false }).add(text) }];
    } catch (error) {
      // Of the files outside of the tree most people have none.
      if (existsSync(path)) {
        this.problems.push({ path, message: `Cannot be read: ${messageOf(error)}.` });
      }
      return [];
    }
  }

  /** Returns true for a file that git tracks, and for a directory with such a file. */
  #isTracked(path: string): boolean {
    const root = repositoryOf(dirname(path));
    if (root === null) return false;
    let tracked = this.#tracked.get(root);
    if (!tracked) this.#tracked.set(root, (tracked = trackedIn(root)));
    return tracked.has(pathFrom(root, path));
  }
}

/** Returns the tracked Go files of a repository, and their directories, by their names in it. */
function trackedIn(root: string): ReadonlySet<string> {
  // Git would take ten times as long to say which of them a pattern ignores.
  const names = askGit(root, ["ls-files", "-z", "--cached", "--", "*.go"])?.split("\0") ?? [];
  const found = new Set<string>();
  for (const name of names) {
    for (let path = name; path !== "" && path !== "." && !found.has(path);) {
      found.add(path);
      path = posix.dirname(path);
    }
  }
  return found;
}

/** Returns the root of the repository around a directory, or null. */
export function repositoryOf(directory: string): string | null {
  for (let current = directory; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (dirname(current) === current) return null;
  }
}

/** Returns the path of the ignore file that counts in all repositories of this user. */
function globalIgnoreFile(): string {
  const { XDG_CONFIG_HOME: xdg, GIT_CONFIG_GLOBAL: config } = process.env;
  const directory = join(xdg || join(homedir(), ".config"), "git");
  const configs = config
    ? [config]
    : [join(homedir(), ".gitconfig"), join(directory, "config")];
  for (const path of configs) {
    const named = excludesFileIn(path);
    if (named !== null) return named.replace(/^~(?=\/)/u, homedir());
  }
  return join(directory, "ignore");
}

/** Returns `core.excludesFile` of one of git's config files, or null. */
function excludesFileIn(path: string): string | null {
  if (!existsSync(path)) return null;
  let section = "";
  let found: string | null = null;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    section = /^\s*\[\s*([^\]\s]+)\s*\]/u.exec(line)?.[1]?.toLowerCase() ?? section;
    const [, value] = /^\s*excludesfile\s*=\s*"?([^"]*?)"?\s*$/iu.exec(line) ?? [];
    if (section === "core" && value) found = value;
  }
  return found;
}
