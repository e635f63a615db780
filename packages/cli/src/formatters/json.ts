import type { Report } from "@gopherwood/core/runner";

/** ESLint's own array: what reads the JSON of ESLint reads this. */
export function formatJson({ results }: Report): string {
  return JSON.stringify(results);
}
