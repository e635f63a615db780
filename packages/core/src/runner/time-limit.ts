import { createContext, Script } from "node:vm";

/** Thrown for code that was ended because it ran for too long. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

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
