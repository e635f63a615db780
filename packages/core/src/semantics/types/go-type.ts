/**
 * A Go type as plain data, read from declarations without a compile. It outlives the tree that
 * it was read from.
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
  /** The import path of its package; the empty string for the universe (`error`, `int`). */
  readonly importPath: string;
  readonly name: string;
  /** The type arguments of an instance of a generic type, as far as they are known. */
  readonly arguments?: readonly GoType[];
}

/**
 * A type parameter of the enclosing declaration, by its index in the list of that declaration.
 * `SemanticModel` returns an unknown type instead.
 */
export interface ParameterType {
  readonly kind: "parameter";
  readonly name: string;
  readonly index: number;
}

/** The type of a function or method. */
export interface FunctionType {
  readonly kind: "function";
  readonly results: readonly GoType[];
  /**
   * The parameters of function types and literals, of generic functions, and of iterators;
   * those of other functions are not read.
   */
  readonly parameters?: readonly GoType[];
  /** True if the last parameter, which is a slice then, takes any number of values. */
  readonly variadic?: boolean;
  /** True for a method that values of its type have only by their address. */
  readonly pointerReceiver?: boolean;
  /** Returns the type with its parameters, where these were left out. */
  readonly signature?: () => FunctionType;
  /** The type parameters of a generic function without type arguments. */
  readonly typeParameters?: readonly TypeParameter[];
}

/** The declaration of a type parameter. */
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
  /** The type after `~` of a constraint: `[]E` of `~[]E`. */
  readonly underlying?: GoType;
}

/** A type that is not known, with the reason as a person reads it. */
export interface UnknownType {
  readonly kind: "unknown";
  readonly reason: string;
}

export function unknown(reason: string): UnknownType {
  return { kind: "unknown", reason };
}

/**
 * Returns a type with a name.
 *
 * @param typeArguments The type arguments of an instance of a generic type.
 */
export function named(
  importPath: string,
  name: string,
  typeArguments?: readonly GoType[],
): NamedType {
  return typeArguments
    ? { kind: "named", importPath, name, arguments: typeArguments }
    : { kind: "named", importPath, name };
}

/**
 * Returns the element of a pointer, or the type itself: Go selects fields and methods through
 * a pointer.
 */
export function withoutPointer(type: GoType): GoType {
  return type.kind === "pointer" ? type.element : type;
}

/** Returns true for the universe's `error`. */
export function isErrorType(type: GoType): boolean {
  return type.kind === "named" && type.importPath === "" && type.name === "error";
}

/** Returns several types as a tuple, and a single one as itself. */
export function tuple(types: readonly GoType[]): GoType {
  const [only] = types;
  return types.length === 1 && only ? only : { kind: "tuple", types };
}

/**
 * Returns the type of one of the values of an expression.
 *
 * @param index From 0.
 */
export function valueAt(type: GoType, index: number): GoType {
  if (type.kind === "unknown") return type;
  const types = type.kind === "tuple" ? type.types : [type];
  return types[index] ?? unknown(`there is no value ${index + 1} here`);
}

/**
 * Returns a type as a Go programmer writes it; without a package for types of the universe and
 * of a file that belongs to no module.
 *
 * @param qualifier Returns what stands for an import path, as in go/types: the last element of
 *   the path, if it is left out.
 */
export function formatType(
  type: GoType,
  qualifier: (importPath: string) => string = lastElement,
): string {
  const format = (inner: GoType) => formatType(inner, qualifier);
  switch (type.kind) {
    case "named": {
      const { importPath, name, arguments: typeArguments } = type;
      const instance = typeArguments
        ? `${name}[${typeArguments.map(format).join(", ")}]`
        : name;
      return importPath === "" || importPath === "."
        ? instance
        : `${qualifier(importPath)}.${instance}`;
    }
    case "parameter":
      return type.name;
    case "pointer":
      return `*${format(type.element)}`;
    case "slice":
      return `[]${format(type.element)}`;
    case "array":
      return `[...]${format(type.element)}`;
    case "channel":
      return `chan ${format(type.element)}`;
    case "map":
      return `map[${format(type.key)}]${format(type.element)}`;
    case "function":
      return "func";
    case "tuple":
      return `(${type.types.map(format).join(", ")})`;
    default:
      return type.kind;
  }
}

function lastElement(importPath: string): string {
  return importPath.slice(importPath.lastIndexOf("/") + 1);
}
