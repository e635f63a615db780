import {
  calledName,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions of the packages for errors that only look which error it is. */
const INSPECTS = new Set(["Is", "As", "AsType"]);

/** Functions of any package that say by their names that they only look. */
const NAMED_SO = /^[Ii]s[A-Z]\w*$/u;

/** Returns true for a call that only looks which error it gets: `errors.Is(err, io.EOF)`. */
export function isInspection(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const name = calledName(call);
  if (NAMED_SO.test(name)) return true;
  if (!INSPECTS.has(name) || call.function.kind !== "selector_expression") return false;
  return semantics.importOf(call.function.operand)?.path.endsWith("errors") ?? false;
}

/**
 * Returns whether a condition asks by a use of an error which one it is, and holds if it is
 * that one; null if the use asks nothing.
 */
export function holdsIfSame(use: GoNode, semantics: SemanticModel): boolean | null {
  let outcome: boolean | null = null;
  for (let node = use; node.parent; node = node.parent) {
    const { parent } = node;
    switch (parent.kind) {
      case "argument_list":
      case "parenthesized_expression":
        break;
      case "call_expression":
        if (outcome !== null || !isInspection(parent, semantics)) return outcome;
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
