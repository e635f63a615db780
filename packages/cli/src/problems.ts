import type { Report } from "@gopherwood/core/runner";
import { printable } from "./text.ts";

type Problem = Report["problems"][number];

/** Returns a line for standard error: the place, the rule and the message. */
export function formatProblem({ path, line, ruleId, message }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  const rule = ruleId === undefined ? "" : `${ruleId}: `;
  return `gopherwood: ${printable(`${place}: ${rule}${message}`)}\n`;
}
