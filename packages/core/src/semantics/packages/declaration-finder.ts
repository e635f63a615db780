import { isForOtherProcessor } from "../scan/build-constraints.ts";
import type { DeclarationEntry } from "../scan/declaration-index.ts";
import type { SourceFile } from "../scan/source-file.ts";

/** A declaration and the file it stands in. */
export interface Source {
  readonly declaration: DeclarationEntry;
  readonly file: SourceFile;
}

/** The files of a package. */
export interface PackageFiles {
  readonly name: string;
  /** The files of its directory; those of other packages are skipped. */
  readonly files: readonly SourceFile[];
  /** True if these are all files of the package. */
  readonly complete: boolean;
  /** True if the code was compiled, as a dependency was: then no build declares a name twice. */
  readonly compiles: boolean;
  /** True for a summary, whose functions have no parameters. */
  readonly isSummary?: boolean;
}

const GENERATED = /^zz_|generated|\.pb\.|_string\.go$/u;

/**
 * Finds the declarations of a name in the files of a package. Of code that was compiled, files for
 * other processors than the usual one are read for what is declared in them alone: the packages of
 * operating systems have as many of them as there are processors, with the same declarations.
 */
export class DeclarationFinder {
  readonly #usual: FileSearch;
  readonly #others: FileSearch;

  constructor(files: PackageFiles) {
    const names = new Set(files.files.map(({ name }) => name));
    const isOther = ({ name }: SourceFile) =>
      files.compiles && isForOtherProcessor(name, names);
    this.#usual = new FileSearch(
      files,
      files.files.filter((file) => !isOther(file)),
    );
    this.#others = new FileSearch(files, files.files.filter(isOther));
  }

  /**
   * Returns all declarations of a name: there are several where builds differ.
   *
   * @param receiver The name of the type that a method belongs to; null for other names.
   */
  find(name: string, receiver: string | null): readonly Source[] {
    const found = this.#usual.find(name, receiver);
    const isHere = found.length > 0 || this.#others.isEmpty;
    // A type has its methods where it is declared.
    const hasType = () => receiver !== null && this.#usual.find(receiver, null).length > 0;
    return isHere || hasType() ? found : this.#others.find(name, receiver);
  }
}

/** Searches some files of a package, of which it reads no more than it needs. */
class FileSearch {
  readonly #package: PackageFiles;
  readonly #unread: Set<SourceFile>;
  readonly #read: SourceFile[] = [];
  /** True if there is no file. */
  readonly isEmpty: boolean;

  constructor(owner: PackageFiles, files: readonly SourceFile[]) {
    this.#package = owner;
    this.#unread = new Set(files);
    this.isEmpty = files.length === 0;
  }

  /** Returns all declarations of a name in these files. */
  find(name: string, receiver: string | null): readonly Source[] {
    const { compiles } = this.#package;
    const found: Source[] = [];
    const addFrom = (file: SourceFile) => {
      for (const declaration of file.declarationsOf(name)) {
        if (declaration.receiver === receiver) found.push({ declaration, file });
      }
    };
    // A library declares no name twice: so files are read up to the right one. Of the package at
    // hand and its neighbours most names are asked for in the end.
    const isEnough = () => compiles && found.some(({ file }) => !file.isForSomeBuilds);
    for (const file of this.#read) addFrom(file);
    if (this.#unread.size > 0 && !isEnough()) {
      for (const file of compiles ? this.#likeliestFirst(name) : this.#unread) {
        this.#unread.delete(file);
        if (file.packageName !== this.#package.name) continue;
        this.#read.push(file);
        addFrom(file);
        if (isEnough()) break;
      }
    }
    return found;
  }

  /**
   * Returns the unread files: first those whose text is loaded, then those whose name is like
   * the wanted one, generated ones last.
   */
  #likeliestFirst(name: string): readonly SourceFile[] {
    const wanted = name.toLowerCase();
    const rank = (file: SourceFile): number => {
      if (file.isRead) return 0;
      const words = file.name.slice(0, -".go".length).replaceAll("_", "");
      if (wanted.includes(words) || words.includes(wanted)) return 1;
      if (words === this.#package.name || words === "types") return 2;
      return GENERATED.test(file.name) ? 4 : 3;
    };
    return [...this.#unread]
      .map((file) => ({ file, rank: rank(file) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ file }) => file);
  }
}
