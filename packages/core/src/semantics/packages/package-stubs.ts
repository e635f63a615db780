import type {
  Lookup,
  PackageDeclarations,
  PackageSource,
  TypeDeclaration,
} from "../types/package-declarations.ts";

/**
 * Declarations of packages that cannot be read, from rule packs and from core. Several sources
 * may describe the same package, each as far as it needs it: the methods of all of them count,
 * and for anything else the first that declares it.
 */
export class PackageStubs implements PackageSource {
  readonly #sources: PackageSource[] = [];

  add(source: PackageSource): void {
    if (!this.#sources.includes(source)) this.#sources.push(source);
  }

  packageOf(importPath: string): PackageDeclarations | null {
    const found = this.#sources.flatMap((source) => source.packageOf(importPath) ?? []);
    const [first] = found;
    return found.length > 1 && first ? joined(first, found) : (first ?? null);
  }

  nameOf(importPath: string): string | null {
    for (const source of this.#sources) {
      const name = source.nameOf(importPath);
      if (name !== null) return name;
    }
    return null;
  }
}

function joined(
  first: PackageDeclarations,
  all: readonly PackageDeclarations[],
): PackageDeclarations {
  const types = firstOf(all.map((one) => one.types));
  const { importPath, name, complete } = first;
  return {
    importPath,
    name,
    complete,
    functions: firstOf(all.map((one) => one.functions)),
    values: firstOf(all.map((one) => one.values)),
    constants: { has: (name) => all.some(({ constants }) => constants.has(name)) },
    types: {
      has: (name) => types.has(name),
      get: (name) => joinedType(all.flatMap((one) => one.types.get(name) ?? [])),
    },
  };
}

function joinedType(all: readonly TypeDeclaration[]): TypeDeclaration | undefined {
  const [first] = all;
  if (!first) return undefined;
  const { name, type, alias, typeParameters } = first;
  const methods = firstOf(all.map((declaration) => declaration.methods));
  return { name, type, alias, typeParameters, methods };
}

function firstOf<T>(lookups: readonly Lookup<T>[]): Lookup<T> {
  return {
    has: (name) => lookups.some((lookup) => lookup.has(name)),
    get: (name) => lookups.find((lookup) => lookup.has(name))?.get(name),
  };
}
