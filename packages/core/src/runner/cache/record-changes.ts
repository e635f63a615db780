/** The changes of a record: a key whose value is null is no longer there. */
export type Changes<T> = Readonly<Record<string, T | null>>;

/** Returns a record after changes, which are made to the first of them. */
export function merged<T>([before = {}, ...changes]: readonly Changes<T>[]): Record<string, T> {
  const all = before as Record<string, T>;
  for (const change of changes) {
    for (const [key, value] of Object.entries(change)) {
      if (value === null) Reflect.deleteProperty(all, key);
      else all[key] = value;
    }
  }
  return all;
}
