/**
 * Go types as plain data, read from declarations and not from a compile. They
 * outlive the tree they were read from.
 */
export type GoType =
  | NamedType
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
}

export interface FunctionType {
  readonly kind: "function";
  readonly results: readonly GoType[];
  /** Of a function that can be ranged over: what each turn of the loop is given. */
  readonly yields?: readonly GoType[];
}

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
}

/** What could not be known, and why: the reason is for a person to read. */
export interface UnknownType {
  readonly kind: "unknown";
  readonly reason: string;
}

export function unknown(reason: string): UnknownType {
  return { kind: "unknown", reason };
}

export function named(importPath: string, name: string): NamedType {
  return { kind: "named", importPath, name };
}

/** The type without its pointers: Go selects fields and methods through one. */
export function withoutPointer(type: GoType): GoType {
  return type.kind === "pointer" ? type.element : type;
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
    case "named":
      return type.importPath === "" || type.importPath === "."
        ? type.name
        : `${lastElement(type.importPath)}.${type.name}`;
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
