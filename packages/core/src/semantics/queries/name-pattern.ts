/**
 * Returns true if a name pattern of an option matches a type or function. A pattern is the
 * name after the path of its package, or after the end of that path: `joblog.Tracker` matches
 * `Tracker` of any package whose path ends with `joblog`; `github.com/sirupsen/logrus.Entry`
 * matches just that one.
 *
 * @param importPath `.` for the file's own package, which is matched by its name.
 */
export function matchesName(
  pattern: string,
  { importPath, name }: { readonly importPath: string; readonly name: string },
  ownPackageName: string,
): boolean {
  const dot = pattern.lastIndexOf(".");
  if (pattern.slice(dot + 1) !== name) return false;
  const wanted = pattern.slice(0, dot);
  if (importPath === ".") return wanted.slice(wanted.lastIndexOf("/") + 1) === ownPackageName;
  return importPath === wanted || importPath.endsWith(`/${wanted}`);
}

/** A list of name patterns from a rule's options, as `matchesName` reads them. */
export class NamePatterns {
  readonly #patterns: readonly string[];
  readonly #packageName: string;

  /** @param semantics The semantic model of the file, whose own package is matched by its name. */
  constructor(patterns: readonly string[], { packageName }: { readonly packageName: string }) {
    this.#patterns = patterns;
    this.#packageName = packageName;
  }

  /** Returns the first pattern that matches a type or function, or null. */
  match(named: { readonly importPath: string; readonly name: string }): string | null {
    return (
      this.#patterns.find((pattern) => matchesName(pattern, named, this.#packageName)) ?? null
    );
  }

  /** Returns true if a pattern matches a type or function. */
  matches(named: { readonly importPath: string; readonly name: string }): boolean {
    return this.match(named) !== null;
  }
}
