import type { SecretOptions } from "./options.ts";
import { endOfWords, wordsIn } from "./words.ts";

/** Judges names: those of credentials, and those of harmless values. */
export class SecretNames {
  readonly #secrets: readonly (readonly string[])[];
  readonly #prefixes: ReadonlySet<string>;
  readonly #suffixes: ReadonlySet<string>;

  constructor({ secrets, harmlessPrefixes, harmlessSuffixes }: SecretOptions) {
    this.#secrets = secrets.map((name) => name.split("_"));
    this.#prefixes = new Set(harmlessPrefixes);
    this.#suffixes = new Set(harmlessSuffixes);
  }

  /** Returns null for a name of neither kind. */
  judge(name: string): "harmless" | "secret" | null {
    const words = wordsIn(name);
    const end = Math.max(...this.#secrets.map((secret) => endOfWords(secret, words)));
    if (end >= 0 && this.#prefixes.has(words[0] ?? "")) return "harmless";
    if (end < words.length && this.#suffixes.has(words.at(-1) ?? "")) return "harmless";
    return end >= 0 ? "secret" : null;
  }
}
