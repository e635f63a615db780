import type { GoNode } from "../../syntax/node.ts";
import { defaultType, typeOfOperation } from "./constants.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import { named, type GoType } from "./go-type.ts";
import { isUniverseType } from "../scopes/universe.ts";

/** The results of functions that do not depend on their arguments. */
const RESULTS: Readonly<Record<string, GoType>> = {
  cap: named("", "int"),
  copy: named("", "int"),
  len: named("", "int"),
  recover: named("", "any"),
};

/** The types that a call of a built-in function is typed by. */
interface ArgumentTypes {
  readonly context: TypeContext;
  typeOf(expression: GoNode): GoType;
  /** Returns the type that an expression names, or null if it is known for none. */
  typeNamed(expression: GoNode): GoType | null;
}

/** Returns the type of a call of a function or type of the universe, or null if it is not one. */
export function builtinResult(name: string, list: GoNode, types: ArgumentTypes): GoType | null {
  if (isUniverseType(name)) return named("", name);
  const values = list.namedChildren.filter((child) => child.kind !== "comment");
  const [first, ...others] = values;
  if (!first) return RESULTS[name] ?? null;
  switch (name) {
    case "new":
      return { kind: "pointer", element: typeOfNew(first, types) };
    case "make":
      return readType(first, types.context);
    case "append":
      return types.typeOf(first);
    case "min":
    case "max":
      return others.reduce(
        (type, other) => typeOfOperation("+", type, () => types.typeOf(other)),
        types.typeOf(first),
      );
    default:
      return RESULTS[name] ?? null;
  }
}

const MAY_BE_TYPES = new Set([
  "type_identifier",
  "identifier",
  "qualified_type",
  "generic_type",
]);

/** Returns the type that `new` allocates: its argument is a type or, since Go 1.26, a value. */
function typeOfNew(argument: GoNode, types: ArgumentTypes): GoType {
  const type = types.typeNamed(argument);
  if (type) return type;
  const value = defaultType(types.typeOf(argument));
  return value.kind === "unknown" && MAY_BE_TYPES.has(argument.kind)
    ? readType(argument, types.context)
    : value;
}
