import type { GoSourceCode } from "@gopherwood/core";

/** The texts of the other files in a file's directory. */
export class PackageTexts {
  readonly #sourceCode: GoSourceCode;
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(sourceCode: GoSourceCode) {
    this.#sourceCode = sourceCode;
  }

  /** The name of a file in which a word stands, or null. */
  fileWith(word: string): string | null {
    return this.#fileWith(word, `(?<![\\p{L}\\p{Nd}_])${word}(?![\\p{L}\\p{Nd}_])`);
  }

  /** The name of a file that declares a function or method, or null. */
  fileThatDeclares(name: string): string | null {
    return this.#fileWith(name, `^func (?:\\([^)\\n]*\\) )?${name}[\\[(]`);
  }

  #fileWith(word: string, pattern: string): string | null {
    const regexp = new RegExp(pattern, "mu");
    for (const [name, text] of (this.#texts ??= this.#read())) {
      if (text.includes(word) && regexp.test(text)) return name;
    }
    return null;
  }

  #read(): ReadonlyMap<string, string> {
    const { path, files } = this.#sourceCode;
    const slash = path.lastIndexOf("/");
    const directory = path.slice(0, Math.max(slash, 0));
    const texts = new Map<string, string>();
    for (const name of files.listFiles(directory)) {
      if (!name.endsWith(".go") || name === path.slice(slash + 1)) continue;
      texts.set(name, files.readText(`${directory}/${name}`) ?? "");
    }
    return texts;
  }
}
