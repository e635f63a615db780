import { matchesName, withoutPointer, type Callee, type SemanticModel } from "@gopherwood/core";

/** The schema of an option that is a list of functions and methods; see `CalleePatterns`. */
export const CALLEE_PATTERN_LIST = {
  type: "array",
  items: { type: "string", pattern: String.raw`^.+\.[^./]+$` },
  uniqueItems: true,
} as const;

/**
 * Functions and methods as a rule's options name them: `os.Exit`, `log.Fatal*` of a
 * package; `bytes.Buffer.Write*` of a type. The package may be the end of an import
 * path, as for `matchesName`.
 */
export class CalleePatterns {
  readonly #patterns: readonly { pattern: string; owner: string; name: RegExp }[];
  readonly #semantics: SemanticModel;

  constructor(patterns: readonly string[], semantics: SemanticModel) {
    this.#semantics = semantics;
    this.#patterns = patterns.map((pattern) => {
      const dot = pattern.lastIndexOf(".");
      return {
        pattern,
        owner: pattern.slice(0, dot),
        name: nameGlob(pattern.slice(dot + 1)),
      };
    });
  }

  /** The pattern that means what is called, or null. */
  match(callee: Callee): string | null {
    const found = this.#patterns.find(
      ({ owner, name }) => name.test(callee.name) && this.#isOwner(owner, callee),
    );
    return found?.pattern ?? null;
  }

  /** True if a pattern has the name of a callee of which no more is known. */
  mayMatch(calledName: string): boolean {
    return this.#patterns.some(({ name }) => name.test(calledName));
  }

  #isOwner(owner: string, callee: Callee): boolean {
    const { packageName } = this.#semantics;
    if (callee.kind === "function") {
      const { importPath } = callee;
      return matchesName(`${owner}.f`, { importPath, name: "f" }, packageName);
    }
    if (callee.kind !== "method") return false;
    if (matchesName(owner, callee.receiver, packageName)) return true;
    // A method that is embedded (`hash.Hash` has `io.Writer`'s) is the value's own as well.
    const type = withoutPointer(this.#semantics.typeOf(callee.operand));
    return type.kind === "named" && matchesName(owner, type, packageName);
  }
}

/** `Write*` as an expression. */
export function nameGlob(glob: string, flags = "u"): RegExp {
  const parts = glob.split("*").map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, flags);
}

/** The words of the patterns' names, for a prefilter: `Fatal` of `log.Fatal*`. */
export function wordsOf(patterns: readonly string[]): string[] {
  return patterns.map(
    (pattern) => pattern.slice(pattern.lastIndexOf(".") + 1).split("*")[0] ?? "",
  );
}
