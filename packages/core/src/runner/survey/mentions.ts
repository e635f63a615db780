/**
 * A word of a document that is a path, or the name of a Go file. It is looked for at the start of
 * words alone: data may be one of a million letters.
 */
const PATH = /(?<![\w.@~+-])[\w.@~+-]*(?:\/[\w.@~+-]+)+\/?|(?<![\w.-])[\w.-]+\.go\b/gu;

/**
 * Finds in prose the paths of some files. A path counts as soon as what is written of it
 * can mean nothing else: `failover.go` only if no other file has that name.
 */
export class MentionFinder {
  /** Files and directories by the last element of their path. */
  readonly #known = new Map<string, Set<string>>();
  readonly #others = new Set<string>();
  readonly #paths: ReadonlySet<string>;

  /**
   * @param wanted Paths of files, relative, with `/`.
   * @param others All other files of the tree.
   */
  constructor(wanted: readonly string[], others: readonly string[]) {
    for (const path of others) {
      for (const one of withDirectories(path)) this.#others.add(one);
    }
    this.#paths = new Set(
      wanted.flatMap(withDirectories).filter((one) => !this.#others.has(one)),
    );
    for (const path of [...this.#paths, ...this.#others]) {
      const name = lastElement(path);
      this.#known.set(name, (this.#known.get(name) ?? new Set()).add(path));
    }
  }

  /** Returns true for one of the files, and for a directory that has no others. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Returns the files and directories that a line names, each once. */
  in(line: string): readonly string[] {
    const found = [...line.matchAll(PATH)].map(([word]) => this.#meaningOf(word));
    return [...new Set(found.filter((path) => path !== null))];
  }

  #meaningOf(word: string): string | null {
    const path = word.replace(/^(?:\.{0,2}\/)+|\/$/gu, "").replace(/\.$/u, "");
    // A directory's name alone is a word like any other.
    if (!path.includes("/") && !path.endsWith(".go")) return null;
    const candidates = [...(this.#known.get(lastElement(path)) ?? [])].filter(
      (known) =>
        known === path ||
        known.endsWith(`/${path}`) ||
        (known.includes("/") && path.endsWith(`/${known}`)),
    );
    const [first] = candidates;
    const isClear =
      first !== undefined && candidates.every((candidate) => this.#paths.has(candidate));
    return isClear ? first : null;
  }
}

/** Returns a path and the directories above it. */
function withDirectories(path: string): string[] {
  const slash = path.lastIndexOf("/");
  return slash < 1 ? [path] : [path, ...withDirectories(path.slice(0, slash))];
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
