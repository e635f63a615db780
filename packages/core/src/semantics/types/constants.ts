import { named, unknown, type GoType, type NamedType } from "./go-type.ts";

/**
 * The kinds of constants that have no type yet, as go/types calls them. Where two
 * numbers meet, the later one of this list wins.
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

/** The type of a constant that takes the type of what it is used with. */
export function untyped(
  kind: "bool" | "int" | "rune" | "float" | "complex" | "string" | "nil",
): NamedType {
  return named("", `untyped ${kind}`);
}

/** Of a constant that has no type yet, and of nil. */
type UntypedType = NamedType & { readonly importPath: "" };

export function isUntyped(type: GoType): type is UntypedType {
  return type.kind === "named" && type.importPath === "" && type.name.startsWith("untyped ");
}

/** The type that a variable gets from a value: of an untyped constant, its default type. */
export function defaultType(type: GoType): GoType {
  if (!isUntyped(type)) return type;
  const name = DEFAULT_TYPES[type.name];
  return name === undefined ? unknown("nil has no type of its own") : named("", name);
}

/**
 * The type of `left operator right`. Both operands have the same type, unless one is
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
