import { splitPath } from "../../semantics/modules/paths.ts";
import { SourceFile } from "../../semantics/scan/source-file.ts";
import { hashOf, type RecordedFiles } from "./recorded-files.ts";

/** The hashes of what other files can see of Go files: they depend on nothing else of them. */
export class FileSummaries {
  readonly #files: RecordedFiles;
  readonly #known: (path: string) => string | undefined;
  readonly #hashes = new Map<string, string>();

  /** @param known Returns the hash of a file, absolute, that did not change since it was made. */
  constructor(files: RecordedFiles, known: (path: string) => string | undefined) {
    this.#files = files;
    this.#known = known;
  }

  /** The hashes that were asked for, by the paths of their files. */
  get hashes(): ReadonlyMap<string, string> {
    return this.#hashes;
  }

  /** @param path Absolute, with `/`. */
  hashOf(path: string): string {
    let hash = this.#hashes.get(path);
    if (hash === undefined) {
      hash = this.#known(path) ?? this.#read(path);
      this.#hashes.set(path, hash);
    }
    return hash;
  }

  #read(path: string): string {
    const { name } = splitPath(path);
    const file = new SourceFile(name, () => this.#files.readText(path) ?? "");
    return hashOf(file.summary);
  }
}
