import { defaultType } from "./constants.ts";
import type { Definitions } from "./definitions.ts";
import { formatType, named, unknown, withoutPointer, type GoType } from "./go-type.ts";

/** Returns the type of `operator value`. */
export function typeOfUnary(operator: string, value: GoType, definitions: Definitions): GoType {
  if (value.kind === "unknown") return value;
  const underlying = definitions.underlying(value);
  switch (operator) {
    case "&":
      return { kind: "pointer", element: value };
    case "*":
      return underlying.kind === "pointer" ? underlying.element : unknown("not a pointer");
    case "<-":
      return underlying.kind === "channel" ? underlying.element : unknown("not a channel");
    default:
      return value;
  }
}

/** Returns the type of the elements of an indexed value. */
export function elementOf(value: GoType, definitions: Definitions): GoType {
  const underlying = definitions.underlying(withoutPointer(value));
  switch (underlying.kind) {
    case "slice":
    case "array":
    case "map":
      return underlying.element;
    case "function":
    case "unknown":
      return underlying;
    default:
      return underlying.kind === "named" &&
        /^(?:untyped )?string$/u.test(formatType(underlying))
        ? named("", "byte")
        : unknown("the elements of the indexed value are not known");
  }
}

/** Returns the type of a part of a slice, string or array. */
export function typeOfSlice(value: GoType, definitions: Definitions): GoType {
  const array = definitions.underlying(withoutPointer(value));
  return array.kind === "array"
    ? { kind: "slice", element: array.element }
    : defaultType(value);
}
