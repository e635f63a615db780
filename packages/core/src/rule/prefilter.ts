import type { Prefilter } from "./types.ts";

/** Returns the words of a prefilter for some options, or null if there is no prefilter. */
export function prefilterWords<Options extends unknown[]>(
  prefilter: Prefilter<Options> | undefined,
  options: Options,
): readonly string[] | null {
  return typeof prefilter === "function" ? prefilter(options) : (prefilter ?? null);
}
