import type { PackageDeclarations, PackageSource, TypeDeclaration } from "../packages.ts";
import { unknown, type FunctionType, type GoType, type TypeParameter } from "../types.ts";
import { areSame, ofAllBuilds } from "./builds.ts";
import { DeclarationReader } from "./declaration-reader.ts";
import type { OutlineDeclaration, OutlineSpec } from "./outline.ts";
import { SourceFile } from "./source-file.ts";

/** Names that are looked up when they are asked for. */
class LazyLookup<T> {
  readonly #found = new Map<string, T | undefined>();
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
    if (!this.#found.has(name)) {
      this.#found.set(name, this.#has(name) ? this.#read(name) : undefined);
    }
    return this.#found.get(name);
  }
}

/** A declaration and the file it stands in. */
interface Source {
  readonly declaration: OutlineDeclaration;
  readonly file: SourceFile;
}

/** What a package is read from. */
export interface PackageFiles {
  readonly name: string;
  /** Those of other packages are passed over. */
  readonly files: readonly SourceFile[];
  /** True if these are all files of the package. */
  readonly complete: boolean;
  /** True if a compiler has seen it: then no build declares a name twice. */
  readonly compiles: boolean;
}

/** A package of one text. */
export function packageOfText(text: string, complete: boolean): PackageFiles {
  const file = new SourceFile("", () => text);
  return { name: file.packageName, files: [file], complete, compiles: false };
}

/**
 * A package by its files. A declaration is parsed when its name is asked for.
 */
export class PackageReader implements PackageDeclarations {
  readonly importPath: string;
  readonly name: string;
  readonly complete: boolean;
  readonly types: LazyLookup<TypeDeclaration>;
  readonly functions: LazyLookup<FunctionType>;
  readonly values: LazyLookup<GoType>;
  /** This package and what it imports. */
  readonly #packages: PackageSource;
  readonly #files: readonly SourceFile[];
  readonly #readers = new Map<SourceFile, DeclarationReader>();
  readonly #compiles: boolean;
  readonly #sources = new Map<string, readonly Source[]>();
  readonly #methods = new Map<string, Map<string, readonly Source[]>>();
  readonly #busy = new Set<string>();

