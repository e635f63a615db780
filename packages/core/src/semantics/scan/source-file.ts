import { isBuildConstrained } from "./build-constraints.ts";
import { readHeader, type FileHeader, type FileImport } from "./file-header.ts";
import { indexDeclarations, type DeclarationEntry } from "./declaration-index.ts";

/** The declarations of a name: for most names there is one, and a list of it takes more memory. */
type Named = DeclarationEntry | readonly DeclarationEntry[];

const NONE: readonly DeclarationEntry[] = [];

/** A Go file, which is read as far as its declarations are asked for. */
export class SourceFile {
  readonly name: string;
  readonly #read: () => string;
  #text: string | undefined;
  #header: FileHeader | undefined;
  #declarations: readonly DeclarationEntry[] | undefined;
  #isForSomeBuilds: boolean | undefined;
  #owners: ReadonlySet<string | null> | undefined;
  #byName: ReadonlyMap<string, Named> | undefined;

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

  /** Returns the declarations of a name, and the methods with that name. */
  declarationsOf(name: string): readonly DeclarationEntry[] {
    const found = (this.#byName ??= byName(this.declarations)).get(name);
    return found ? [found].flat() : NONE;
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

function byName(declarations: readonly DeclarationEntry[]): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  for (const declaration of declarations) {
    for (const name of declaration.names) {
      const others = found.get(name);
      found.set(name, others ? [others, declaration].flat() : declaration);
    }
  }
  return found;
}
