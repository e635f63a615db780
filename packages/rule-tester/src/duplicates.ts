import type { Case } from "./cases.ts";
import { RuleTestError } from "./failure.ts";

/** Keys in which two cases may differ and still be the same. */
const IGNORED = new Set(["name", "errors", "output", "sites", "only", "skip"]);

/** Knows the cases that it has seen. */
export class Duplicates {
  readonly #seen = new Map<string, string>();

  /**
   * Remembers a case.
   *
   * @param label The name of the case in messages, such as `valid[0]`.
   * @throws {RuleTestError} If an earlier case has the same code and the same settings.
   */
  add(item: Case, label: string): void {
    const key = keyOf(typeof item === "string" ? { code: item } : item);
    if (key === null) return;
    const before = this.#seen.get(key);
    if (before !== undefined) throw new RuleTestError(`This case is the same as ${before}.`);
    this.#seen.set(key, label);
  }
}

/** Returns the case as a text, or null if it has a part without one, such as a function. */
function keyOf(item: object): string | null {
  let serializable = true;
  const entries = Object.entries(item).filter(([key]) => !IGNORED.has(key));
  const text = JSON.stringify(entries.sort(), (_key, value: unknown) => {
    if (typeof value === "function" || value instanceof RegExp) serializable = false;
    return isRecord(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
  return serializable ? text : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
