/**
 * Returns the files of a new rule in one of our packs: their texts by their paths from the root.
 *
 * @throws {UsageError} If there is no such pack, or there can be no such rule.
 */
export function planOurRule(id: string, description?: string): Map<string, string>;
