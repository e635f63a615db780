import { RefusedError } from "./errors.ts";

/** Asks the user a question; null if the client cannot ask. */
export type Ask = (question: string) => Promise<boolean | null>;

/** The folders whose configs may be run, as the command line or the user says. */
export class Consent {
  readonly #trusted: Set<string>;
  readonly #ask: Ask;

  /** @param trusted Absolute, without symbolic links. */
  constructor(trusted: readonly string[], ask: Ask) {
    this.#trusted = new Set(trusted);
    this.#ask = ask;
  }

  get trusted(): readonly string[] {
    return [...this.#trusted];
  }

  /**
   * Asks the user to trust a folder.
   *
   * @throws {RefusedError} If the user does not, or cannot be asked.
   */
  async request(folder: string): Promise<void> {
    const answer = await this.#ask(
      `Gopherwood runs the configs of ${folder} and what they import, with your rights. ` +
        "Do you trust this folder?",
    );
    if (answer === true) {
      this.#trusted.add(folder);
      return;
    }
    throw new RefusedError(
      answer === false
        ? `The user does not trust ${folder}: its configs are not run.`
        : `The configs of ${folder} are code, and nobody said that they may run: the user can ` +
            `start the server as 'gopherwood-mcp --trust ${folder}'.`,
    );
  }
}
