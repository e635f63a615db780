import escapeRegExp from "escape-string-regexp";
import { LRUCache } from "lru-cache";

/**
 * Returns the tabs and spaces that the line of an offset starts with.
 *
 * @param offset In UTF-16 units.
 */
export function lineIndentAt(text: string, offset: number): string {
  const start = text.slice(0, offset).lastIndexOf("\n") + 1;
  return /^[\t ]*/u.exec(text.slice(start))?.[0] ?? "";
}

/** The regular expressions of globs, which rules ask for in each file. */
const globs = new LRUCache<string, RegExp>({ max: 1000 });

/**
 * Returns a regular expression for names that a glob matches: `Write*`.
 *
 * @param flags `iu` if upper and lower case are the same.
 */
export function nameGlob(glob: string, flags: "u" | "iu" = "u"): RegExp {
  const key = `${flags} ${glob}`;
  let pattern = globs.get(key);
  if (!pattern) {
    pattern = new RegExp(`^${glob.split("*").map(escapeRegExp).join(".*")}$`, flags);
    globs.set(key, pattern);
  }
  return pattern;
}
