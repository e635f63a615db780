/**
 * Returns the texts that a regular expression stands for, if it is made of letters, groups with
 * alternatives (`(a|b)`, `(|f)`) and `.*` alone; null for another one. In the texts `.*` is `\0`,
 * and the ends of the expression that are not anchored are `\0` as well.
 */
export function alternativesOf(pattern: string): string[] | null {
  const reader = new Reader(pattern.trim());
  const found = reader.alternatives();
  return found && reader.isAtEnd ? found.flatMap(withOpenEnds) : null;
}

/** Stands for any text. */
export const ANY = "\0";

/** The anchors `^` and `$`, which may stand in a group. */
const START = "\u0001";
const END = "\u0002";

/** Returns a text with any text where it is not anchored; none for one that nothing matches. */
function withOpenEnds(text: string): string[] {
  const start = text.startsWith(START) ? "" : ANY;
  const end = text.endsWith(END) ? "" : ANY;
  const inner = text.slice(start === "" ? 1 : 0, end === "" ? -1 : undefined);
  if (inner.includes(START) || inner.includes(END)) return [];
  return [`${start}${inner}${end}`.replaceAll(/\0+/gu, ANY)];
}

/** The alternatives are multiplied out, which must not grow without measure. */
const MOST = 200;

class Reader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#pattern.length;
  }

  alternatives(): string[] | null {
    const all: string[] = [];
    do {
      const some = this.#sequence();
      if (!some) return null;
      all.push(...some);
    } while (this.#take("|"));
    return all.length > MOST ? null : all;
  }

  #sequence(): string[] | null {
    let texts = [""];
    while (!this.isAtEnd && !")|".includes(this.#next)) {
      const part = this.#part();
      if (!part || part.length * texts.length > MOST) return null;
      texts = texts.flatMap((text) => part.map((more) => text + more));
    }
    return texts;
  }

  #part(): string[] | null {
    if (this.#take("^")) return [START];
    if (this.#take("$")) return [END];
    if (this.#take("(?:") || this.#take("(")) {
      const inner = this.#next === "?" ? null : this.alternatives();
      if (!inner || !this.#take(")")) return null;
      return this.#take("?") ? ["", ...inner] : inner;
    }
    if ([".*", ".+", "\\w+", "\\w*"].some((any) => this.#take(any))) return [ANY];
    // A path has no two slashes in a row.
    if (this.#take("/*")) return ["", "/"];
    const letter = this.#letter();
    if (letter === null || "*+{".includes(this.#next || " ")) return null;
    // Inside a pattern a dot that is not escaped is meant as a dot.
    if (letter === "." && this.#isLast) return [ANY];
    return this.#take("?") ? ["", letter] : [letter];
  }

  /** True if the letter before was not escaped, and nothing follows it. */
  get #isLast(): boolean {
    return this.#pattern[this.#at - 2] !== "\\" && ["", ")", "|"].includes(this.#next);
  }

  #letter(): string | null {
    const [, escaped = "", plain = ""] =
      /^(?:\\([^a-zA-Z0-9])|([^\\[\](){}*+?^$|]))/u.exec(this.#pattern.slice(this.#at)) ?? [];
    const letter = escaped || plain;
    this.#at += escaped === "" ? plain.length : 1 + escaped.length;
    return letter === "" ? null : letter;
  }

  get #next(): string {
    return this.#pattern[this.#at] ?? "";
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

/**
 * Returns globs for the files whose path a regular expression matches, or null if there are
 * none that mean the same.
 *
 * @param pattern For paths relative to the config, with `/`.
 */
export function globsOf(pattern: string): string[] | null {
  const texts = alternativesOf(pattern);
  if (!texts) return null;
  return [...new Set(texts.flatMap(globsOfText))];
}

function globsOfText(text: string): string[] {
  const [, start = "", inner = "", end = ""] = /^(\0?)(.*?)(\0?)$/su.exec(text) ?? [];
  return withDirectories(inner).flatMap((body) => {
    const rest = body.startsWith("/") ? `**${body}` : `**/*${body}`;
    const head = start === "" ? body : rest;
    // No other name than a Go file's ends so.
    if (end !== "" && head.endsWith(".go")) return [head];
    if (end !== "") return head.endsWith("/") ? [`${head}**`] : [`${head}*`, `${head}*/**`];
    // golangci-lint writes directories so; no Go file has such a name.
    return head.endsWith(".go") ? [head] : [`${head.replace(/\/$/u, "")}/**`];
  });
}

/** Replaces "any text" inside a path by what a glob has for it within a name and across them. */
function withDirectories(text: string): string[] {
  const [before = "", ...others] = text
    .replaceAll(`/${ANY}/`, "/**/")
    .replaceAll(`/${ANY}`, "/**/*")
    .split(ANY);
  return others.reduce(
    (paths, next) => paths.flatMap((path) => [`${path}*${next}`, `${path}*/**/*${next}`]),
    [before],
  );
}
