import type { Output } from "./io.ts";
import { grouped } from "./text.ts";

/** A run that is shorter than this shows no progress, in milliseconds. */
const PATIENCE = 1000;
const BETWEEN_UPDATES = 100;
const ERASE_LINE = "\r\u001b[2K";

/** One line on a terminal that says how far a long run is; nothing anywhere else. */
export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #started: number;
  #last = 0;
  #shown = false;

  /** @param now A clock in milliseconds. */
  constructor(output: Output, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#started = now();
  }

  /** Shows how many files are done. */
  update(done: number, total: number): void {
    if (!this.#output.isTTY) return;
    const now = this.#now();
    if (now - this.#started < PATIENCE || now - this.#last < BETWEEN_UPDATES) return;
    this.#last = now;
    this.#shown = true;
    this.#output.write(`${ERASE_LINE}Linting: ${grouped(done)} of ${grouped(total)} files`);
  }

  /** Erases the line. */
  end(): void {
    if (this.#shown) this.#output.write(ERASE_LINE);
    this.#shown = false;
  }
}
