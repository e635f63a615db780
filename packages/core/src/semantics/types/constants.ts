import { named, unknown, type GoType, type NamedType } from "./go-type.ts";

/**
 * The kinds of untyped constants, as go/types calls them. The result of an operation on two
 * has the later kind of this list.
 */
const NUMBERS = ["untyped int", "untyped rune", "untyped float", "untyped complex"];

const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  "untyped bool": "bool",
  "untyped int": "int",
  "untyped rune": "rune",
  "untyped float": "float64",
  "untyped complex": "complex128",
  "untyped string": "string",
};

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** Returns the type of an untyped constant. */
export function untyped(
  kind: "bool" | "int" | "rune" | "float" | "complex" | "string" | "nil",
): NamedType {
  return named("", `untyped ${kind}`);
}

/** The type of an untyped constant, or of nil. */
type UntypedType = NamedType & { readonly importPath: "" };

export function isUntyped(type: GoType): type is UntypedType {
  return type.kind === "named" && type.importPath === "" && type.name.startsWith("untyped ");
}

/** Returns the type that a variable gets from a value: for an untyped constant its default type. */
export function defaultType(type: GoType): GoType {
  if (!isUntyped(type)) return type;
  const name = DEFAULT_TYPES[type.name];
  return name === undefined ? unknown("nil has no type of its own") : named("", name);
}

/**
 * Returns the type of `left operator right`. Both operands have the same type, unless one is
 * an untyped constant: so one operand whose type is known is enough.
 */
export function typeOfOperation(operator: string, left: GoType, right: () => GoType): GoType {
  if (COMPARISONS.has(operator)) return untyped("bool");
  if (operator === "<<" || operator === ">>") return left;
  if (left.kind !== "unknown" && !isUntyped(left)) return left;
  const other = right();
  if (other.kind === "unknown" || !isUntyped(other)) return other;
  if (left.kind === "unknown") return left;
  return NUMBERS.indexOf(left.name) > NUMBERS.indexOf(other.name) ? left : other;
}
