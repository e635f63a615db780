import type { Report } from "@gopherwood/core/runner";

type Problem = Report["problems"][number];

/** Returns a line for standard error: the place, the rule and the message. */
export function formatProblem({ path, line, ruleId, message }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return `gopherwood: ${place}: ${ruleId === undefined ? "" : `${ruleId}: `}${message}\n`;
}
