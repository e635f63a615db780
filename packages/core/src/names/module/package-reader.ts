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
import { readOutline, type Outline, type OutlineDeclaration } from "./outline.ts";

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
  readonly file: Outline;
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
  readonly #types = new Map<string, Source[]>();
  readonly #functions = new Map<string, Source[]>();
  readonly #values = new Map<string, Source[]>();
  readonly #methods = new Map<string, Map<string, Source[]>>();
  readonly #busy = new Set<string>();

  /**
   * @param files Texts or outlines.
   * @param complete True if these are all files of the package.
   * @param packages What the packages that it imports declare.
   */
  constructor(
    importPath: string,
    files: readonly (string | Outline)[],
    complete: boolean,
    packages: PackageSource,
  ) {
    this.importPath = importPath;
    this.complete = complete;
    this.#packages = packages;
    const outlines = files.map((file) => (typeof file === "string" ? readOutline(file) : file));
    this.name = outlines[0]?.packageName ?? "";
    for (const file of outlines) {
      for (const declaration of file.declarations) this.#add({ declaration, file });
    }
    this.types = new LazyLookup(
      (name) => this.#types.has(name) || this.#methods.has(name),
      (name) => this.#readType(name),
    );
    this.functions = new LazyLookup(
      (name) => this.#functions.has(name),
      (name) => this.#agreed(this.#functions.get(name), readFunction),
    );
    this.values = new LazyLookup(
      (name) => this.#values.has(name),
      (name) => this.#readValue(name),
    );
  }

  #add(source: Source): void {
    const { keyword, names, receiver } = source.declaration;
    if (receiver !== null) {
      const methods = this.#methods.get(receiver) ?? new Map<string, Source[]>();
      this.#methods.set(receiver, methods);
      for (const name of names) push(methods, name, source);
      return;
    }
    const known =
      keyword === "type" ? this.#types : keyword === "func" ? this.#functions : this.#values;
    for (const name of names) push(known, name, source);
  }

  #readType(name: string): TypeDeclaration {
    const methods = this.#methods.get(name);
    const sources = this.#types.get(name);
    const read = <T>(reading: (spec: TypeSpec, types: TypeReader) => T) =>
      this.#readSpecs(name, sources ?? [], reading);
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
      alias: sources?.every(({ declaration }) => declaration.aliases.includes(name)) ?? false,
      methods: new LazyLookup(
        (method) => methods?.has(method) ?? false,
        (method) => this.#agreed(methods?.get(method), readFunction),
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
      return this.#agreed(this.#values.get(name), (_root, types, scopes) => {
        const binding = scopes.lookUp(name, Number.MAX_SAFE_INTEGER);
        return binding ? typeOfDeclared(binding, types) : null;
      });
    } finally {
      this.#busy.delete(name);
    }
  }

  /** What all declarations of a name say: there are several where builds differ. */
  #agreed<T extends GoType>(sources: readonly Source[] = [], read: Reading<T>): T {
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
    const tree = SyntaxTree.parse(`${declaration.text}\n`);
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
  #importNamed(name: string, { imports }: Outline): string | null {
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

function push<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}
