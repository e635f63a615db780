import { isBuildConstrained } from "./build-constraints.ts";
import { readHeader, type FileHeader, type FileImport } from "./file-header.ts";
import { indexDeclarations, type DeclarationEntry } from "./declaration-index.ts";

/** A Go file, which is read as far as its declarations are asked for. */
export class SourceFile {
  readonly name: string;
  readonly #read: () => string;
  #text: string | undefined;
  #header: FileHeader | undefined;
  #declarations: readonly DeclarationEntry[] | undefined;
  #isForSomeBuilds: boolean | undefined;
  #owners: ReadonlySet<string | null> | undefined;
  #names: ReadonlySet<string> | undefined;

  /**
   * @param name The name of the file, without its directory.
   * @param read Returns its text.
   */
  constructor(name: string, read: () => string) {
    this.name = name;
    this.#read = read;
  }

  get isTest(): boolean {
    return isTestFile(this.name);
  }

  /** True if some builds leave the file out: by a constraint, or because it has code in C. */
  get isForSomeBuilds(): boolean {
    return (this.#isForSomeBuilds ??=
      isBuildConstrained(this.name, this.text) ||
      this.imports.some(({ path }) => path === "C"));
  }

  get isRead(): boolean {
    return this.#text !== undefined;
  }

  get text(): string {
    return (this.#text ??= this.#read());
  }

  /** The name in the package clause; empty if there is none. */
  get packageName(): string {
    return this.#readHeader().packageName;
  }

  get imports(): readonly FileImport[] {
    return this.#readHeader().imports;
  }

  get declarations(): readonly DeclarationEntry[] {
    return (this.#declarations ??= indexDeclarations(this.text, this.#readHeader().end));
  }

  /** Returns true if the file declares a name, or a method with that name. */
  declares(name: string): boolean {
    return (this.#names ??= new Set(this.declarations.flatMap(({ names }) => names))).has(name);
  }

  /** The names of the types that the file declares methods for. */
  get methodOwners(): ReadonlySet<string | null> {
    return (this.#owners ??= new Set(this.declarations.map(({ receiver }) => receiver)));
  }

  #readHeader(): FileHeader {
    return (this.#header ??= readHeader(this.text));
  }
}

export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

/** Returns true for a Go file by its name; Go passes over those with `_` or `.` in front. */
export function isGoFile(name: string): boolean {
  return name.endsWith(".go") && !/^[._]/u.test(name);
}
