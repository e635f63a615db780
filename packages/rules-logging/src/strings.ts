import { unquote, type GoNames, type GoNode } from "@gopherwood/core";

/** Longer sums are built by programs. */
const MAX_STEPS = 50;

/** What a string is if the file says so: a literal, a sum of literals, a constant of the file. */
export function constantString(node: GoNode, names: GoNames, step = 0): string | null {
  if (step > MAX_STEPS) return null;
  switch (node.kind) {
    case "interpreted_string_literal":
    case "raw_string_literal":
      return unquote(node.text);
    case "parenthesized_expression":
    case "literal_element": {
      const [inner] = node.namedChildren;
      return inner ? constantString(inner, names, step + 1) : null;
    }
    case "binary_expression": {
      if (node.operator.text !== "+") return null;
      const left = constantString(node.left, names, step + 1);
      const right = left === null ? null : constantString(node.right, names, step + 1);
      return left === null || right === null ? null : left + right;
    }
    case "identifier": {
      const value = valueOfConstant(node, names);
      return value && constantString(value, names, step + 1);
    }
    default:
      return null;
  }
}

function valueOfConstant(identifier: GoNode, names: GoNames): GoNode | null {
  const meaning = names.resolve(identifier);
  if (meaning === null || meaning === "universe" || meaning.kind !== "constant") return null;
  const { declaration, node } = meaning;
  if (declaration.kind !== "const_spec") return null;
  const index = declaration.name.findIndex((name) => name === node);
  return declaration.value?.namedChildren[index] ?? null;
}
