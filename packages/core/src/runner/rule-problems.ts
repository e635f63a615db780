import type { Problem } from "./problems.ts";

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

/**
 * Returns the problem of a rule that would have ended the run.
 *
 * @param what What it did, such as "ran out of memory".
 */
export function endingRule(path: string, ruleId: string, what: string): Problem {
  return { path, ruleId, message: `The rule ${what}: it is off for the rest of the run.` };
}
