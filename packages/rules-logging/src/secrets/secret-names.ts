import type { SecretOptions } from "./options.ts";
import { endOfWords, wordsIn } from "./words.ts";

/** Words before `secret` that make it a credential wherever it stands. */
const OWNERS = new Set(["api", "app", "client", "consumer", "shared", "signing", "webhook"]);

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

  /** Returns true for the name of a credential that is not just a `secret`. */
  isSpecific(name: string): boolean {
    const words = wordsIn(name);
    return this.#secrets.some((secret) => {
      const end = endOfWords(secret, words);
      if (end < 0) return false;
      return secret.join() !== "secret" || OWNERS.has(words[end - 2] ?? "");
    });
  }

  /** Returns true if a value has the last word of the credential in a key: `key`, `api_key`. */
  isLastWordOf(key: string, value: string): boolean {
    const words = wordsIn(key);
    const end = Math.max(...this.#secrets.map((secret) => endOfWords(secret, words)));
    const last = words[end - 1];
    const own = wordsIn(value);
    return end > 1 && own.length === 1 && last !== undefined && singular(own[0]) === last;
  }
}

function singular(word = ""): string {
  return word.length > 3 ? word.replace(/s$/u, "") : word;
}
