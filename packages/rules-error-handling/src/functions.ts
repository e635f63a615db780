import {
  enclosingFunction,
  enclosingSymbol,
  nameGlob,
  STRINGS,
  type FunctionNode,
  type GoNode,
} from "@gopherwood/core";

/** The option `inFunctions`, without its default. */
export const FUNCTION_NAMES = {
  description: "Names of functions and methods, with *, in which that may be.",
  ...STRINGS,
} as const;

/** Names of functions and methods, with `*`, as options give them. */
export class FunctionNames {
  readonly #globs: readonly { readonly glob: string; readonly pattern: RegExp }[];

  /** @param flags `iu` if upper and lower case are the same. */
  constructor(globs: readonly string[], flags: "u" | "iu" = "u") {
    this.#globs = globs.map((glob) => ({ glob, pattern: nameGlob(glob, flags) }));
  }

  /** Returns the first glob that the name of the declaration around a node matches, or null. */
  matchAround(node: GoNode): string | null {
    const symbol = enclosingSymbol(node);
    const name = symbol.slice(symbol.lastIndexOf(".") + 1);
    // Unlike Go's own function, a method of that name can return an error.
    return name === "init" && symbol !== name ? null : this.match(name);
  }

  /** Returns the first glob that matches a name, or null. */
  match(name: string): string | null {
    return this.#globs.find(({ pattern }) => pattern.test(name))?.glob ?? null;
  }
}

/**
 * Returns the function or method declaration around a node, or the outermost closure where
 * no function is declared; null if there is neither.
 */
export function outermostFunction(node: GoNode): FunctionNode | null {
  let outermost = enclosingFunction(node);
  for (let outer = outermost; outer; outer = enclosingFunction(outer)) outermost = outer;
  return outermost;
}

/** Returns true in `func main`, closures in it included. */
export function isInMain(node: GoNode): boolean {
  const outermost = outermostFunction(node);
  return outermost?.kind === "function_declaration" && outermost.name.text === "main";
}
