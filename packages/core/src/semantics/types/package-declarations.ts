import type { FunctionType, GoType, TypeParameter } from "./go-type.ts";

/** Declarations by name, looked up on demand. */
export interface Lookup<T> {
  has(name: string): boolean;
  get(name: string): T | undefined;
}

/** A type declaration of a package. */
export interface TypeDeclaration {
  readonly name: string;
  /** The type that an alias stands for, or else the underlying type as written. */
  readonly type: GoType;
  readonly alias: boolean;
  /** The type parameters; none if the type is not generic. */
  readonly typeParameters: readonly TypeParameter[];
  /** The methods. They name type parameters as their receivers do. */
  readonly methods: Lookup<FunctionType>;
}

/** The declarations of a package, as far as its files were read. */
export interface PackageDeclarations {
  readonly importPath: string;
  /** The name in its package clauses. */
  readonly name: string;
  readonly types: Lookup<TypeDeclaration>;
  readonly functions: Lookup<FunctionType>;
  /** Variables and constants. */
  readonly values: Lookup<GoType>;
  /** Those of the values that are constants. */
  readonly constants: Pick<Lookup<GoType>, "has">;
  /** True if every file of the package was read: names that are not found do not exist. */
  readonly complete: boolean;
}

/** A source of the declarations of packages. */
export interface PackageSource {
  /** Returns the package of an import path, or null if it is not known. */
  packageOf(importPath: string): PackageDeclarations | null;
  /** Returns the name in the package clause of a package, or null if it is not known. */
  nameOf(importPath: string): string | null;
}

/** The import path of the package of the file at hand while it is not known. */
export const THIS_PACKAGE = ".";
