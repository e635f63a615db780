import type { FileSystem } from "../../source/file-system.ts";

/** What is kept of files, and the milliseconds that it took to read. */
interface Readable {
  readonly readingTime: number;
}

/** What was not asked for this long, in milliseconds, is read anew. */
const FRESH = 1000;
/** What took long to read is kept for this many times as long. */
const PATIENCE = 10;

/** How many hold a file system. */
const holders = new WeakMap<FileSystem, number>();

/**
 * What was read of each file system, for as long as its files are taken for unchanged:
 * while they are held, and else while it is asked for again and again. A long-lived
 * process, such as an editor's, pauses between runs, and files change meanwhile.
 */
export class FileCache<T extends Readable> {
  readonly #make: (files: FileSystem) => T;
  readonly #kept = new WeakMap<FileSystem, { readonly value: T; lastUsed: number }>();

  constructor(make: (files: FileSystem) => T) {
    this.#make = make;
  }

  of(files: FileSystem): T {
    const now = performance.now();
    let kept = this.#kept.get(files);
    if (!kept || (!holders.has(files) && now - kept.lastUsed > patienceFor(kept.value))) {
      kept = { value: this.#make(files), lastUsed: now };
      this.#kept.set(files, kept);
    }
    kept.lastUsed = now;
    return kept.value;
  }

  forget(files: FileSystem): void {
    this.#kept.delete(files);
  }
}

function patienceFor({ readingTime }: Readable): number {
  return Math.max(FRESH, readingTime * PATIENCE);
}

/** Takes the files of a file system for unchanged until each who holds it has called `release`. */
export function holdFiles(files: FileSystem): void {
  holders.set(files, (holders.get(files) ?? 0) + 1);
}

export function releaseFiles(files: FileSystem): void {
  const others = (holders.get(files) ?? 0) - 1;
  if (others > 0) holders.set(files, others);
  else holders.delete(files);
}
