const FIELDS = 5;
const [FILE, END, RUN, LIMIT, RULE] = [0, 1, 2, 3, 4] as const;

/** The progress of a thread, in memory that it shares with the thread that watches it. */
export class ThreadProgress {
  readonly #fields: Int32Array;

  constructor(shared = new SharedArrayBuffer(FIELDS * Int32Array.BYTES_PER_ELEMENT)) {
    this.#fields = new Int32Array(shared);
  }

  get shared(): SharedArrayBuffer {
    return this.#fields.buffer as SharedArrayBuffer;
  }

  /** The place of the file that is being linted. */
  get file(): number {
    return Atomics.load(this.#fields, FILE);
  }

  /** The end of the range that the thread took. */
  get end(): number {
    return Atomics.load(this.#fields, END);
  }

  /** The number of the present run of rules. */
  get run(): number {
    return Atomics.load(this.#fields, RUN);
  }

  /** The milliseconds that the present run may take; 0 for no limit, or if there is no run. */
  get limit(): number {
    return Atomics.load(this.#fields, LIMIT);
  }

  /** The running rule, as a cell of its own: its number, from 1; 0 for none. */
  get rule(): Int32Array {
    return this.#fields.subarray(RULE, RULE + 1);
  }

  /** Says which file comes next, and where the range ends that it is of. */
  startFile(file: number, end: number): void {
    Atomics.store(this.#fields, FILE, file);
    Atomics.store(this.#fields, END, end);
  }

  /** Runs rules; who watches ends the thread if they take longer than a limit. */
  withLimit<T>(milliseconds: number, run: () => T): T {
    Atomics.add(this.#fields, RUN, 1);
    Atomics.store(this.#fields, LIMIT, milliseconds);
    try {
      return run();
    } finally {
      Atomics.store(this.#fields, LIMIT, 0);
    }
  }
}
