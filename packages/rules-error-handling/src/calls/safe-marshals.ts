import {
  argumentsOf,
  isCallTo,
  type CallExpressionNode,
  type GoType,
  type SemanticModel,
} from "@gopherwood/core";

const MARSHALS = ["encoding/json.Marshal", "encoding/json.MarshalIndent"];

/** Go's own types whose values have a form in JSON; a float may be infinite. */
const SAFE = /^(?:bool|byte|rune|string|u?int(?:8|16|32|64|ptr)?)$/u;

const KEYS = /^(?:string|u?int(?:8|16|32|64|ptr)?)$/u;

/** Returns true for a call of `json.Marshal` with a value whose type lets it never fail. */
export function isSafeMarshal(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const [value] = argumentsOf(call);
  return (
    value !== undefined &&
    isCallTo(call, MARSHALS, semantics) &&
    isSafe(semantics.typeOf(value), semantics, [])
  );
}

/** @param around The named types that the type is part of: a value may contain itself. */
function isSafe(type: GoType, semantics: SemanticModel, around: readonly string[]): boolean {
  const isPart = (part: GoType) => isSafe(part, semantics, around);
  switch (type.kind) {
    case "pointer":
    case "slice":
    case "array":
      return isPart(type.element);
    case "map":
      return isUniversal(type.key, KEYS) && isPart(type.element);
    case "struct":
      return type.fields.every(
        ({ name, embedded, type: field }) => !embedded && (!isExported(name) || isPart(field)),
      );
    case "named": {
      if (type.importPath === "") return isUniversal(type, SAFE);
      const name = `${type.importPath}.${type.name}`;
      if (type.arguments || around.includes(name) || isMarshaler(type, semantics)) return false;
      const underlying = semantics.underlyingOf(type);
      return underlying.kind !== "named" || underlying.importPath === ""
        ? isSafe(underlying, semantics, [...around, name])
        : false;
    }
    default:
      return false;
  }
}

function isUniversal(type: GoType, names: RegExp): boolean {
  return type.kind === "named" && type.importPath === "" && names.test(type.name);
}

function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Returns true unless it is known that a type does not marshal itself. */
function isMarshaler(type: GoType, semantics: SemanticModel): boolean {
  return ["MarshalJSON", "MarshalText"].some(
    (method) => semantics.hasMethod({ kind: "pointer", element: type }, method) !== false,
  );
}
