import { dirname } from "node:path";

/** A range of places in a list: from `start`, without `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range is at most this part of what is left for each thread. */
const SHARE = 2;

/**
 * The places of a list, handed out to threads in ranges: long ones first, so that neighbours
 * stay together, and short ones at the end, so that all threads end at once (guided
 * self-scheduling).
 */
export class Queue {
  /** The next place, in memory that threads share. */
  readonly #next: Int32Array;
  readonly #bounds: readonly number[];
  readonly #threads: number;

  /**
   * @param bounds The places at which a range may end, ascending; the last is the list's end.
   */
  constructor(bounds: readonly number[], threads: number, shared = newShared()) {
    this.#bounds = bounds;
    this.#threads = threads;
    this.#next = new Int32Array(shared);
  }

  /** The memory to make the same queue from in another thread. */
  get shared(): SharedArrayBuffer {
    return this.#next.buffer as SharedArrayBuffer;
  }

  /** Returns the next range and takes it from the list; null if nothing is left. */
  take(): Range | null {
    for (;;) {
      const first = Atomics.load(this.#next, 0);
      const left = this.#bounds.length - first;
      if (left <= 0) return null;
      const next = first + Math.ceil(left / (SHARE * this.#threads));
      if (Atomics.compareExchange(this.#next, 0, first, next) !== first) continue;
      const start = this.#bounds[first - 1] ?? 0;
      return { start, end: this.#bounds[next - 1] ?? start };
    }
  }
}

function newShared(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** Returns the places at which the directory of sorted files changes, and the end. */
export function directoryBounds(files: readonly { readonly path: string }[]): number[] {
  const directories = files.map(({ path }) => dirname(path));
  return files.flatMap((_, at) => (directories[at] === directories[at + 1] ? [] : [at + 1]));
}
