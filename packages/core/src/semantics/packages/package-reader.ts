import { detached } from "../../source/detached.ts";
import { cutOff } from "../types/cut-off.ts";
import type {
  PackageDeclarations,
  PackageSource,
  TypeDeclaration,
} from "../types/package-declarations.ts";
import {
  unknown,
  type FunctionType,
  type GoType,
  type TypeParameter,
} from "../types/go-type.ts";
import { areSame, ofAllBuilds } from "../types/build-variants.ts";
import { DeclarationReader } from "./declaration-reader.ts";
import { DeclarationFinder, type PackageFiles, type Source } from "./declaration-finder.ts";
import type { SpecEntry } from "../scan/declaration-index.ts";
import { SourceFile } from "../scan/source-file.ts";

/** Declarations that are read when their name is asked for. */
class LazyLookup<T> {
  readonly #found = new Map<string, T | null>();
  readonly #has: (name: string) => boolean;
  readonly #read: (name: string) => T;

  constructor(has: (name: string) => boolean, read: (name: string) => T) {
    this.#has = has;
    this.#read = read;
  }

  has(name: string): boolean {
    return this.#has(name);
  }

  get(name: string): T | undefined {
    let found = this.#found.get(name);
    if (found === undefined) {
      const own = detached(name);
      found = this.#has(own) ? this.#read(own) : null;
      this.#found.set(own, found);
    }
    return found ?? undefined;
  }
}

/** The parts of a type's declaration, of which some are read on demand. */
interface TypeReading extends Pick<TypeDeclaration, "alias" | "methods"> {
  readonly type: () => GoType;
  readonly typeParameters: () => readonly TypeParameter[];
}

/** The declaration of a type. Most often only its methods are asked for. */
class LazyType implements TypeDeclaration {
  readonly name: string;
  readonly alias: boolean;
  readonly methods: TypeDeclaration["methods"];
  readonly #reading: TypeReading;
  #type: GoType | undefined;
  #typeParameters: readonly TypeParameter[] | undefined;

  constructor(name: string, reading: TypeReading) {
    this.name = name;
    this.alias = reading.alias;
    this.methods = reading.methods;
    this.#reading = reading;
  }

