import {
  enclosingFunction,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";

/**
 * The statement that returns an error, and nothing else, from the function around:
 * `return nil, err`; null if the function returns no error, or something of which the
 * text does not say what nothing is.
 */
export function returnOf(error: string, node: GoNode, semantics: SemanticModel): string | null {
  const results = resultTypes(enclosingFunction(node));
  const last = results.pop();
  if (last?.text !== "error" || semantics.resolve(last)?.isUniverse !== true) return null;
  const values = results.map((type) => zeroOf(type, semantics));
  return values.includes(null) ? null : `return ${[...values, error].join(", ")}`;
}

/** The types of a function's results, one for each value. */
function resultTypes(around: FunctionNode | null): GoNode[] {
  const result = around?.result;
  if (!result) return [];
  if (result.kind !== "parameter_list") return [result];
  return result.namedChildren.flatMap((parameter) =>
    parameter.kind === "parameter_declaration"
      ? Array.from({ length: Math.max(1, parameter.name.length) }, () => parameter.type)
      : [],
  );
}

function zeroOf(type: GoNode, semantics: SemanticModel): string | null {
  switch (type.kind) {
    case "pointer_type":
    case "slice_type":
    case "map_type":
    case "channel_type":
    case "function_type":
    case "interface_type":
      return "nil";
    case "type_identifier":
      return semantics.resolve(type)?.isUniverse === true ? zeroOfUniverse(type.text) : null;
    default:
      return null;
  }
}

function zeroOfUniverse(name: string): string | null {
  if (name === "string") return '""';
  if (name === "bool") return "false";
  if (name === "error" || name === "any") return "nil";
  return /^(?:u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128)|byte|rune)$/u.test(name)
    ? "0"
    : null;
}
