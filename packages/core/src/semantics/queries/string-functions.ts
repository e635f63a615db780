/** A part of a static string that the file does not tell. */
export const STRING_HOLE = "\uFFFC";

/** Makes the result of a function of its static arguments. */
export type Make = (parts: readonly string[]) => string;

/** Functions whose result follows from static strings, by package and name. */
export const STRING_FUNCTIONS: Readonly<Record<string, Make>> = {
  "fmt.Sprintf": ([format = "", ...values]) => formatted(format, values),
  "net.JoinHostPort": ([host = "", port = ""]) =>
    host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`,
  "net/url.JoinPath": (parts) => joinedPath(parts),
  "strings.TrimRight": ([text = "", cutset = ""]) => withoutLast(text, cutset),
  "strings.TrimSpace": ([text = ""]) => text.trim(),
  "strings.TrimSuffix": ([text = "", suffix = ""]) => withoutSuffix(text, suffix),
};

const VERB = /%([-+# 0]*[\d.*]*(?:\[\d+\])?)([a-zA-Z%])/gu;

function formatted(format: string, values: readonly string[]): string {
  let next = 0;
  let isInOrder = true;
  return format.replace(VERB, (_verb, flags: string, letter: string) => {
    if (letter === "%") return "%";
    // `%[2]s` and `%*d` take other arguments, and so do the verbs after them.
    if (/[[*]/u.test(flags)) isInOrder = false;
    const value = isInOrder ? values[next] : undefined;
    next += 1;
    return flags === "" && "svd".includes(letter) ? (value ?? STRING_HOLE) : STRING_HOLE;
  });
}

function joinedPath(parts: readonly string[]): string {
  const path = parts.filter((part) => part !== "").join("/");
  // Go resolves `.` and `..`, and puts the elements before a query.
  if (/[?#]|(?:^|\/)\.{1,2}(?:\/|$)/u.test(path)) return STRING_HOLE;
  return path.replace(/(?<![:/])\/{2,}/gu, "/");
}

/** Returns a text without the characters of a set at its end. */
function withoutLast(text: string, cutset: string): string {
  if (cutset.includes(STRING_HOLE)) return STRING_HOLE;
  const kept = Array.from(text).findLastIndex((char) => !cutset.includes(char));
  return Array.from(text)
    .slice(0, kept + 1)
    .join("");
}

function withoutSuffix(text: string, suffix: string): string {
  if (suffix.includes(STRING_HOLE)) return STRING_HOLE;
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
}
