import { SyntaxTree } from "../../syntax/tree.ts";
import { typeOfDeclared } from "../types/declared-values.ts";
import { declaringPackageOf, type ImportScope } from "../types/dot-imports.ts";
import { assumedPackageName } from "../scopes/imports.ts";
import type { PackageSource } from "../types/package-declarations.ts";
import { Scanner } from "../scan/scanner.ts";
import { ScopeManager } from "../scopes/scope-manager.ts";
import { TypeChecker } from "../types/type-checker.ts";
import { readSyntax, type TypeNames } from "../types/type-syntax.ts";
import {
  named,
  unknown,
  type FunctionType,
  type GoType,
  type TypeParameter,
} from "../types/go-type.ts";
import { isUniverseName } from "../scopes/universe.ts";
import { readFunctionHeader, readTypeSpec } from "../scan/declaration-syntax.ts";
import type { DeclarationEntry, SpecEntry } from "../scan/declaration-index.ts";
import type { SourceFile } from "../scan/source-file.ts";

const EQUALS = 0x3d;

/** Reads the types in declarations of another file, from its text. */
export class DeclarationReader {
  readonly #file: SourceFile;
  readonly #isLibrary: boolean;
  readonly #isSummary: boolean;
  readonly #outside: ImportScope;
  readonly #imports = new Map<string, string | null>();

  /**
   * @param packages The file's own package and what it can import.
   * @param as.isSummary True for a text whose functions have no parameters.
   * @param as.isLibrary True for code that a compiler has seen. Hardly any declares one of Go's
   *   own names anew, and then where it is used: so no other file is read to know.
   */
  constructor(
    importPath: string,
    file: SourceFile,
    packages: PackageSource,
    as: { readonly isLibrary: boolean; readonly isSummary: boolean },
  ) {
    this.#file = file;
    this.#isLibrary = as.isLibrary;
    this.#isSummary = as.isSummary;
    const dotImports = file.imports.filter(({ alias }) => alias === ".");
    this.#outside = { importPath, packages, dotImports: dotImports.map(({ path }) => path) };
  }

  /** Returns the type of a function or method. */
  functionType({ start, end }: DeclarationEntry): FunctionType {
    const { code: text } = this.#file;
    const header = readFunctionHeader(text, start);
    const names = this.#names(header.typeParameters);
    const type = readSyntax(text, [header.end, end], names, (syntax) => syntax.function());
    const { pointerReceiver } = header;
    const read: FunctionType =
      type.kind === "function" ? type : { kind: "function", results: [type] };
    return pointerReceiver ? { ...read, pointerReceiver } : read;
  }

  /**
   * Returns the underlying type of a type declaration, as written, or the type that an alias
   * stands for.
   */
  typeOf({ namesEnd, end }: SpecEntry): GoType {
    const { code: text } = this.#file;
    const { typeParameters, type } = readTypeSpec(text, namesEnd);
    return readSyntax(text, [type, end], this.#names(typeParameters), (syntax) =>
      syntax.whole(),
    );
  }

  typeParametersOf({ namesEnd, end }: SpecEntry): readonly TypeParameter[] {
    const { code: text } = this.#file;
    const { typeParameters, brackets } = readTypeSpec(text, namesEnd);
    if (brackets === null) return [];
    const names = this.#names(typeParameters);
    const read = readSyntax(text, [brackets, end], names, (syntax) => syntax.typeParameters());
    return "kind" in read ? [] : read;
  }

  /**
   * Returns the type of a variable or constant. Most have their type written; the values of
   * others are parsed.
   */
  valueType(name: string, declaration: DeclarationEntry): GoType | null {
    const spec = declaration.specs.find(({ names }) => names.includes(name));
    if (!spec) return null;
    const { code: text } = this.#file;
    const scanner = new Scanner(text, spec.namesEnd, spec.end);
    scanner.skipBlanks();
    return scanner.isAtEnd || scanner.code === EQUALS
      ? this.#parsedValue(name, declaration, spec)
      : readSyntax(text, [scanner.at, spec.end], this.#names([]), (syntax) => syntax.type());
  }

  /**
   * Returns the type of the value of a variable or constant. A constant is parsed with its
   * group, because it may repeat the value of another.
   */
  #parsedValue(
    name: string,
    { keyword, start, end }: DeclarationEntry,
    spec: SpecEntry,
  ): GoType | null {
    const file = this.#file.code;
    const text =
      keyword === "var" ? `var ${file.slice(spec.start, spec.end)}` : file.slice(start, end);
    const scopes = new ScopeManager(SyntaxTree.parse(`${text}\n`), []);
    const symbol = scopes.lookUp(name, Number.MAX_SAFE_INTEGER);
    const types = new TypeChecker({
      text,
      ...this.#outside,
      lookUp: (other, offset) => scopes.lookUp(other, offset),
      importNamed: (qualifier) => this.#importNamed(qualifier),
    });
    return symbol && typeOfDeclared(symbol, types);
  }

  /**
   * Returns the path of the import that has a name in the file, or null; only packages that
   * may have that name are read.
   */
  #importNamed(name: string): string | null {
    let path = this.#imports.get(name);
    if (path === undefined) this.#imports.set(name, (path = this.#findImport(name)));
    return path;
  }

  #findImport(name: string): string | null {
    const { imports } = this.#file;
    const unnamed = imports.filter(({ alias }) => alias === null);
    const found =
      imports.find(({ alias }) => alias === name) ??
      unnamed.find(({ path }) => path.includes(name) && this.#nameOf(path) === name) ??
      unnamed.find(({ path }) => this.#nameOf(path) === name);
    return found?.path ?? null;
  }

  #declaringPackageOf(name: string): string | null {
    const isGosOwn =
      this.#isLibrary && isUniverseName(name) && this.#file.declarationsOf(name).length === 0;
    return isGosOwn ? "" : declaringPackageOf(name, this.#outside);
  }

  #nameOf(importPath: string): string {
    return this.#outside.packages.nameOf(importPath) ?? assumedPackageName(importPath);
  }

  /** Returns the meanings of names in a declaration with these type parameters. */
  #names(typeParameters: readonly string[]): TypeNames {
    return {
      isSummary: this.#isSummary,
      typeNamed: (name, _offset, typeArguments) => {
        if (name === "_") return unknown("'_' is not a name");
        const index = typeParameters.indexOf(name);
        if (index !== -1) return { kind: "parameter", name, index };
        const declaringPackage = this.#declaringPackageOf(name);
        return declaringPackage === null
          ? unknown(`'${name}' may come from a dot import`)
          : named(declaringPackage, name, typeArguments);
      },
      qualified: (qualifier, name, _offset, typeArguments) => {
        const path = this.#importNamed(qualifier);
        return path === null
          ? unknown(`no import of this file is known to be package '${qualifier}'`)
          : named(path, name, typeArguments);
      },
    };
  }
}
