import { tokensOf } from "../runner/fingerprint.ts";
import type { FileImport } from "../semantics/scan/file-header.ts";
import type { SourceFile } from "../semantics/scan/source-file.ts";

/** The text of a declaration without the bodies of functions, and the names that it declares. */
export interface NamedDeclaration {
  /** Of a method the name of its type. */
  readonly names: readonly string[];
  readonly text: string;
}

/** Returns the package-level declarations of a file. */
export function namedDeclarations({ declarations, code }: SourceFile): NamedDeclaration[] {
  return declarations.flatMap(({ keyword, names, receiver, specs, start, end }) => {
    // A constant may repeat the expression of another one in its group.
    const isWhole = keyword === "func" || keyword === "const";
    const all = isWhole
      ? [{ names: receiver === null ? names : [receiver], start, end }]
      : specs;
    return all.map((one) => ({ names: one.names, text: code.slice(one.start, one.end) }));
  });
}

/** Returns the names whose declarations differ in two states of some files of a package. */
export function changedNames(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): ReadonlySet<string> {
  const [old, current] = [meanings(before), meanings(after)];
  const names = [...old.keys(), ...current.keys()];
  return new Set(names.filter((name) => old.get(name) !== current.get(name)));
}

/** Returns the words of a text that may be names. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}_][\p{L}\p{Nd}_]*/gu));
}

/** Returns the names that a file may know an import by. */
export function likelyNames({ alias, path }: FileImport): readonly string[] {
  if (alias !== null) return [alias];
  const last = path.split("/").findLast((element) => !/^v\d+$/u.test(element)) ?? "";
  return [...wordsOf(last)];
}

/** Returns by name the tokens of its declarations, and the packages that are meant in them. */
function meanings(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const place = `${file.packageName} ${file.isForSomeBuilds}`;
    for (const { names, text } of namedDeclarations(file)) {
      const words = wordsOf(text);
      const imports = file.imports.filter((one) =>
        likelyNames(one).some((name) => name === "." || words.has(name)),
      );
      const meaning = [place, ...tokensOf(text), ...imports.map(({ path }) => path)].join(" ");
      for (const name of names) found.set(name, [...(found.get(name) ?? []), meaning]);
    }
  }
  return new Map([...found].map(([name, texts]) => [name, texts.sort().join("\n")]));
}
