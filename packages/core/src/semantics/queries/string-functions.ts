/** A part of a static string that the file does not tell. */
export const STRING_HOLE = "\uFFFC";

/** Makes the result of a function of its static arguments. */
export type Make = (parts: readonly string[]) => string;

/** Functions whose result follows from static strings, by package and name. */
export const STRING_FUNCTIONS: Readonly<Record<string, Make>> = {
  "fmt.Sprintf": ([format = "", ...values]) => formatted(format, values),
  "net.JoinHostPort": (parts) => parts.join(":"),
  "net/url.JoinPath": (parts) => joinedPath(parts),
  "strings.TrimRight": ([text = ""]) => text,
  "strings.TrimSpace": ([text = ""]) => text.trim(),
  "strings.TrimSuffix": ([text = ""]) => text,
};

function formatted(format: string, values: readonly string[]): string {
  let next = 0;
  return format.replace(/%([-+# 0]*[\d.*]*(?:\[\d+\])?)([a-zA-Z%])/gu, (_, flags, verb) => {
    if (verb === "%") return "%";
    const value = values[next];
    next += 1;
    return flags === "" && /^[svd]$/u.test(String(verb)) ? (value ?? STRING_HOLE) : STRING_HOLE;
  });
}

function joinedPath([base = "", ...elements]: readonly string[]): string {
  return [
    base.replace(/\/$/u, ""),
    ...elements.map((element) => element.replace(/^\//u, "")),
  ].join("/");
}
