import type { FunctionType, GoType, TypeParameter } from "./go-type.ts";

/** Names that are looked up when they are asked for. */
export interface Lookup<T> {
  has(name: string): boolean;
  get(name: string): T | undefined;
}

/** A type declaration of a package. */
export interface TypeDeclaration {
  readonly name: string;
  /** What the name stands for: of an alias the other type, else the underlying one as written. */
  readonly type: GoType;
  readonly alias: boolean;
  /** None if it is not generic. */
  readonly typeParameters: readonly TypeParameter[];
  /** Type parameters in them are named as the receiver names them. */
  readonly methods: Lookup<FunctionType>;
}

/** What a package declares, as far as its files were read. */
export interface PackageDeclarations {
  readonly importPath: string;
  /** The name its files give it. */
  readonly name: string;
  readonly types: Lookup<TypeDeclaration>;
  readonly functions: Lookup<FunctionType>;
  /** Variables and constants. */
  readonly values: Lookup<GoType>;
  /** True if every file of the package was read: what is not here does not exist. */
  readonly complete: boolean;
}

/** Where the declarations of other packages come from. */
export interface PackageSource {
  /** The package of an import path, or null if nothing is known of it. */
  packageOf(importPath: string): PackageDeclarations | null;
  /** The name that a package's files give it, or null if it is not known. */
  nameOf(importPath: string): string | null;
}

/**
 * The import path that stands for the package of the file at hand while nobody has
 * said what its path is.
 */
export const THIS_PACKAGE = ".";
