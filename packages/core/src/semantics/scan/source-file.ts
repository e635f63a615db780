import { readHeader, type FileHeader, type FileImport } from "./file-header.ts";
import { indexDeclarations, type DeclarationEntry } from "./declaration-index.ts";

/** An operating system or a processor at the end of a file's name. */
const PLATFORM =
  /_(?:aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos|386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|sparc64|wasm)\.go$/u;
const CONSTRAINT = /^\/\/(?:go:build| ?\+build)\b/mu;

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

  get declarations(): readonly DeclarationEntry[] {
    return (this.#declarations ??= indexDeclarations(this.text, this.#readHeader().end));
  }

  /**
   * Returns true for a file with a build constraint before its package clause, or with code in
   * C, which some builds leave out.
   */
  #isConstrained(): boolean {
    const { packageAt, imports } = this.#readHeader();
    return (
      CONSTRAINT.test(this.text.slice(0, packageAt)) || imports.some(({ path }) => path === "C")
    );
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
