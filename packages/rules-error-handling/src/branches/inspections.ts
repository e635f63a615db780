import { type CallExpressionNode, type GoNode } from "@gopherwood/core";

/** Functions that only look whether an error is there, or which. */
const INSPECTS = /^(?:errors\.(?:Is|As|AsType)|(?:\w+\.)?[Ii]s[A-Z]\w*)$/u;

/** Returns true for a call that only looks which error it gets: `errors.Is(err, io.EOF)`. */
export function isInspection(call: CallExpressionNode): boolean {
  return INSPECTS.test(call.function.text);
}

/**
 * Returns whether a condition asks by a use of an error which one it is, and holds if it is
 * that one; null if the use asks nothing.
 */
export function holdsIfSame(use: GoNode): boolean | null {
  let outcome: boolean | null = null;
  for (let node = use; node.parent; node = node.parent) {
    const { parent } = node;
    switch (parent.kind) {
      case "argument_list":
      case "parenthesized_expression":
        break;
      case "call_expression":
        if (outcome !== null || !isInspection(parent)) return outcome;
        outcome = true;
        break;
      case "unary_expression":
        if (parent.operator.text === "!" && outcome !== null) outcome = !outcome;
        break;
      case "binary_expression": {
        const operator = parent.operator.text;
        if (operator === "==" || operator === "!=") outcome ??= operator === "==";
        break;
      }
      default:
        return outcome;
    }
  }
  return outcome;
}
