import type { GoNode } from "@gopherwood/core";
import { lowest, type Likelihood } from "./likelihood.ts";

const FUNCTION = /^(?:function_declaration|method_declaration|func_literal)$/u;

/**
 * Returns how likely gofmt wrote a piece of Go: null if gofmt or the compiler would not have
 * it so, as in prose that happens to be Go: `http.Client (shared)`.
 */
export function formatLikelihood(node: GoNode): Likelihood {
  const own = nodeLikelihood(node);
  return own === null ? null : lowest(own, ...node.namedChildren.map(formatLikelihood));
}

function nodeLikelihood(node: GoNode): Likelihood {
  switch (node.kind) {
    case "parenthesized_type":
      return null;
    case "expression_statement":
    case "go_statement":
    case "defer_statement":
      return canBeStatement(node) ? "certain" : null;
    case "call_expression":
      return adjoin(node.function, node.arguments, node);
    case "type_conversion_expression":
      return adjoin(node.type, node.operand, node);
    case "function_declaration":
    case "method_declaration":
    case "method_elem":
      return adjoin(node.name, node.parameters, node);
    case "composite_literal":
      return adjoin(node.type, node.body, node);
    case "index_expression":
      return adjoin(node.operand, node.index, node);
    case "selector_expression":
      return /^\.(?:\s*\n\s*)?$/u.test(between(node.operand, node.field, node))
        ? "certain"
        : null;
    case "assignment_statement":
    case "short_var_declaration":
      return /^\s\S+\s$/u.test(between(node.left, node.right, node)) ? "certain" : "possible";
    case "block":
      return FUNCTION.test(node.parent?.kind ?? "") || node.text.includes("\n")
        ? "certain"
        : "possible";
    default:
      return "certain";
  }
}

/** Returns true for a statement of a call, or of a value that is received from a channel. */
function canBeStatement(statement: GoNode): boolean {
  const [expression] = statement.namedChildren;
  return (
    expression?.kind === "call_expression" ||
    // The grammar reads `f[T](x)` so.
    expression?.kind === "type_conversion_expression" ||
    (statement.kind === "expression_statement" && statement.text.startsWith("<-"))
  );
}

/** Returns null if there is space between a node and the bracket before the next one. */
function adjoin(first: GoNode, second: GoNode | null, parent: GoNode): Likelihood {
  return second && /^\s/u.test(between(first, second, parent)) ? null : "certain";
}

function between(first: GoNode, second: GoNode, { text, range }: GoNode): string {
  return text.slice(first.range[1] - range[0], second.range[0] - range[0]);
}
