import { detached } from "../../source/detached.ts";
import { isBuildConstrained } from "./build-constraints.ts";
import { declaredCode, type DeclaredCode } from "./declared-code.ts";
import { readHeader, type FileHeader, type FileImport } from "./file-header.ts";
import { indexDeclarations, type DeclarationEntry } from "./declaration-index.ts";

/** The declarations of a name: for most names there is one, and a list of it takes more memory. */
type Named = DeclarationEntry | DeclarationEntry[];

/** The part of a file before its declarations. */
interface Header extends Pick<FileHeader, "packageName" | "end"> {
  readonly imports: readonly FileImport[];
  readonly isForSomeBuilds: boolean;
}

const NONE: readonly DeclarationEntry[] = [];
/** About what an entry takes in memory, in the units of a text. */
const ENTRY_SIZE = 200;

/** A Go file, which is read when it is asked for, and kept without the bodies of its functions. */
export class SourceFile {
  readonly name: string;
  readonly #read: () => string;
  readonly #onRead: ((time: number) => void) | undefined;
  /** The text, until the declarations are read. */
  #text: string | undefined;
  #header: Header | undefined;
  #declared: DeclaredCode | undefined;
  #owners: ReadonlySet<string | null> | undefined;
  #byName: ReadonlyMap<string, Named> | undefined;

  /**
   * @param name The name of the file, without its directory.
   * @param read Returns its text; called once.
   * @param onRead Called when the text was read, and when the declarations were, with the
   *   milliseconds that it took.
   */
  constructor(name: string, read: () => string, onRead?: (time: number) => void) {
    this.name = name;
    this.#read = read;
    this.#onRead = onRead;
  }

  get isTest(): boolean {
    return isTestFile(this.name);
  }

  get isRead(): boolean {
    return this.#header !== undefined;
  }

  /** The size in memory, about, in UTF-16 units of a text. */
  get size(): number {
    if (!this.#declared) return this.#text?.length ?? 0;
    const { code, declarations } = this.#declared;
    return code.length + declarations.length * ENTRY_SIZE;
  }

  /** True if some builds leave the file out: by a constraint, or because it has code in C. */
  get isForSomeBuilds(): boolean {
    return this.#readHeader().isForSomeBuilds;
  }

  /** The name in the package clause; empty if there is none. */
  get packageName(): string {
    return this.#readHeader().packageName;
  }

  get imports(): readonly FileImport[] {
    return this.#readHeader().imports;
  }

  /** The code of the declarations, without the bodies of functions. */
  get code(): string {
    return this.#readDeclared().code;
  }

  /** The declarations, with offsets in `code`. */
  get declarations(): readonly DeclarationEntry[] {
    return this.#readDeclared().declarations;
  }

  /**
   * All that other files can see of this one, as a text. It does not depend on the bodies of
   * functions, nor on comments between declarations.
   */
  get summary(): string {
    const { packageName, isForSomeBuilds, imports } = this.#readHeader();
    const { code, declarations } = this.#readDeclared();
    return JSON.stringify([packageName, isForSomeBuilds, imports, code, declarations]);
  }

  /** Returns the declarations of a name, and the methods with that name. */
  declarationsOf(name: string): readonly DeclarationEntry[] {
    const found = (this.#byName ??= byName(this.declarations)).get(name);
    if (!found) return NONE;
    return Array.isArray(found) ? found : [found];
  }

  /** The names of the types that the file declares methods for. */
  get methodOwners(): ReadonlySet<string | null> {
    return (this.#owners ??= new Set(this.declarations.map(({ receiver }) => receiver)));
  }

  #readHeader(): Header {
    if (!this.#header) {
      const start = performance.now();
      this.#text = this.#read();
      this.#header = headerOf(this.name, this.#text);
      this.#onRead?.(performance.now() - start);
    }
    return this.#header;
  }

  #readDeclared(): DeclaredCode {
    if (!this.#declared) {
      const { end } = this.#readHeader();
      const start = performance.now();
      const text = this.#text ?? "";
      this.#declared = declaredCode(text, indexDeclarations(text, end));
      this.#text = undefined;
      this.#onRead?.(performance.now() - start);
    }
    return this.#declared;
  }
}

export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

/** Returns true for a Go file by its name; Go passes over those with `_` or `.` in front. */
export function isGoFile(name: string): boolean {
  return name.endsWith(".go") && !/^[._]/u.test(name);
}

/** Returns the header of a file; no string of it is a part of the text. */
function headerOf(name: string, text: string): Header {
  const { packageName, imports, end } = readHeader(text);
  return {
    packageName: detached(packageName),
    imports: imports.map(({ alias, path }) => ({
      alias: alias && detached(alias),
      path: detached(path),
    })),
    isForSomeBuilds: isBuildConstrained(name, text) || imports.some(({ path }) => path === "C"),
    end,
  };
}

function byName(declarations: readonly DeclarationEntry[]): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  for (const declaration of declarations) {
    for (const name of declaration.names) {
      const others = found.get(name);
      if (Array.isArray(others)) others.push(declaration);
      else found.set(name, others ? [others, declaration] : declaration);
    }
  }
  return found;
}
