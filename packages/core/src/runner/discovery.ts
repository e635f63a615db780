import ignore, { type Ignore } from "ignore";
import { Minimatch } from "minimatch";
import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { messageOf, type Problem } from "./problems.ts";

/** What was found. */
export interface Discovery {
  /** Absolute paths of Go files, sorted, each once. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Directories that hold no code of the project's own. */
const LEFT_OUT = new Set(["node_modules", "testdata", "vendor"]);

/**
 * Finds the Go files that some paths, globs or Go patterns (`./...`) name. What is
 * asked for by its own path is found wherever it is; below it, `.gitignore`d paths,
 * `vendor`, `testdata`, `node_modules` and what Go itself skips (names that start
 * with `.` or `_`) are left out.
 */
export function discover(patterns: readonly string[], cwd: string): Discovery {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    const found = new Walk(problems).find(pattern, cwd);
    if (found === null) {
      problems.push({ path: pattern, message: "No such file or directory." });
    } else {
      for (const file of found) files.add(file);
    }
  }
  return { files: [...files].sort(), problems };
}

class Walk {
  readonly #problems: Problem[];
  readonly #files: string[] = [];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** The files of one pattern, or null if there is nothing of that name. */
  find(pattern: string, cwd: string): string[] | null {
    const path = resolve(cwd, pattern.replace(/(^|\/)\.\.\.$/u, "$1") || ".");
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      this.#directory(path, ignoresAbove(path));
      return this.#files;
    }
    if (stats) return [path];
    return isGlob(pattern) ? this.#glob(pattern, cwd) : null;
  }

  #glob(pattern: string, cwd: string): string[] | null {
    const glob = new Minimatch(resolve(cwd, pattern).split(sep).join("/"), { dot: true });
    const elements = pattern.split("/");
    const fixed = elements.slice(0, elements.findIndex(isGlob)).join("/");
    const base = resolve(cwd, fixed || (pattern.startsWith("/") ? "/" : "."));
    if (!existsSync(base)) return null;
    this.#directory(base, ignoresAbove(base));
    const matching = this.#files.filter((file) => glob.match(file.split(sep).join("/")));
    return matching.length > 0 ? matching : null;
  }

  #directory(directory: string, above: readonly IgnoreFile[]): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      this.#problems.push({ path: directory, message: `Cannot be read: ${messageOf(error)}` });
      return;
    }
    const ignores = entries.some(({ name }) => name === ".gitignore")
      ? [readIgnoreFile(directory), ...above]
      : above;
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name.startsWith("_")) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name) && !isIgnored(`${path}/`, ignores)) {
          this.#directory(path, ignores);
        }
      } else if (entry.isFile() && entry.name.endsWith(".go") && !isIgnored(path, ignores)) {
        this.#files.push(path);
      }
    }
  }
}

interface IgnoreFile {
  readonly directory: string;
  readonly rules: Ignore;
}

function readIgnoreFile(directory: string): IgnoreFile {
  return { directory, rules: ignore().add(readFileSync(join(directory, ".gitignore"), "utf8")) };
}

/** The ignore files of the directories above, up to the repository's root; the nearest first. */
function ignoresAbove(directory: string): IgnoreFile[] {
  const found: IgnoreFile[] = [];
  let current = directory;
  while (!existsSync(join(current, ".git"))) {
    const parent = dirname(current);
    if (parent === current) return [];
    current = parent;
    if (existsSync(join(current, ".gitignore"))) found.push(readIgnoreFile(current));
  }
  return found;
}

/** As in git, the nearest ignore file that says anything of a path decides. */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { directory, rules } of ignores) {
    const slash = path.endsWith("/") ? "/" : "";
    const { ignored, unignored } = rules.test(
      relative(directory, path).split(sep).join("/") + slash,
    );
    if (ignored || unignored) return ignored;
  }
  return false;
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/u.test(pattern);
}
