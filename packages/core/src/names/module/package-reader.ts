import { SyntaxTree } from "../../syntax/tree.ts";
import type { TypeAliasNode, TypeSpecNode } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import {
  readFunction as readSignatureOf,
  readType,
  readTypeParameters,
} from "../declared-types.ts";
import { typeOfDeclared } from "../declared-values.ts";
import { assumedPackageName } from "../imports.ts";
import type { PackageDeclarations, PackageSource, TypeDeclaration } from "../packages.ts";
import { FileScopes } from "../scopes.ts";
import { TypeReader } from "../type-of.ts";
import { unknown, type FunctionType, type GoType, type TypeParameter } from "../types.ts";
import { areSame, ofAllBuilds } from "./builds.ts";
import type { OutlineDeclaration } from "./outline.ts";
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
  readonly #packages: PackageSource;
  readonly #files: readonly SourceFile[];
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
    this.#packages = packages;
    this.#files = files.files;
    this.types = new LazyLookup(
      (name) => this.#typesOf(name).length > 0 || this.#hasMethods(name),
      (name) => this.#readType(name),
    );
    this.functions = new LazyLookup(
      (name) => this.#functionsOf(name).length > 0,
      (name) => this.#agreed(this.#functionsOf(name), readFunction),
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
    const read = <T>(reading: (spec: TypeSpec, types: TypeReader) => T) =>
      this.#readSpecs(name, sources, reading);
    let type: GoType | undefined;
    let typeParameters: readonly TypeParameter[] | undefined;
    return {
      name,
      // Most often only the methods are asked for: then it need not be parsed.
      get type() {
        return (type ??= underlyingOf(
          name,
          read((spec, { context }) => readType(spec.type, context)),
        ));
      },
      get typeParameters() {
        const lists = () =>
          read(({ type_parameters: list }, { context }) => readTypeParameters(list, context));
        return (typeParameters ??= lists()[0] ?? []);
      },
      alias:
        sources.length > 0 &&
        sources.every(({ declaration }) => declaration.aliases.includes(name)),
      methods: new LazyLookup(
        (method) => this.#methodsOf(name, method).length > 0,
        (method) => this.#agreed(this.#methodsOf(name, method), readFunction),
      ),
    };
  }

  /** What is read of each declaration of a type: there are several where builds differ. */
  #readSpecs<T>(
    name: string,
    sources: readonly Source[],
    reading: (spec: TypeSpec, types: TypeReader) => T,
  ): T[] {
    return sources.flatMap((source) => {
      const found = this.#parse(source, (root, types) => {
        const spec = specsOf(root).find((candidate) => candidate.name.text === name);
        return spec ? [reading(spec, types)] : null;
      });
      return found ?? [];
    });
  }

  #readValue(name: string): GoType {
    if (this.#busy.has(name)) return unknown(`'${name}' is declared by way of itself`);
    this.#busy.add(name);
    try {
      return this.#agreed(this.#valuesOf(name), (_root, types, scopes) => {
        const binding = scopes.lookUp(name, Number.MAX_SAFE_INTEGER);
        return binding ? typeOfDeclared(binding, types) : null;
      });
    } finally {
      this.#busy.delete(name);
    }
  }

  /** What all declarations of a name say: there are several where builds differ. */
  #agreed<T extends GoType>(sources: readonly Source[], read: Reading<T>): T {
    const found = sources
      .map((source) => this.#parse(source, read))
      .filter((one) => one !== null);
    const [first] = found;
    if (!first) return unknown("the declaration could not be read") as GoType as T;
    return areSame(found)
      ? first
      : (unknown("it is declared differently for different builds") as GoType as T);
  }

  /** Parses one declaration. */
  #parse<T>({ declaration, file }: Source, read: Reading<T>): T | null {
    const tree = SyntaxTree.parse(`${file.text.slice(declaration.start, declaration.end)}\n`);
    const scopes = new FileScopes(tree, []);
    const types = new TypeReader({
      importPath: this.importPath,
      lookUp: (name, offset) => scopes.lookUp(name, offset),
      importNamed: (name) => this.#importNamed(name, file),
      packages: { ...this.#packages, packageOf: (path) => this.#packageOf(path) },
      dotImports: file.imports.filter(({ alias }) => alias === ".").map(({ path }) => path),
    });
    return read(tree.root, types, scopes);
  }

  /** The path of the import that has a name in a file; only packages that may have it are looked at. */
  #importNamed(name: string, { imports }: SourceFile): string | null {
    const unnamed = imports.filter(({ alias }) => alias === null);
    const found =
      imports.find(({ alias }) => alias === name) ??
      unnamed.find(({ path }) => path.includes(name) && this.#nameOf(path) === name) ??
      unnamed.find(({ path }) => this.#nameOf(path) === name);
    return found?.path ?? null;
  }

  #packageOf(importPath: string): PackageDeclarations | null {
    return importPath === this.importPath ? this : this.#packages.packageOf(importPath);
  }

  #nameOf(importPath: string): string {
    return this.#packages.nameOf(importPath) ?? assumedPackageName(importPath);
  }
}

/** Reads something of a parsed declaration; null if it is not there. */
type Reading<T> = (root: GoNode, types: TypeReader, scopes: FileScopes) => T | null;

function readFunction(root: GoNode, types: TypeReader): FunctionType | null {
  const declaration = root.namedChildren.find(
    (node) => node.kind === "function_declaration" || node.kind === "method_declaration",
  );
  return declaration ? readSignatureOf(declaration, types.context) : null;
}

type TypeSpec = TypeAliasNode | TypeSpecNode;

function specsOf(root: GoNode): TypeSpec[] {
  return root.namedChildren
    .filter((node) => node.kind === "type_declaration")
    .flatMap((node) => node.namedChildren)
    .filter((node) => node.kind === "type_spec" || node.kind === "type_alias");
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
