import type { Prefilter, PrefilterTest } from "./types.ts";

/** Returns the tests of a prefilter for some options, or null if there is no prefilter. */
export function prefilterTests<Options extends unknown[]>(
  prefilter: Prefilter<Options> | undefined,
  options: Options,
): readonly PrefilterTest[] | null {
  return typeof prefilter === "function" ? prefilter(options) : (prefilter ?? null);
}

/** Returns true if a text passes a test of a prefilter. */
export function passesTest(text: string, test: PrefilterTest): boolean {
  return typeof test === "string" ? text.includes(test) : test(text);
}
