import { Minimatch } from "minimatch";
import { existsSync, statSync, type Stats } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { repositoryOf } from "./git-ignore.ts";
import { pathFrom } from "./paths.ts";
import { codeOf, messageOf, PatternError, type Problem } from "./problems.ts";
import { Walk, type WalkOptions } from "./walk.ts";

/** The files and problems of a search. */
export interface Discovery {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  /** One for each pattern that found files in directories. */
  readonly searches: readonly Search[];
  /** The temporary files of runs that write fixes, or were killed. */
  readonly temporary: readonly string[];
  readonly problems: readonly Problem[];
}

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** True if its path was named, false if it was found in a directory or by a glob. */
  readonly explicit: boolean;
}

/** The files that one pattern found. */
export interface Search {
  readonly pattern: string;
  /** Absolute. */
  readonly paths: readonly string[];
}

export interface DiscoveryOptions extends Pick<
  WalkOptions,
  "gitIgnore" | "isDirectoryIgnored" | "onFile" | "onListing"
> {
  /** Leave out files and directories that were named as if they had been found. Default: false. */
  readonly forceExclude?: boolean | undefined;
  /** A pattern that finds nothing is a problem. Default: true. */
  readonly errorOnUnmatchedPattern?: boolean | undefined;
}

const HOW_TO_ASK =
  "Files that git ignores, vendor, testdata, node_modules and names that start with '.' or '_' " +
  "are left out unless their own path is named.";

/**
 * Finds the Go files that some paths, globs or Go patterns (`./...`) name. A path that is named
 * is found wherever it is; below it, what a `Walk` leaves out is left out. A glob that spells
 * one of the names that are left out includes it. Symbolic links are followed only if they are
 * named.
 *
 * @param cwd Absolute; what the patterns are relative to.
 */
export async function discover(
  patterns: readonly string[],
  cwd: string,
  options: DiscoveryOptions = {},
): Promise<Discovery> {
  assertPatterns(patterns, cwd);
  const explicit = new Map<string, boolean>();
  const searches: Search[] = [];
  const temporary: string[] = [];
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    const found = await findOne(pattern, cwd, options);
    problems.push(...found.problems);
    temporary.push(...(found.temporary ?? []));
    const isMissing = found.paths.length === 0 && found.problems.length === 0;
    if (isMissing && found.missing !== null && (options.errorOnUnmatchedPattern ?? true)) {
      problems.push({ path: pattern, message: found.missing });
    }
    if (!found.explicit && found.paths.length > 0) {
      searches.push({ pattern, paths: found.paths });
    }
    for (const path of found.paths) {
      explicit.set(path, found.explicit || explicit.get(path) === true);
    }
  }
  const files = [...explicit].map(([path, isExplicit]) => ({ path, explicit: isExplicit }));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, searches, temporary, problems };
}

/** @throws {PatternError} For a pattern that names nothing, or says what not to lint. */
function assertPatterns(patterns: readonly string[], cwd: string): void {
  for (const pattern of patterns) {
    if (pattern.trim() === "") {
      throw new PatternError(
        "A path is empty: name files, directories or globs, or nothing for the working directory.",
      );
    }
    if (existsSync(resolve(cwd, pattern))) continue;
    if (/^!(?!\()/u.test(pattern)) {
      throw new PatternError(
        `${pattern}: a path says what to lint: what to leave out stands in 'ignores' of the config ` +
          "or in --ignore-pattern.",
      );
    }
    if (/\.\.\./u.test(pattern) && !/(?:^|\/)\.\.\.$/u.test(pattern)) {
      throw new PatternError(
        `${pattern}: of Go's patterns those work that end in '/...'; use a glob for others, such as 'internal/**/api'.`,
      );
    }
  }
}

/** The files of one pattern. */
interface Found {
  readonly paths: readonly string[];
  readonly temporary?: readonly string[];
  readonly explicit: boolean;
  readonly problems: readonly Problem[];
  /** Says why there is no file; null if that is as it should be. */
  readonly missing: string | null;
}

async function findOne(
  pattern: string,
  cwd: string,
  options: DiscoveryOptions,
): Promise<Found> {
  const path = resolve(cwd, pattern.replace(/(^|\/)\.\.\.$/u, "$1") || ".");
  let stats: Stats | undefined;
  try {
    stats = statSync(path);
  } catch (error) {
    const isMissing = ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
    if (!isMissing) return failed(pattern, `Cannot be read: ${messageOf(error)}.`);
  }
  if (stats && options.forceExclude && (await isExcluded(path, stats, cwd, options))) {
    return { paths: [], explicit: true, problems: [], missing: null };
  }
  if (stats?.isDirectory()) return await findInDirectory(path, options);
  if (stats?.isFile()) return { paths: [path], explicit: true, problems: [], missing: null };
  if (stats) {
    return failed(
      pattern,
      "Not a file or directory. Go code from a pipe is read with --stdin.",
    );
  }
  return isGlob(pattern)
    ? await findGlob(pattern, cwd, options)
    : {
        paths: [],
        explicit: true,
        problems: [],
        missing: `No such file or directory: ${path}.`,
      };
}

function failed(pattern: string, message: string): Found {
  return { paths: [], explicit: true, problems: [{ path: pattern, message }], missing: null };
}

/** Returns true for a named path that a search in the directory around it would leave out. */
async function isExcluded(
  path: string,
  stats: Stats,
  cwd: string,
  options: DiscoveryOptions,
): Promise<boolean> {
  if (path === cwd) return false;
  const root = path.startsWith(cwd + sep) ? cwd : (repositoryOf(path) ?? dirname(path));
  if (path === root) return false;
  if (stats.isFile() && !path.endsWith(".go")) return true;
  return await new Walk(options).leavesOut(stats.isDirectory() ? `${path}/` : path, root);
}

async function findInDirectory(path: string, options: DiscoveryOptions): Promise<Found> {
  const walk = new Walk(options);
  await walk.enter(path);
  const missing = `No Go file was found in ${path}. ${whyMissing(walk)}`;
  return foundBy(walk, missing);
}

async function findGlob(
  pattern: string,
  cwd: string,
  options: DiscoveryOptions,
): Promise<Found> {
  const elements = pattern.split("/");
  const first = elements.findIndex(isGlob);
  const base = resolve(cwd, elements.slice(0, first).join("/") || (first > 0 ? "/" : "."));
  const glob = new Minimatch(elements.slice(first).join("/"), { dot: true, nonegate: true });
  const walk = new Walk({
    ...options,
    named: new Set(elements.slice(first)),
    matches: (path, partial) => glob.match(pathFrom(base, path), partial),
  });
  if (existsSync(base)) await walk.enter(base);
  const missing = `No Go file in ${base} matches. ${whyMissing(walk)}`;
  return foundBy(walk, missing);
}

function foundBy({ files: paths, temporary, problems }: Walk, missing: string): Found {
  return { paths, temporary, explicit: false, problems, missing };
}

/** Returns what may be the reason for a walk that found nothing. */
function whyMissing({ ignored: [first, ...others] }: Walk): string {
  if (first === undefined) return HOW_TO_ASK;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `The config ignores ${first}${more}.`;
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/u.test(pattern);
}
