import { readGoMod } from "../semantics/modules/go-mod.ts";

/**
 * Returns the paths of the modules that a go.mod file requires or replaces otherwise than it did;
 * null if all packages below it may mean others.
 *
 * @param before Its text; null if there was none.
 */
export function changedModules(
  before: string | null,
  after: string | null,
): ReadonlySet<string> | null {
  if (before === null || after === null) return null;
  const [old, current] = [readGoMod(before), readGoMod(after)];
  if (old.path !== current.path) return null;
  const sourcesOf = ({ requirements, replacements }: typeof old) => {
    const sources = new Map<string, string>(requirements);
    for (const { path, ...replacement } of replacements) {
      sources.set(path, (sources.get(path) ?? "") + JSON.stringify(replacement));
    }
    return sources;
  };
  const [from, to] = [sourcesOf(old), sourcesOf(current)];
  const paths = [...from.keys(), ...to.keys()];
  return new Set(paths.filter((path) => from.get(path) !== to.get(path)));
}
