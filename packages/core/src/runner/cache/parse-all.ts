/** Returns what some JSON says; null if there is none, or if one of the texts is broken. */
export function parseAll(json: readonly string[]): readonly unknown[] | null {
  if (json.length === 0) return null;
  try {
    return json.map((text) => JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
