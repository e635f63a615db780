import { nameGlob } from "../../ast/text.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import { withoutPointer } from "../types/go-type.ts";
import type { Callee } from "./callee.ts";
import { matchesName } from "./name-pattern.ts";

/**
 * Functions and methods as a rule's options name them: `os.Exit`, `log.Fatal*` of a
 * package; `bytes.Buffer.Write*` of a type. The package may be the end of an import
 * path, as for `matchesName`.
 */
export class CalleePatterns {
  readonly #patterns: readonly CalleePattern[];
  readonly #semantics: SemanticModel;

  constructor(patterns: readonly string[], semantics: SemanticModel) {
    this.#semantics = semantics;
    this.#patterns = readPatterns(patterns);
  }

  /** Returns the first pattern that means a callee, or null. */
  match(callee: Callee): string | null {
    const found = this.#patterns.find(
      ({ owner, name }) => name.test(callee.name) && this.#isOwner(owner, callee),
    );
    return found?.pattern ?? null;
  }

  /** Returns true if a pattern has this name, whatever its package or type. */
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
    // An embedded method (`hash.Hash` has `io.Writer`'s) is the value's own as well.
    const type = withoutPointer(this.#semantics.typeOf(callee.operand));
    return type.kind === "named" && matchesName(owner, type, packageName);
  }
}

interface CalleePattern {
  readonly pattern: string;
  readonly owner: string;
  readonly name: RegExp;
}

/** The patterns of options, which are the same lists in all files. */
const known = new WeakMap<readonly string[], readonly CalleePattern[]>();

function readPatterns(patterns: readonly string[]): readonly CalleePattern[] {
  let read = known.get(patterns);
  if (!read) {
    read = patterns.map((pattern) => {
      const dot = pattern.lastIndexOf(".");
      return { pattern, owner: pattern.slice(0, dot), name: nameGlob(pattern.slice(dot + 1)) };
    });
    known.set(patterns, read);
  }
  return read;
}

/**
 * Returns the words that the names of callee patterns start with, for a prefilter: `Fatal`
 * of `log.Fatal*`.
 */
export function calleeWords(patterns: readonly string[]): string[] {
  return patterns.map(
    (pattern) => pattern.slice(pattern.lastIndexOf(".") + 1).split("*", 1)[0] ?? "",
  );
}
