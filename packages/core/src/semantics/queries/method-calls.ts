import { readHeader } from "../scan/file-header.ts";
import { assumedPackageName } from "../scopes/imports.ts";
import { rootOfCallChain } from "./call-chain.ts";

/**
 * The text before a method's name, read backwards from it: `log.` in `s.log.Info()`, `.` in
 * `f().Info()`.
 */
const OWNER = /(?<=(?<field>\.\s*)?(?<name>[\p{L}\p{N}_]+)?\s*\.\s*)/uy;

/**
 * Returns a test for a prefilter: true for a text that may call a method with one of some names.
 * A function of an imported package is no method, nor is one of a test's `t`, and `Error()`
 * is what every error has.
 *
 * @param names Match whole names: each begins with `^` and ends with `$`.
 * @param ofResults False if methods of what a function of an imported package returns do not
 *   count: `pkg.New().Info()`.
 */
export function methodCallTest(
  names: readonly RegExp[],
  { ofResults = true }: { readonly ofResults?: boolean } = {},
): (text: string) => boolean {
  const sources = names.map(({ source }) => source.slice(1, -1));
  const calls = new RegExp(`\\b(?:${sources.join("|")})\\s*\\(`, "gu");
  return (text) => {
    let others: OtherOwners | undefined;
    for (const { index, 0: call } of text.matchAll(calls)) {
      OWNER.lastIndex = index;
      const owner = OWNER.exec(text)?.groups;
      if (!owner || (call === "Error(" && text[index + call.length] === ")")) continue;
      const name = owner["name"] ?? (ofResults ? null : rootOfCallChain(text, index));
      if (name === null || owner["field"] !== undefined) return true;
      others ??= new OtherOwners(text);
      if (!others.has(name)) return true;
    }
    return false;
  };
}

/** The type of a test's parameter, with the parameter's name before it. */
const TESTS = /testing\.(?:T|B|F|TB)\b(?<=\b(?<name>\w+)\s+\*?testing\.\w+)/gu;

/** The names in a file that mean a package or a test wherever they stand, by its text. */
class OtherOwners {
  readonly #text: string;
  readonly #names: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  constructor(text: string) {
    this.#text = text;
    const imports = readHeader(text).imports.map(
      ({ alias, path }) => alias ?? assumedPackageName(path),
    );
    const tests = [...text.matchAll(TESTS)].map(({ groups }) => groups?.["name"] ?? "");
    this.#names = new Set([...imports, ...tests]);
  }

  has(name: string): boolean {
    let known = this.#known.get(name);
    if (known === undefined) {
      known = this.#names.has(name) && !mayDeclare(this.#text, name);
      this.#known.set(name, known);
    }
    return known;
  }
}

/** Returns true if a text may declare a name as a variable that is no test's. */
function mayDeclare(text: string, name: string): boolean {
  const others = "(?:\\s*,\\s*\\w+)*";
  const parameter = `[(,]\\s*${name}${others}\\s+(?!\\*?testing\\.)[\\w*[(<.]`;
  return new RegExp(
    `${parameter}|\\bvar\\s+\\(?\\s*${name}\\b|\\b${name}${others}\\s*:?=(?!=)`,
    "u",
  ).test(text);
}
