import type { Report } from "@gopherwood/core/runner";

/** Returns ESLint's own array: a reader of ESLint's JSON can read it. */
export function formatJson({ results }: Report): string {
  return JSON.stringify(results);
}
