import type { GoSourceCode } from "@gopherwood/core";
import { hasWord } from "../text.ts";

/** The texts of the other Go files in a file's directory, read when they are first needed. */
export class SiblingFiles {
  readonly #sourceCode: GoSourceCode;
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(sourceCode: GoSourceCode) {
    this.#sourceCode = sourceCode;
  }

  /** Returns the name of a file in which a word stands, or null. */
  fileWith(word: string): string | null {
    return this.#find((text) => hasWord(text, word));
  }

  /** Returns the name of a file that declares a function or method, or null. */
  fileThatDeclares(name: string): string | null {
    const declaration = new RegExp(`^func (?:\\([^)\\n]*\\) )?${name}[\\[(]`, "mu");
    return this.#find((text) => text.includes(name) && declaration.test(text));
  }

  #find(matches: (text: string) => boolean): string | null {
    for (const [name, text] of (this.#texts ??= this.#read())) {
      if (matches(text)) return name;
    }
    return null;
  }

  #read(): ReadonlyMap<string, string> {
    const { path, files } = this.#sourceCode;
    const slash = path.lastIndexOf("/");
    const directory = path.slice(0, Math.max(slash, 0));
    const names = files
      .listFiles(directory)
      .filter((name) => name.endsWith(".go") && name !== path.slice(slash + 1));
    return new Map(
      names.map((name) => [name, files.readText(`${directory}/${name}`) ?? ""] as const),
    );
  }
}