  /** @param packages What the packages that it imports declare. */
  constructor(importPath: string, files: PackageFiles, packages: PackageSource) {
    this.importPath = importPath;
    this.name = files.name;
    this.complete = files.complete;
    this.#compiles = files.compiles;
    this.#packages = {
      nameOf: (path) => packages.nameOf(path),
      packageOf: (path) => (path === importPath ? this : packages.packageOf(path)),
    };
    this.#files = files.files;
    this.types = new LazyLookup(
      (name) => this.#typesOf(name).length > 0 || this.#hasMethods(name),
      (name) => this.#readType(name),
    );
    this.functions = new LazyLookup(
      (name) => this.#functionsOf(name).length > 0,
      (name) => this.#readFunction(this.#functionsOf(name)),
    );
    this.values = new LazyLookup(
      (name) => this.#valuesOf(name).length > 0,
      (name) => this.#readValue(name),
    );
  }

  #typesOf(name: string): readonly Source[] {
    return this.#sourcesOf(name).filter(({ declaration }) => declaration.keyword === "type");
  }

  #functionsOf(name: string): readonly Source[] {
    return this.#sourcesOf(name).filter(({ declaration }) => declaration.keyword === "func");
  }

  #valuesOf(name: string): readonly Source[] {
    return this.#sourcesOf(name).filter(
      ({ declaration: { keyword } }) => keyword === "var" || keyword === "const",
    );
  }

  /** All declarations of a type, function, variable or constant: several where builds differ. */
  #sourcesOf(name: string): readonly Source[] {
    let found = this.#sources.get(name);
    if (!found) this.#sources.set(name, (found = this.#find(name, null)));
    return found;
  }

  #methodsOf(type: string, name: string): readonly Source[] {
    let methods = this.#methods.get(type);
    if (!methods) this.#methods.set(type, (methods = new Map<string, readonly Source[]>()));
    let found = methods.get(name);
    if (!found) methods.set(name, (found = this.#find(name, type)));
    return found;
  }

  /** Where it is certain that nothing is declared twice, only files up to the right one are read. */
  #find(name: string, receiver: string | null): readonly Source[] {
    const found: Source[] = [];
    for (const file of this.#compiles ? likeliestFirst(name, this.#files) : this.#files) {
      if (file.packageName !== this.name) continue;
      const before = found.length;
      for (const declaration of file.declarationsOf(name)) {
        if (declaration.receiver === receiver) found.push({ declaration, file });
      }
      if (this.#compiles && found.length > before && !file.isForSomeBuilds) break;
    }
    return found;
  }

  /** True for a type that only files which were not read can declare. */
  #hasMethods(type: string): boolean {
    return !this.complete && this.#files.some(({ methodOwners }) => methodOwners.has(type));
  }

  #readType(name: string): TypeDeclaration {
    const sources = this.#typesOf(name);
    const read = <T>(reading: (reader: DeclarationReader, spec: OutlineSpec) => T): T[] =>
      sources.flatMap(({ declaration, file }) =>
        declaration.specs
          .filter(({ names }) => names.includes(name))
          .map((spec) => reading(this.#readerOf(file), spec)),
      );
    let type: GoType | undefined;
    let typeParameters: readonly TypeParameter[] | undefined;
    return {
      name,
      // Most often only the methods are asked for.
      get type() {
        return (type ??= underlyingOf(
          name,
          read((reader, spec) => reader.typeOf(spec)),
        ));
      },
      get typeParameters() {
        return (typeParameters ??=
          read((reader, spec) => reader.typeParametersOf(spec))[0] ?? []);
      },
      alias:
        sources.length > 0 &&
        sources.every(({ declaration }) => declaration.aliases.includes(name)),
      methods: new LazyLookup(
        (method) => this.#methodsOf(name, method).length > 0,
        (method) => this.#readFunction(this.#methodsOf(name, method)),
      ),
    };
  }

  #readFunction(sources: readonly Source[]): FunctionType {
    const read = sources.map(({ declaration, file }) =>
      this.#readerOf(file).functionType(declaration),
    );
    const type = agreed(read);
    return type.kind === "function" ? type : { kind: "function", results: [type] };
  }

  #readValue(name: string): GoType {
    if (this.#busy.has(name)) return unknown(`'${name}' is declared by way of itself`);
    this.#busy.add(name);
    try {
      const read = this.#valuesOf(name).map(({ declaration, file }) =>
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
      reader = new DeclarationReader(this.importPath, file, this.#packages);
      this.#readers.set(file, reader);
    }
    return reader;
  }
}

/** What all declarations of a name say: there are several where builds differ. */
function agreed(types: readonly GoType[]): GoType {
  const [first] = types;
  if (!first) return unknown("the declaration could not be read");
  return areSame(types) ? first : unknown("it is declared differently for different builds");
}

/** What a type is made of, or of an alias the other type. */
function underlyingOf(name: string, types: readonly GoType[]): GoType {
  return types.length === 0
    ? unknown(`type '${name}' is declared in a file that was not read`)
    : ofAllBuilds(name, types);
}

/** Files that were read already, then those with names that look like it. */
function likeliestFirst(name: string, files: readonly SourceFile[]): readonly SourceFile[] {
  const wanted = name.toLowerCase();
  const rank = (file: SourceFile): number => {
    if (file.isRead) return 0;
    const words = file.name.slice(0, -".go".length).replaceAll("_", "");
    return wanted.includes(words) || words.includes(wanted) ? 1 : 2;
  };
  return files
    .map((file) => ({ file, rank: rank(file) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ file }) => file);
}
