import { DeclarationSearch } from "./declaration-search.ts";
import { readHeader, type FileHeader, type FileImport } from "./file-header.ts";
import { readOutline, type OutlineDeclaration } from "./outline.ts";

/** What Go takes for an operating system or a processor at the end of a file's name. */
const PLATFORM =
  /_(?:aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos|386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|sparc64|wasm)\.go$/u;
const CONSTRAINT = /^\/\/(?:go:build| ?\+build)\b/mu;

/** After as many searches an outline would have cost less. */
const MAX_SEARCHES = 20;

/** A Go file, read as far as its declarations are asked for. */
export class SourceFile {
  readonly name: string;
  readonly #read: () => string;
  #text: string | undefined;
  #header: FileHeader | undefined;
  #search: DeclarationSearch | undefined;
  readonly #found = new Map<string, readonly OutlineDeclaration[]>();
  #declarations: readonly OutlineDeclaration[] | undefined;
  #isForSomeBuilds: boolean | undefined;
  #owners: ReadonlySet<string | null> | undefined;
  #byName: ReadonlyMap<string, readonly OutlineDeclaration[]> | undefined;

  /**
   * @param name The name of the file, without its directory.
   * @param read Gives its text.
   */
  constructor(name: string, read: () => string) {
    this.name = name;
    this.#read = read;
  }

  get isTest(): boolean {
    return isTestFile(this.name);
  }

  /** True if some builds leave the file out, or may. */
  get isForSomeBuilds(): boolean {
    return (this.#isForSomeBuilds ??= PLATFORM.test(this.name) || this.#isConstrained());
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

  get declarations(): readonly OutlineDeclaration[] {
    return (this.#declarations ??= readOutline(this.text, this.#readHeader().end));
  }

  /** By a comment before the package clause, or by code in C, which some builds leave out. */
  #isConstrained(): boolean {
    const { packageAt, imports } = this.#readHeader();
    return (
      CONSTRAINT.test(this.text.slice(0, packageAt)) || imports.some(({ path }) => path === "C")
    );
  }

  /** What declares a name in the file: functions, methods and specs, as groups. */
  declarationsOf(name: string): readonly OutlineDeclaration[] {
    let found = this.#found.get(name);
    if (!found) this.#found.set(name, (found = this.#find(name)));
    return found;
  }

  #find(name: string): readonly OutlineDeclaration[] {
    if (!this.#byName) {
      this.#search ??= new DeclarationSearch(this.text);
      if (this.#found.size < MAX_SEARCHES && !this.#search.mayDeclare(name)) return [];
      this.#byName = byName(this.declarations);
    }
    return this.#byName.get(name) ?? [];
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

function byName(
  declarations: readonly OutlineDeclaration[],
): ReadonlyMap<string, readonly OutlineDeclaration[]> {
  const found = new Map<string, OutlineDeclaration[]>();
  for (const declaration of declarations) {
    for (const name of declaration.names) {
      const known = found.get(name);
      if (known) known.push(declaration);
      else found.set(name, [declaration]);
    }
  }
  return found;
}
