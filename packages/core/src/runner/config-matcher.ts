import type { Linter } from "eslint";
import { Minimatch } from "minimatch";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { toSlashes } from "./paths.ts";

/** A glob, or a function of an absolute path, which ESLint takes though its types do not. */
type Pattern = string | ((path: string) => boolean);

/** A pattern, or several that all have to match. */
type FilesPattern = Pattern | readonly Pattern[];

/** The files that a config object is for. */
interface Scope {
  /** Absolute, or null for that of all. */
  readonly basePath: string | null;
  /** The patterns that make a file one to lint; null without `files`. */
  readonly specific: readonly FilesPattern[] | null;
  /** Those that match whatever else is linted. */
  readonly universal: readonly FilesPattern[];
  readonly ignores: readonly Pattern[] | null;
  /** True if it ignores files for all other objects. */
  readonly isIgnoring: boolean;
}

/** Finds the config objects that apply to a file, as ESLint does. */
export class ConfigMatcher {
  readonly #basePath: string;
  readonly #scopes: readonly Scope[];
  readonly #ignoring: readonly Scope[];
  readonly #ignored = new Map<string, boolean>();

  /**
   * @param configs Whose `files` and `ignores` are lists of patterns, if there are any.
   * @param basePath The directory, absolute, that patterns count from.
   */
  constructor(configs: readonly Linter.Config[], basePath: string) {
    this.#basePath = basePath;
    this.#scopes = configs.map((config) => scopeOf(config, basePath));
    this.#ignoring = this.#scopes.filter(({ isIgnoring }) => isIgnoring);
  }

  /**
   * Returns the places of the objects for a file, from 0; null if they ignore it or have nothing
   * for it.
   *
   * @param path Absolute.
   */
  matching(path: string): readonly number[] | null {
    const fromBase = pathWithin(this.#basePath, path);
    if (fromBase === null || this.isDirectoryIgnored(dirname(path))) return null;
    if (this.#isIgnored(path, fromBase)) return null;
    let isLinted = false;
    const matching = this.#scopes.flatMap((scope, at) => {
      const { basePath, specific } = scope;
      const own = basePath === null ? fromBase : pathWithin(basePath, path);
      if (own === null || scope.isIgnoring) return [];
      const isSpecific = specific !== null && matchesFiles(path, own, specific);
      const isMatched = isSpecific || isUniversal(path, own, scope);
      if (!isMatched || isIgnoredBy(path, own, scope.ignores ?? [])) return [];
      isLinted ||= isSpecific;
      return [at];
    });
    return isLinted ? matching : null;
  }

