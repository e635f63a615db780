import type { FileSystem } from "./file-system.ts";

/** A value that was read from files, and the milliseconds that reading took. */
interface Readable {
  readonly readingTime: number;
}

/** The milliseconds after which a value that nobody used is read again. */
const LIFETIME = 1000;
/** A value that took long to read is entry for this many times as long. */
const READING_TIMES = 10;

/** The number of holders of each file system. */
const holders = new WeakMap<FileSystem, number>();

/**
 * Keeps a value that was read from each file system while its files count as unchanged: while
 * they are held, and otherwise while the value is used again and again. A long-lived process,
 * such as an editor's, pauses between runs, and files change meanwhile.
 */
export class FileCache<T extends Readable> {
  readonly #make: (files: FileSystem) => T;
  readonly #entries = new WeakMap<FileSystem, { readonly value: T; lastUsed: number }>();

  constructor(make: (files: FileSystem) => T) {
    this.#make = make;
  }

  of(asked: FileSystem): T {
    const files = asked.base ?? asked;
    const now = performance.now();
    let entry = this.#entries.get(files);
    if (!entry || (!holders.has(files) && now - entry.lastUsed > lifetimeOf(entry.value))) {
      entry = { value: this.#make(files), lastUsed: now };
      this.#entries.set(files, entry);
    }
    entry.lastUsed = now;
    return entry.value;
  }

  /** Returns the value of a file system if there is one. */
  known(files: FileSystem): T | undefined {
    return this.#entries.get(files)?.value;
  }

  forget(files: FileSystem): void {
    this.#entries.delete(files);
  }
}

function lifetimeOf({ readingTime }: Readable): number {
  return Math.max(LIFETIME, readingTime * READING_TIMES);
}

/** Treats the files of a file system as unchanged until every holder has called `releaseFiles`. */
export function holdFiles(files: FileSystem): void {
  holders.set(files, (holders.get(files) ?? 0) + 1);
}

export function releaseFiles(files: FileSystem): void {
  const others = (holders.get(files) ?? 0) - 1;
  if (others > 0) holders.set(files, others);
  else holders.delete(files);
}
