/**
 * Go types as plain data, read from declarations and not from a compile. They
 * outlive the tree they were read from.
 */
export type GoType =
  | NamedType
  | ParameterType
  | { readonly kind: "pointer"; readonly element: GoType }
  | { readonly kind: "slice" | "array" | "channel"; readonly element: GoType }
  | { readonly kind: "map"; readonly key: GoType; readonly element: GoType }
  | FunctionType
  | StructType
  | InterfaceType
  | { readonly kind: "tuple"; readonly types: readonly GoType[] }
  | UnknownType;

/** A type with a name: `error`, `Engine`, `logrus.Entry`. */
export interface NamedType {
  readonly kind: "named";
  /** The package that declares it; the empty string for Go's own (`error`, `int`). */
  readonly importPath: string;
  readonly name: string;
  /** Of an instance of a generic type: its type arguments, as far as they are known. */
  readonly arguments?: readonly GoType[];
}

/**
 * A type parameter of the declaration around, by its place in that declaration's list.
 * `SemanticModel` says of it that it is unknown.
 */
export interface ParameterType {
  readonly kind: "parameter";
  readonly name: string;
  readonly index: number;
}

export interface FunctionType {
  readonly kind: "function";
  readonly results: readonly GoType[];
  /**
   * Those of function types and literals, of generic functions, and of functions that
   * can be ranged over; of others they are not read.
   */
  readonly parameters?: readonly GoType[];
  /** True if the last parameter, then a slice, takes any number of values. */
  readonly variadic?: boolean;
  /** Of a generic function, as long as it has no type arguments. */
  readonly typeParameters?: readonly TypeParameter[];
}

/** What a declaration says of a type parameter. */
export interface TypeParameter {
  readonly name: string;
  readonly constraint: GoType;
}

/** A field of a struct. */
export interface Field {
  readonly name: string;
  readonly type: GoType;
  readonly embedded: boolean;
}

export interface StructType {
  readonly kind: "struct";
  readonly fields: readonly Field[];
}

export interface InterfaceType {
  readonly kind: "interface";
  readonly methods: ReadonlyMap<string, FunctionType>;
  readonly embedded: readonly GoType[];
  /** Of the constraint `~[]E`: `[]E`. */
  readonly underlying?: GoType;
}

/** What could not be known, and why: the reason is for a person to read. */
export interface UnknownType {
  readonly kind: "unknown";
  readonly reason: string;
}

export function unknown(reason: string): UnknownType {
  return { kind: "unknown", reason };
}

/** @param given The type arguments, if there are any. */
export function named(importPath: string, name: string, given?: readonly GoType[]): NamedType {
  return given
    ? { kind: "named", importPath, name, arguments: given }
    : { kind: "named", importPath, name };
}

/** The type without its pointers: Go selects fields and methods through one. */
export function withoutPointer(type: GoType): GoType {
  return type.kind === "pointer" ? type.element : type;
}

/** Returns true for Go's own `error`. */
export function isErrorType(type: GoType): boolean {
  return type.kind === "named" && type.importPath === "" && type.name === "error";
}

/** The types as one: a single one is itself, several are a tuple. */
export function tuple(types: readonly GoType[]): GoType {
  const [only] = types;
  return types.length === 1 && only ? only : { kind: "tuple", types };
}

/** The `index`th of the values that an expression of this type gives. */
export function valueAt(type: GoType, index: number): GoType {
  if (type.kind === "unknown") return type;
  const types = type.kind === "tuple" ? type.types : [type];
  return types[index] ?? unknown(`there is no value ${index + 1} here`);
}

/**
 * The type as a Go programmer writes it, with the import path's last element; without
 * one for the types of the file's own package.
 */
export function formatType(type: GoType): string {
  switch (type.kind) {
    case "named": {
      const { importPath, name, arguments: given } = type;
      const instance = given ? `${name}[${given.map(formatType).join(", ")}]` : name;
      return importPath === "" || importPath === "."
        ? instance
        : `${lastElement(importPath)}.${instance}`;
    }
    case "parameter":
      return type.name;
    case "pointer":
      return `*${formatType(type.element)}`;
    case "slice":
      return `[]${formatType(type.element)}`;
    case "array":
      return `[...]${formatType(type.element)}`;
    case "channel":
      return `chan ${formatType(type.element)}`;
    case "map":
      return `map[${formatType(type.key)}]${formatType(type.element)}`;
    case "function":
      return "func";
    case "tuple":
      return `(${type.types.map(formatType).join(", ")})`;
    default:
      return type.kind;
  }
}

function lastElement(importPath: string): string {
  return importPath.slice(importPath.lastIndexOf("/") + 1);
}
