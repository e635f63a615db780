import type { Report } from "@gopherwood/core/runner";

/** Returns the work on violations of a rule as a sentence; the empty string for one that says none. */
export function taskOf(rule: Report["rules"][string] | undefined): string {
  const task = rule?.task ?? rule?.description ?? "";
  return task === "" || task.endsWith(".") ? task : `${task}.`;
}
