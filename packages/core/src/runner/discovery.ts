import ignore, { type Ignore } from "ignore";
import { Minimatch } from "minimatch";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { codeOf, messageOf, PatternError, type Problem } from "./problems.ts";

/** The files and problems of a search. */
export interface Discovery {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** True if its path was named, false if it was found in a directory or by a glob. */
  readonly explicit: boolean;
}

/** Directories that hold no code of the project's own. */
const LEFT_OUT = new Set(["node_modules", "testdata", "vendor"]);

const HOW_TO_ASK =
  "Files that git ignores, vendor, testdata, node_modules and names that start with '.' or '_' " +
  "are left out unless their own path is named.";

/**
 * Finds the Go files that some paths, globs or Go patterns (`./...`) name. A path that is named
 * is found wherever it is; below it, paths that `.gitignore` names, `vendor`, `testdata`,
 * `node_modules` and names that Go skips (those that start with `.` or `_`) are left out. A
 * glob that spells one of these names includes it. Symbolic links are followed only if they are
 * named.
 *
 * @param cwd Absolute; what the patterns are relative to.
 */
export function discover(patterns: readonly string[], cwd: string): Discovery {
  assertPatterns(patterns);
  const explicit = new Map<string, boolean>();
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    const found = findOne(pattern, cwd);
    problems.push(...found.problems);
    for (const file of found.files) {
      explicit.set(file.path, file.explicit || explicit.get(file.path) === true);
    }
  }
  const files = [...explicit].map(([path, isExplicit]) => ({ path, explicit: isExplicit }));
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** @throws {PatternError} For a pattern that names nothing, or says what not to lint. */
function assertPatterns(patterns: readonly string[]): void {
  for (const pattern of patterns) {
    if (pattern.trim() === "") {
      throw new PatternError(
        "A path is empty: name files, directories or globs, or nothing for the working directory.",
      );
    }
    if (/^!(?!\()/u.test(pattern)) {
      throw new PatternError(
        `${pattern}: a path says what to lint: what to leave out stands in 'ignores' of the config.`,
      );
    }
    if (/\.\.\./u.test(pattern) && !/(?:^|\/)\.\.\.$/u.test(pattern)) {
      throw new PatternError(
        `${pattern}: of Go's patterns those work that end in '/...'; use a glob for others, such as 'internal/**/api'.`,
      );
    }
  }
}

function findOne(pattern: string, cwd: string): Discovery {
  const path = resolve(cwd, pattern.replace(/(^|\/)\.\.\.$/u, "$1") || ".");
  const failed = (message: string) => ({ files: [], problems: [{ path: pattern, message }] });
  let stats: Stats | undefined;
  try {
    stats = statSync(path);
  } catch (error) {
    const isMissing = ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
    if (!isMissing) return failed(`Cannot be read: ${messageOf(error)}.`);
  }
  if (stats?.isDirectory()) {
    const walk = new Walk(new Set());
    walk.enter(path);
    const empty = walk.files.length === 0 && walk.problems.length === 0;
    return empty
      ? failed(`No Go file was found in ${path}. ${HOW_TO_ASK}`)
      : { files: walk.files.map(met), problems: walk.problems };
  }
  if (stats?.isFile()) return { files: [{ path, explicit: true }], problems: [] };
  if (stats)
    return failed("Not a file or directory. Go code from a pipe is read with --stdin.");
  return isGlob(pattern)
    ? findGlob(pattern, cwd)
    : failed(`No such file or directory: ${path}.`);
}

function findGlob(pattern: string, cwd: string): Discovery {
  const elements = pattern.split("/");
  const first = elements.findIndex(isGlob);
  const base = resolve(cwd, elements.slice(0, first).join("/") || (first > 0 ? "/" : "."));
  const glob = new Minimatch(elements.slice(first).join("/"), { dot: true, nonegate: true });
  const walk = new Walk(new Set(elements.slice(first)));
  if (existsSync(base)) walk.enter(base);
  const files = walk.files.filter((file) => glob.match(toSlashes(relative(base, file))));
  const problems =
    files.length > 0
      ? walk.problems
      : [
          ...walk.problems,
          { path: pattern, message: `No Go file in ${base} matches. ${HOW_TO_ASK}` },
        ];
  return { files: files.map(met), problems };
}

const GO_FILE = /\.go$/u;

/**
 * Finds the files of a directory by their names, where Go files would be found too.
 *
 * @param directory Absolute.
 * @returns Absolute paths, sorted.
 */
export function findFiles(directory: string, name: RegExp): readonly string[] {
  const walk = new Walk(new Set(), name);
  walk.enter(directory);
  return walk.files.sort();
}

/** A walk through directories, which collects the files of some name on its way. */
class Walk {
  readonly files: string[] = [];
  readonly problems: Problem[] = [];
  readonly #named: ReadonlySet<string>;
  readonly #name: RegExp;

  /** @param named Names of directories that are not left out. */
  constructor(named: ReadonlySet<string>, name = GO_FILE) {
    this.#named = named;
    this.#name = name;
  }

  /** Walks through a directory that was named, whether Git ignores it or not. */
  enter(directory: string): void {
    const above = this.#ignoresAbove(directory);
    this.#directory(directory, isIgnored(`${directory}/`, above) ? [] : above);
  }

  #directory(directory: string, above: readonly IgnoreFile[]): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      this.problems.push({ path: directory, message: `Cannot be read: ${messageOf(error)}.` });
      return;
    }
    const ignores = entries.some(({ name }) => name === ".gitignore")
      ? [...this.#ignoreFile(directory), ...above]
      : above;
    for (const entry of entries) {
      const { name } = entry;
      if (this.#isLeftOut(name)) continue;
      const path = join(directory, name);
      if (entry.isDirectory()) {
        if (!isIgnored(`${path}/`, ignores)) this.#directory(path, ignores);
      } else if (entry.isFile() && this.#name.test(name) && !isIgnored(path, ignores)) {
        this.files.push(path);
      }
    }
  }

  #isLeftOut(name: string): boolean {
    if (!name.startsWith(".") && !name.startsWith("_") && !LEFT_OUT.has(name)) return false;
    return !this.#named.has(name);
  }

  /**
   * Returns the ignore files of the directories above, up to the repository's root, or all of
   * them where there is no repository; the nearest first.
   */
  #ignoresAbove(directory: string): IgnoreFile[] {
    const found: IgnoreFile[] = [];
    let current = directory;
    while (!existsSync(join(current, ".git"))) {
      const parent = dirname(current);
      if (parent === current) break;
      current = parent;
      if (existsSync(join(current, ".gitignore"))) found.push(...this.#ignoreFile(current));
    }
    return found;
  }

  #ignoreFile(directory: string): IgnoreFile[] {
    const path = join(directory, ".gitignore");
    try {
      const rules = ignore({ ignorecase: false }).add(readFileSync(path, "utf8"));
      return [{ directory, rules }];
    } catch (error) {
      this.problems.push({ path, message: `Cannot be read: ${messageOf(error)}.` });
      return [];
    }
  }
}

interface IgnoreFile {
  readonly directory: string;
  readonly rules: Ignore;
}

/**
 * Returns true for an ignored path: as in git, the nearest ignore file that matches it decides.
 */
function isIgnored(path: string, ignores: readonly IgnoreFile[]): boolean {
  for (const { directory, rules } of ignores) {
    const slash = path.endsWith("/") ? "/" : "";
    const { ignored, unignored } = rules.test(toSlashes(relative(directory, path)) + slash);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function met(path: string): FoundFile {
  return { path, explicit: false };
}

function toSlashes(path: string): string {
  return path.split(sep).join("/");
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/u.test(pattern);
}
