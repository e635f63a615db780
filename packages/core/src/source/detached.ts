/**
 * Returns an equal string that stands alone: a part of a text that is kept would keep the whole
 * text in memory.
 */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}
