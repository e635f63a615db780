import type { Report } from "@gopherwood/core/runner";
import { toJson } from "../text.ts";

/**
 * Yields the parts of ESLint's own array, one for each file: a reader of ESLint's JSON can read
 * it.
 */
export function* formatJson({ results }: Report): Generator<string> {
  yield "[";
  for (const [index, result] of results.entries()) {
    yield `${index === 0 ? "" : ","}${toJson(result)}`;
  }
  yield "]";
}
