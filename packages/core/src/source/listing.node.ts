import { readdirSync, type Dirent } from "node:fs";

/** The names in a directory, sorted. */
export class Listing {
  readonly #entries: readonly Dirent[];
  #files: readonly string[] | undefined;

  constructor(entries: readonly Dirent[]) {
    this.#entries = entries;
  }

  /** @param directory Absolute. */
  static of(directory: string): Listing {
    return new Listing(entriesOf(directory));
  }

  /** Those of the regular files. */
  get files(): readonly string[] {
    return (this.#files ??= namesOf(this.#entries.filter((entry) => entry.isFile())));
  }

  get directories(): readonly string[] {
    return namesOf(this.#entries.filter((entry) => entry.isDirectory()));
  }

  get all(): readonly string[] {
    return namesOf(this.#entries);
  }
}

function namesOf(entries: readonly Dirent[]): readonly string[] {
  return entries.map(({ name }) => name).sort();
}

/** Returns none for a directory that cannot be read. */
function entriesOf(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