  get type(): GoType {
    return (this.#type ??= this.#reading.type());
  }

  get typeParameters(): readonly TypeParameter[] {
    return (this.#typeParameters ??= this.#reading.typeParameters());
  }
}

/** The declarations of a name, by keyword. */
interface SymbolEntry {
  readonly types: readonly Source[];
  readonly functions: readonly Source[];
  readonly values: readonly Source[];
}

const UNDECLARED: SymbolEntry = { types: [], functions: [], values: [] };

/** Returns a package of one text, which is a summary of its declarations. */
export function packageOfText(text: string, complete: boolean): PackageFiles {
  const file = new SourceFile("", () => text);
  return { name: file.packageName, files: [file], complete, compiles: false, isSummary: true };
}

/** The declarations of a package, each read when its name is asked for. */
export class PackageReader implements PackageDeclarations {
  readonly importPath: string;
  readonly name: string;
  readonly complete: boolean;
  readonly types: LazyLookup<TypeDeclaration>;
  readonly functions: LazyLookup<FunctionType>;
  readonly values: LazyLookup<GoType>;
  readonly constants: Pick<LazyLookup<GoType>, "has">;
  /** This package and what it imports. */
  readonly #packages: PackageSource;
  readonly #files: readonly SourceFile[];
  readonly #readers = new Map<SourceFile, DeclarationReader>();
  readonly #finder: DeclarationFinder;
  readonly #isLibrary: boolean;
  readonly #isSummary: boolean;
  readonly #names = new Map<string, SymbolEntry>();
  readonly #methods = new Map<string, Map<string, readonly Source[]>>();
  readonly #busy = new Set<string>();

  /** @param packages What the packages that it imports declare. */
  constructor(importPath: string, files: PackageFiles, packages: PackageSource) {
    this.importPath = importPath;
    this.name = files.name;
    this.complete = files.complete;
    this.#finder = new DeclarationFinder(files);
    this.#isLibrary = files.compiles;
    this.#isSummary = files.isSummary ?? false;
    this.#packages = {
      nameOf: (path) => packages.nameOf(path),
      packageOf: (path) => (path === importPath ? this : packages.packageOf(path)),
    };
    this.#files = files.files;
    this.types = new LazyLookup(
      (name) => this.#declarationsOf(name).types.length > 0 || this.#hasMethods(name),
      (name) => this.#readType(name),
    );
    this.functions = new LazyLookup(
      (name) => this.#declarationsOf(name).functions.length > 0,
      (name) => this.#readFunction(this.#declarationsOf(name).functions),
    );
    this.values = new LazyLookup(
      (name) => this.#declarationsOf(name).values.length > 0,
      (name) => this.#readValue(name),
    );
    this.constants = {
      has: (name) => {
        const { values } = this.#declarationsOf(name);
        const isConstant = ({ declaration }: Source) => declaration.keyword === "const";
        return values.length > 0 && values.every(isConstant);
      },
    };
  }

  #declarationsOf(name: string): SymbolEntry {
    let entry = this.#names.get(name);
    if (!entry) {
      entry = byKeyword(this.#finder.find(name, null));
      this.#names.set(detached(name), entry);
    }
    return entry;
  }

  #methodsOf(type: string, name: string): readonly Source[] {
    let methods = this.#methods.get(type);
    if (!methods) {
      methods = new Map<string, readonly Source[]>();
      this.#methods.set(detached(type), methods);
    }
    let found = methods.get(name);
    if (!found) methods.set(detached(name), (found = this.#finder.find(name, type)));
    return found;
  }

  /** Returns true for a type that only files which were not read can declare. */
  #hasMethods(type: string): boolean {
    return !this.complete && this.#files.some(({ methodOwners }) => methodOwners.has(type));
  }

  #readType(name: string): TypeDeclaration {
    const sources = this.#declarationsOf(name).types;
    const read = <T>(reading: (reader: DeclarationReader, spec: SpecEntry) => T): T[] =>
      sources.flatMap(({ declaration, file }) =>
        declaration.specs
          .filter(({ names }) => names.includes(name))
          .map((spec) => reading(this.#readerOf(file), spec)),
      );
    return new LazyType(name, {
      type: () =>
        underlyingOf(
          name,
          read((reader, spec) => reader.typeOf(spec)),
        ),
      typeParameters: () => read((reader, spec) => reader.typeParametersOf(spec))[0] ?? [],
      alias:
        sources.length > 0 &&
        sources.every(({ declaration }) => declaration.aliases.includes(name)),
      methods: new LazyLookup(
        (method) => this.#methodsOf(name, method).length > 0,
        (method) => this.#readFunction(this.#methodsOf(name, method)),
      ),
    });
  }

  #readFunction(sources: readonly Source[]): FunctionType {
    const read = sources.map(({ declaration, file }) =>
      this.#readerOf(file).functionType(declaration),
    );
    const type = agreed(read);
    return type.kind === "function" ? type : { kind: "function", results: [type] };
  }

  #readValue(name: string): GoType {
    if (this.#busy.has(name)) return cutOff(`'${name}' is declared by way of itself`);
    this.#busy.add(name);
    try {
      const read = this.#declarationsOf(name).values.map(({ declaration, file }) =>
        this.#readerOf(file).valueType(name, declaration),
      );
      return agreed(read.filter((type) => type !== null));
    } finally {
      this.#busy.delete(name);
    }
  }

  #readerOf(file: SourceFile): DeclarationReader {
    let reader = this.#readers.get(file);
    if (!reader) {
      reader = new DeclarationReader(this.importPath, file, this.#packages, {
        isLibrary: this.#isLibrary,
        isSummary: this.#isSummary,
      });
      this.#readers.set(file, reader);
    }
    return reader;
  }
}

function byKeyword(sources: readonly Source[]): SymbolEntry {
  if (sources.length === 0) return UNDECLARED;
  const declaredBy = (...keywords: readonly string[]) =>
    sources.filter(({ declaration }) => keywords.includes(declaration.keyword));
  return {
    types: declaredBy("type"),
    functions: declaredBy("func"),
    values: declaredBy("var", "const"),
  };
}

/**
 * Returns the type that all declarations of a name agree on: there are several where builds
 * differ.
 */
function agreed(types: readonly GoType[]): GoType {
  const [first] = types;
  if (!first) return unknown("the declaration could not be read");
  return areSame(types) ? first : unknown("it is declared differently for different builds");
}

/** Returns the underlying type of a declared type, or the type that an alias stands for. */
function underlyingOf(name: string, types: readonly GoType[]): GoType {
  return types.length === 0
    ? unknown(`type '${name}' is declared in a file that was not read`)
    : ofAllBuilds(name, types);
}