  /** Returns true for a directory, absolute, that is ignored, or is in one that is. */
  isDirectoryIgnored(directory: string): boolean {
    let isIgnored = this.#ignored.get(directory);
    if (isIgnored === undefined) {
      const fromBase = pathWithin(this.#basePath, directory);
      isIgnored =
        fromBase === null ||
        (fromBase !== "" &&
          (this.isDirectoryIgnored(dirname(directory)) ||
            this.#isIgnored(directory + sep, `${fromBase}/`)));
      this.#ignored.set(directory, isIgnored);
    }
    return isIgnored;
  }

  /** Returns true if the objects that ignore files ignore a path; that of a directory ends with `/`. */
  #isIgnored(path: string, fromBase: string): boolean {
    let isIgnored = false;
    for (const { basePath, ignores } of this.#ignoring) {
      const own = basePath === null ? fromBase : pathWithin(basePath, path);
      if (own === null || own === "" || !ignores) continue;
      const end = fromBase.endsWith("/") && !own.endsWith("/") ? "/" : "";
      isIgnored = isIgnoredBy(path, own + end, ignores, isIgnored);
    }
    return isIgnored;
  }
}

function scopeOf(config: Linter.Config, basePath: string): Scope {
  const own = config.basePath;
  const files = config.files?.map((pattern) =>
    Array.isArray(pattern) ? pattern.map(withoutDot) : withoutDot(pattern),
  );
  const isUniversal = (pattern: FilesPattern) => [pattern].flat().every(matchesAllNames);
  return {
    basePath: own === undefined ? null : resolve(basePath, own),
    specific: files?.filter((pattern) => !isUniversal(pattern)) ?? null,
    universal: files?.filter(isUniversal) ?? [],
    ignores: config.ignores?.map(withoutDot) ?? null,
    isIgnoring: isIgnoring(config),
  };
}

/** Returns true for a config object that ignores files altogether, and says rightly which. */
export function isIgnoring(config: Linter.Config | null | undefined): boolean {
  return (
    Array.isArray(config?.ignores) &&
    config.ignores.every(isPattern) &&
    ["undefined", "string"].includes(typeof config.basePath) &&
    Object.keys(config).every((key) => ["name", "basePath", "ignores"].includes(key))
  );
}

/** Returns true for a value that is a pattern. */
export function isPattern(value: unknown): boolean {
  return typeof value === "string" || typeof value === "function";
}

function withoutDot(pattern: Pattern): Pattern {
  return typeof pattern === "string" ? pattern.replace(/^(!?)\.\//u, "$1") : pattern;
}

/** Returns true for a pattern that says nothing of the names of files. */
function matchesAllNames(pattern: Pattern): boolean {
  return typeof pattern === "string" && /^\*$|^!|\/\*{1,2}$/u.test(pattern);
}

/** Returns the way from a directory to a path in it, with `/`; null for one that is not in it. */
function pathWithin(directory: string, path: string): string | null {
  if (path.startsWith(directory + sep)) return toSlashes(path.slice(directory.length + 1));
  const way = relative(directory, path);
  const isOutside = /^\.\.(?:[\\/]|$)/u.test(way) || isAbsolute(way);
  return isOutside ? null : toSlashes(way);
}

/** Returns true if an object is for a file wherever something else makes it one to lint. */
function isUniversal(path: string, own: string, { specific, universal }: Scope): boolean {
  return specific === null || matchesFiles(path, own, universal);
}

function matchesFiles(path: string, own: string, files: readonly FilesPattern[]): boolean {
  return files.some((pattern) =>
    typeof pattern === "object"
      ? pattern.every((one) => matches(path, own, one))
      : matches(path, own, pattern),
  );
}

function matches(path: string, own: string, pattern: Pattern): boolean {
  return typeof pattern === "function" ? pattern(path) : testOf(pattern)(own);
}

/** Returns true if the last pattern that says something of a path ignores it. */
function isIgnoredBy(
  path: string,
  own: string,
  ignores: readonly Pattern[],
  before = false,
): boolean {
  let isIgnored = before;
  for (const pattern of ignores) {
    const isNegated = typeof pattern === "string" && pattern.startsWith("!");
    // A pattern has something to say only where it changes the answer.
    if (isIgnored !== isNegated) continue;
    isIgnored = isNegated ? !testOf(pattern, true)(own) : matches(path, own, pattern);
  }
  return isIgnored;
}

type Test = (path: string) => boolean;

const tests = new Map<string, Test>();

/**
 * Returns a test whether a glob matches a path.
 *
 * @param flipNegate Leave out the `!` that it begins with.
 */
function testOf(glob: string, flipNegate = false): Test {
  const key = `${flipNegate ? "!" : ""} ${glob}`;
  let test = tests.get(key);
  if (!test) {
    tests.set(key, (test = newTest(glob, flipNegate)));
  }
  return test;
}

function newTest(glob: string, flipNegate: boolean): Test {
  const matcher = new Minimatch(glob, { dot: true, flipNegate });
  // Most globs are of these kinds, and most paths of files.
  if (/^[^!].*\/$/u.test(glob)) return (path) => path.endsWith("/") && matcher.match(path);
  const end = /^\*\*\/\*([\w.-]+)$/u.exec(glob)?.[1];
  if (end === undefined) return (path) => matcher.match(path);
  return (path) => (path.endsWith("/") ? matcher.match(path) : path.endsWith(end));
}
