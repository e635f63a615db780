import { detached } from "../../source/detached.ts";
import type { FileSystem } from "../../source/file-system.ts";
import type { FileImport } from "../scan/file-header.ts";
import type { IndexedDeclaration, IndexedFile, IndexedPackage } from "./indexed-package.ts";
import { projectPathOf } from "../modules/project-path.ts";
import { indexDeclarations } from "../scan/declaration-index.ts";
import { isTestFile } from "../scan/source-file.ts";

/** A file whose declarations are read on demand: most questions are about imports. */
export class LazyFile implements IndexedFile {
  readonly path: string;
  readonly package: IndexedPackage;
  readonly imports: readonly FileImport[];
  readonly #reader: DeclarationsReader;
  #declarations: readonly IndexedDeclaration[] | undefined;

  constructor(
    path: string,
    owner: IndexedPackage,
    imports: readonly FileImport[],
    reader: DeclarationsReader,
  ) {
    this.path = path;
    this.package = owner;
    this.imports = imports;
    this.#reader = reader;
  }

  get projectPath(): string {
    return projectPathOf(this.path, this.#reader.files);
  }

  get isTest(): boolean {
    return isTestFile(this.path);
  }

  get declarations(): readonly IndexedDeclaration[] {
    return (this.#declarations ??= this.#reader.declarationsOf(this));
  }
}

/** Reads the declarations of files. */
export class DeclarationsReader {
  readonly files: FileSystem;
  readonly #strings: Strings;

  constructor(files: FileSystem, strings: Strings) {
    this.files = files;
    this.#strings = strings;
  }

  declarationsOf(file: IndexedFile): readonly IndexedDeclaration[] {
    const declarations: IndexedDeclaration[] = [];
    const text = this.files.readText(file.path) ?? "";
    for (const { keyword, names, receiver: type } of indexDeclarations(text)) {
      const kind = type === null ? keyword : "method";
      const receiver = type === null ? null : this.#strings.copyOf(type);
      for (const name of names) {
        if (name === "_") continue;
        declarations.push({ name: this.#strings.copyOf(name), kind, receiver, file });
      }
    }
    return declarations;
  }
}

/** Keeps one copy of each string, without the text that it is a part of. */
export class Strings {
  readonly #copies = new Map<string, string>();

  copyOf(string: string): string {
    let copy = this.#copies.get(string);
    if (copy === undefined) {
      copy = detached(string);
      this.#copies.set(copy, copy);
    }
    return copy;
  }
}
