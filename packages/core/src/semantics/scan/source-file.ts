import { detached } from "../../source/detached.ts";
import { isBuildConstrained } from "./build-constraints.ts";
import { declaredCode, type DeclaredCode } from "./declared-code.ts";
import { readHeader, type FileImport } from "./file-header.ts";
import { indexDeclarations, type DeclarationEntry } from "./declaration-index.ts";

/** The declarations of a name: for most names there is one, and a list of it takes more memory. */
type Named = DeclarationEntry | readonly DeclarationEntry[];

/** What is kept of a file. */
interface FileContent extends DeclaredCode {
  readonly packageName: string;
  readonly imports: readonly FileImport[];
  readonly isForSomeBuilds: boolean;
}

const NONE: readonly DeclarationEntry[] = [];
/** About what an entry takes in memory, in the units of a text. */
const ENTRY_SIZE = 200;

/** The declarations of a Go file, which is read when they are asked for. */
export class SourceFile {
  readonly name: string;
  readonly #read: () => string;
  readonly #onRead: ((file: SourceFile) => void) | undefined;
  #known: FileContent | undefined;
  #owners: ReadonlySet<string | null> | undefined;
  #byName: ReadonlyMap<string, Named> | undefined;

  /**
   * @param name The name of the file, without its directory.
   * @param read Returns its text; called once.
   * @param onRead Called when it was read.
   */
  constructor(name: string, read: () => string, onRead?: (file: SourceFile) => void) {
    this.name = name;
    this.#read = read;
    this.#onRead = onRead;
  }

  get isTest(): boolean {
    return isTestFile(this.name);
  }

  get isRead(): boolean {
    return this.#known !== undefined;
  }

  /** What it takes in memory, about, in UTF-16 units of a text. */
  get size(): number {
    const { code = "", declarations = NONE } = this.#known ?? {};
    return code.length + declarations.length * ENTRY_SIZE;
  }

  /** True if some builds leave the file out: by a constraint, or because it has code in C. */
  get isForSomeBuilds(): boolean {
    return this.#content.isForSomeBuilds;
  }

  /** The name in the package clause; empty if there is none. */
  get packageName(): string {
    return this.#content.packageName;
  }

  get imports(): readonly FileImport[] {
    return this.#content.imports;
  }

  /** The code of the declarations, without the bodies of functions. */
  get code(): string {
    return this.#content.code;
  }

  /** The declarations, with offsets in `code`. */
  get declarations(): readonly DeclarationEntry[] {
    return this.#content.declarations;
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

  get #content(): FileContent {
    if (!this.#known) {
      this.#known = readContent(this.name, this.#read());
      this.#onRead?.(this);
    }
    return this.#known;
  }
}

export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

/** Returns true for a Go file by its name; Go passes over those with `_` or `.` in front. */
export function isGoFile(name: string): boolean {
  return name.endsWith(".go") && !/^[._]/u.test(name);
}

function readContent(name: string, text: string): FileContent {
  const { packageName, imports, end } = readHeader(text);
  return {
    packageName: detached(packageName),
    imports: imports.map(({ alias, path }) => ({
      alias: alias && detached(alias),
      path: detached(path),
    })),
    isForSomeBuilds: isBuildConstrained(name, text) || imports.some(({ path }) => path === "C"),
    ...declaredCode(text, indexDeclarations(text, end)),
  };
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
