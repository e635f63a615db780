import { unquote, type SemanticModel, type GoNode } from "@gopherwood/core";

/** Longer sums are generated. */
const MAX_STEPS = 50;

/** Returns the value of a literal, a sum of literals or a constant of the file; else null. */
export function constantString(
  node: GoNode,
  semantics: SemanticModel,
  step = 0,
): string | null {
  if (step > MAX_STEPS) return null;
  switch (node.kind) {
    case "interpreted_string_literal":
    case "raw_string_literal":
      return unquote(node.text);
    case "parenthesized_expression":
    case "literal_element": {
      const [inner] = node.namedChildren;
      return inner ? constantString(inner, semantics, step + 1) : null;
    }
    case "binary_expression": {
      if (node.operator.text !== "+") return null;
      const left = constantString(node.left, semantics, step + 1);
      const right = left === null ? null : constantString(node.right, semantics, step + 1);
      return left === null || right === null ? null : left + right;
    }
    case "identifier": {
      const value = valueOfConstant(node, semantics);
      return value && constantString(value, semantics, step + 1);
    }
    default:
      return null;
  }
}

function valueOfConstant(identifier: GoNode, semantics: SemanticModel): GoNode | null {
  const symbol = semantics.resolve(identifier);
  if (symbol === null || symbol.isUniverse) return null;
  const { declaration, node } = symbol;
  if (declaration.kind !== "const_spec") return null;
  const index = declaration.name.findIndex((name) => name === node);
  return declaration.value?.namedChildren[index] ?? null;
}
