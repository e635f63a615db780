/**
 * Returns what some JSON says, put together.
 *
 * @param merge Called with what the texts say.
 * @returns Null if there is no text, or if one of them is broken.
 */
export function parseAll<Whole>(
  json: readonly string[],
  merge: (parts: readonly never[]) => Whole,
): Whole | null {
  if (json.length === 0) return null;
  try {
    return merge(json.map((text) => JSON.parse(text) as never));
  } catch {
    return null;
  }
}
