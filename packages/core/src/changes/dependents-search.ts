import { join } from "node:path";
import { runGit } from "../runner/git.ts";
import { Modules } from "../semantics/modules/modules.ts";
import { splitPath } from "../semantics/modules/paths.ts";
import { isGoFile, SourceFile } from "../semantics/scan/source-file.ts";
import type { FileSystem } from "../source/file-system.ts";
import { likelyNames, namedDeclarations, wordsOf } from "./declared-names.ts";

/** A file, by its absolute path, and the words in it. */
interface SearchedFile {
  readonly path: string;
  readonly source: SourceFile;
  readonly words: ReadonlySet<string>;
}

const TIMEOUT = 60_000;

/** Searches for the files that mention names that changed, from package to package. */
export class DependentsSearch {
  readonly #files: FileSystem;
  readonly #repository: string;
  readonly #modules: Modules;
  readonly #read = new Map<string, SearchedFile>();
  readonly #importers = new Map<string, readonly SearchedFile[]>();
  /** The names that changed, by directory. */
  readonly #names = new Map<string, Set<string>>();
  /** The directories with names that nobody was searched for. */
  readonly #waiting = new Set<string>();
  readonly #found = new Set<string>();

  /** @param repository Absolute. */
  constructor(files: FileSystem, repository: string) {
    this.#files = files;
    this.#repository = repository;
    this.#modules = new Modules(files, () => true);
  }

  /** Adds package-level names that mean something else than before. */
  addNames(directory: string, names: Iterable<string>): void {
    const known = this.#names.get(directory) ?? new Set();
    this.#names.set(directory, known);
    for (const name of names) {
      if (known.has(name) || name === "_") continue;
      known.add(name);
      this.#waiting.add(directory);
    }
  }

  /** Adds the files that import a package, whatever they use of it. */
  addImporters(directory: string): void {
    for (const { path } of this.#importersOf([directory])) this.#found.add(path);
  }

  /** Adds the files that import packages of some modules. */
  addModules(modules: ReadonlySet<string>): void {
    if (modules.size === 0) return;
    const isOfModule = (path: string) =>
      [...modules].some((module) => `${path}/`.startsWith(`${module}/`));
    for (const file of this.#grep([...modules].map((module) => `"${module}`))) {
      const imports = file.source.imports.filter(({ path }) => isOfModule(path));
      if (imports.length === 0) continue;
      this.#found.add(file.path);
      this.#addMentioning(file, new Set(imports.flatMap(likelyNames)));
    }
  }

  /** Adds all files below a directory. */
  addAll(directory: string): void {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    for (const path of this.#ask(directory, [...args, "--", "*.go"])) {
      this.#found.add(join(directory, path));
    }
  }

  /** Returns the files that were added and those that depend on them, by their absolute paths. */
  run(): readonly string[] {
    while (this.#waiting.size > 0) {
      const directories = [...this.#waiting];
      this.#waiting.clear();
      for (const directory of directories) this.#searchPackage(directory);
      const exported = new Set(
        directories
          .flatMap((directory) => [...(this.#names.get(directory) ?? [])])
          .filter((name) => /^\p{Lu}/u.test(name)),
      );
      for (const file of this.#importersOf(directories)) {
        if (!haveCommon(file.words, exported)) continue;
        this.#found.add(file.path);
        this.#addMentioning(file, exported);
      }
    }
    return [...this.#found];
  }

  /** Adds what a package declares by its own names that changed, and the files that mention one. */
  #searchPackage(directory: string): void {
    const names = this.#names.get(directory) ?? new Set();
    const files = this.#files
      .listFiles(directory)
      .filter(isGoFile)
      .map((name) => this.#fileAt(`${directory}/${name}`));
    for (let before = -1; before < names.size;) {
      before = names.size;
      for (const file of files) this.#addMentioning(file, names);
    }
    this.#waiting.delete(directory);
    for (const { path, words } of files) {
      if (haveCommon(words, names)) this.#found.add(path);
    }
  }

  /** Adds what a file declares by some names. */
  #addMentioning({ path, source, words }: SearchedFile, used: ReadonlySet<string>): void {
    if (!used.has(".") && !haveCommon(words, used)) return;
    for (const { names, text } of namedDeclarations(source)) {
      if (used.has(".") || haveCommon(wordsOf(text), used)) {
        this.addNames(splitPath(path).directory, names);
      }
    }
  }

  #importersOf(directories: readonly string[]): Set<SearchedFile> {
    const paths = directories.flatMap((directory) => this.#importPathOf(directory) ?? []);
    const unknown = new Set(paths.filter((path) => !this.#importers.has(path)));
    const files = unknown.size === 0 ? [] : this.#grep([...unknown].map((path) => `"${path}"`));
    for (const path of unknown) {
      const isImport = (one: { readonly path: string }) => one.path === path;
      this.#importers.set(
        path,
        files.filter(({ source }) => source.imports.some(isImport)),
      );
    }
    return new Set(paths.flatMap((path) => this.#importers.get(path) ?? []));
  }

  #importPathOf(directory: string): string | null {
    const [, vendored] = directory.slice(this.#repository.length).split("/vendor/");
    return vendored ?? this.#modules.importPathOf(directory);
  }

  /** Returns the Go files that hold one of some texts, by git's own search. */
  #grep(texts: readonly string[]): SearchedFile[] {
    const patterns = texts.flatMap((text) => ["-e", text]);
    // Git refuses to search submodules and untracked files at once, and may be set to do so.
    const plain = ["grep", "--no-color", "--no-recurse-submodules", "--untracked"];
    const args = [...plain, "-l", "-z", "-F", ...patterns, "--", "*.go"];
    return this.#ask(this.#repository, args).map((name) =>
      this.#fileAt(join(this.#repository, name)),
    );
  }

  #ask(directory: string, args: readonly string[]): string[] {
    return runGit(directory, args, TIMEOUT).output.split("\0").filter(Boolean);
  }

  #fileAt(path: string): SearchedFile {
    let file = this.#read.get(path);
    if (!file) {
      const text = this.#files.readText(path) ?? "";
      const source = new SourceFile(splitPath(path).name, () => text);
      this.#read.set(path, (file = { path, source, words: wordsOf(text) }));
    }
    return file;
  }
}

function haveCommon(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = words.size < others.size ? [words, others] : [others, words];
  for (const word of fewer) if (more.has(word)) return true;
  return false;
}
