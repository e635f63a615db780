/** A hole of a pattern, which stands for any code. */
export interface Hole {
  /** Empty for `$_`, which may stand for something else each time. */
  readonly name: string;
  /** True for `$*x`, which stands for any number of nodes in a list. */
  readonly isList: boolean;
}

/** A pattern as text that parses as Go: each hole is an identifier. */
export interface Holed {
  readonly text: string;
  /** The holes by their identifiers. */
  readonly holes: ReadonlyMap<string, Hole>;
}

/** Strings and characters, in which a dollar is a dollar; then holes. */
const HOLES =
  /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\$(?<list>\*|\$\$)?(?<name>[\p{L}_][\p{L}\p{N}_]*)/gu;

/** Returns a pattern with identifiers for its holes: `$x`, `$_`, `$*xs` and, the same, `$$$xs`. */
export function withHoles(pattern: string): Holed {
  const holes = new Map<string, Hole>();
  const text = pattern.replaceAll(
    HOLES,
    (found: string, list: string | undefined, name: string | undefined) => {
      if (name === undefined) return found;
      const isList = list !== undefined;
      const identifier = `gopherwood${isList ? "List" : "Hole"}_${name}`;
      holes.set(identifier, { name: name === "_" ? "" : name, isList });
      return identifier;
    },
  );
  return { text, holes };
}

/** Returns a text with the holes that its identifiers stand for. */
export function withoutIdentifiers(text: string): string {
  return text.replaceAll(/gopherwood(?<kind>List|Hole)_/gu, (_, kind: string) =>
    kind === "List" ? "$*" : "$",
  );
}
