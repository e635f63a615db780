import { enclosingSymbol, enclosingFunction, STRING_LIST, type GoNode } from "@gopherwood/core";
import { nameGlob } from "./callee-patterns.ts";

/** The schema of an option that names functions by what they are called. */
export const FUNCTION_NAMES = {
  description: "Names of functions and methods, with *, in which that may be.",
  ...STRING_LIST,
} as const;

/** Functions whose name says what they do: `MustParse` panics. */
export class AllowedFunctions {
  readonly #globs: readonly { glob: string; pattern: RegExp }[];

  /** @param globs Names, with `*`. */
  constructor(globs: readonly string[]) {
    this.#globs = globs.map((glob) => ({ glob, pattern: nameGlob(glob) }));
  }

  /** Why a node is allowed: the function or method around it is; or null. */
  reasonFor(node: GoNode): string | null {
    const symbol = enclosingSymbol(node);
    const name = symbol.slice(symbol.lastIndexOf(".") + 1);
    const found = this.#globs.find(({ pattern }) => pattern.test(name));
    return found ? `allowed function: ${found.glob}` : null;
  }
}

/** True in `func main`, closures in it included. */
export function isInMain(node: GoNode): boolean {
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) {
    if (around.kind === "function_declaration") return around.name.text === "main";
  }
  return false;
}
