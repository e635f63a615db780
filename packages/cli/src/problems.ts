import type { Report } from "@gopherwood/core/runner";

type Problem = Report["problems"][number];

/** A line for standard error: what went wrong, where, in which rule. */
export function formatProblem({ path, line, ruleId, message }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return `gopherwood: ${place}: ${ruleId === undefined ? "" : `${ruleId}: `}${message}\n`;
}
