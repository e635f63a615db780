import type { OutlineDeclaration } from "./outline.ts";
import type { SourceFile } from "./source-file.ts";

/** A declaration and the file it stands in. */
export interface Source {
  readonly declaration: OutlineDeclaration;
  readonly file: SourceFile;
}

/** What a package is read from. */
export interface PackageFiles {
  readonly name: string;
  /** Those of other packages are passed over. */
  readonly files: readonly SourceFile[];
  /** True if these are all files of the package. */
  readonly complete: boolean;
  /** True if a compiler has seen it: then no build declares a name twice. */
  readonly compiles: boolean;
}

/** Finds where the files of a package declare a name. */
export class DeclarationFinder {
  readonly #package: PackageFiles;
  #all: ReadonlyMap<string, readonly Source[]> | undefined;

  constructor(files: PackageFiles) {
    this.#package = files;
  }

  /**
   * All declarations of a name: there are several where builds differ.
   *
   * @param receiver Of a method, the name of the type that it belongs to, and else null.
   */
  find(name: string, receiver: string | null): readonly Source[] {
    if (this.#package.compiles) return this.#search(name, receiver);
    this.#all ??= this.#readAll();
    return (
      this.#all.get(name)?.filter(({ declaration }) => declaration.receiver === receiver) ?? []
    );
  }

  /** Of the package at hand and its neighbours most names are asked for in the end. */
  #readAll(): Map<string, Source[]> {
    const all = new Map<string, Source[]>();
    for (const file of this.#package.files) {
      if (file.packageName !== this.#package.name) continue;
      for (const declaration of file.declarations) {
        for (const name of declaration.names) {
          const known = all.get(name);
          if (known) known.push({ declaration, file });
          else all.set(name, [{ declaration, file }]);
        }
      }
    }
    return all;
  }

  /** Of a library few are, and it is certain that it declares none twice: so files are read up to the right one. */
  #search(name: string, receiver: string | null): readonly Source[] {
    const found: Source[] = [];
    for (const file of likeliestFirst(name, this.#package.files)) {
      if (file.packageName !== this.#package.name) continue;
      const before = found.length;
      for (const declaration of file.declarationsOf(name)) {
        if (declaration.receiver === receiver) found.push({ declaration, file });
      }
      if (found.length > before && !file.isForSomeBuilds) break;
    }
    return found;
  }
}

const GENERATED = /^zz_|generated|\.pb\.|_string\.go$/u;

/** Files that were read already, then those with names that look like it; what is generated comes last. */
function* likeliestFirst(name: string, files: readonly SourceFile[]): Generator<SourceFile> {
  const unread = files.filter((file) => !file.isRead);
  if (unread.length < files.length) yield* files.filter((file) => !unread.includes(file));
  const wanted = name.toLowerCase();
  const rank = (file: SourceFile): number => {
    const words = file.name.slice(0, -".go".length).replaceAll("_", "");
    if (wanted.includes(words) || words.includes(wanted)) return 0;
    return GENERATED.test(file.name) ? 2 : 1;
  };
  for (const wantedRank of [0, 1, 2]) {
    yield* unread.filter((file) => rank(file) === wantedRank);
  }
}
