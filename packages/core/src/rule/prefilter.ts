import type { Prefilter, PrefilterTest } from "./types.ts";

interface MadeTests {
  readonly options: readonly unknown[];
  readonly tests: readonly PrefilterTest[];
}

/** The tests of the last options that each prefilter was asked for. */
const made = new WeakMap<object, MadeTests>();

/** Returns the tests of a prefilter for some options, or null if there is no prefilter. */
export function prefilterTests<Options extends unknown[]>(
  prefilter: Prefilter<Options> | undefined,
  options: Options,
): readonly PrefilterTest[] | null {
  if (typeof prefilter !== "function") return prefilter ?? null;
  const last = made.get(prefilter);
  // ESLint makes a list of the same options for each file.
  if (last && areSame(last.options, options)) return last.tests;
  const tests = prefilter(options);
  made.set(prefilter, { options, tests });
  return tests;
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** Returns true if a text passes a test of a prefilter. */
export function passesTest(text: string, test: PrefilterTest): boolean {
  return typeof test === "string" ? text.includes(test) : test(text);
}
