import { getHeapStatistics } from "node:v8";
import { createContext, Script } from "node:vm";
import type { Problem } from "./problems.ts";

/** Thrown for code that was ended because it ran for too long. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

/** Thrown where rules take so long that another thread, which can be replaced, is to run them. */
export class SlowRulesError extends Error {
  override readonly name = "SlowRulesError";
}

/** In milliseconds. A rule that leaks fills a small heap in less than a second. */
const PATIENCE = Math.min(1000, getHeapStatistics().heap_size_limit / 2 ** 20);

const sandbox: { run?: () => void } = {};
const script = new Script("run()");
let context: object | undefined;

/**
 * Runs a function in this thread, and ends it after a time even in a loop. Its `finally` blocks
 * do not run then: what it was changing may be half changed.
 *
 * @param milliseconds 0 for no limit.
 * @throws {TimeLimitError} If the function was ended.
 */
export function withTimeLimit<T>(milliseconds: number, run: () => T): T {
  if (milliseconds === 0) return run();
  context ??= createContext(sandbox);
  const results: T[] = [];
  // V8 keeps a function that is written into a property until the next full collection.
  const keepResult = () => void results.push(run());
  sandbox.run = keepResult;
  try {
    script.runInContext(context, { timeout: milliseconds, displayErrors: false });
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw error;
    }
    throw new TimeLimitError(`It did not end within ${milliseconds / 1000} s.`);
  } finally {
    delete sandbox.run;
  }
  return results[0] as T;
}

/**
 * Runs a function as `withTimeLimit` does, but no longer than a second, or less in a small heap.
 *
 * @throws {TimeLimitError} If the function was ended, and has no more time.
 * @throws {SlowRulesError} If it was ended, and has.
 */
export function withPatience<T>(milliseconds: number, run: () => T): T {
  if (milliseconds !== 0 && milliseconds <= PATIENCE) return withTimeLimit(milliseconds, run);
  try {
    return withTimeLimit(PATIENCE, run);
  } catch (error) {
    throw error instanceof TimeLimitError ? new SlowRulesError(error.message) : error;
  }
}

/**
 * Returns the problem of a rule that did not end within a time.
 *
 * @param limit In milliseconds.
 * @param outcome The end of the sentence that says how long the rule is off, and what can be done.
 */
export function endlessRule(
  path: string,
  ruleId: string,
  limit: number,
  outcome: string,
): Problem {
  const message = `The rule did not end within ${limit / 1000} s: ${outcome}`;
  return { path, ruleId, message };
}
