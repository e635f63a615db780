import {
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";

/** Packages of the standard library whose functions only make a value of their arguments. */
const PURE =
  /^(?:bytes|errors|fmt|math|path|path\/filepath|reflect|slices|maps|strconv|strings|time|unicode|unicode\/utf8)$/u;

/** Methods that only describe their value. */
const DESCRIPTIONS = /^(?:Error|String|GoString)$/u;

/**
 * Returns true for an expression with which the order of evaluation matters: it may change
 * the value of another one, or another may change its value.
 */
export function mayHaveSideEffects(expression: GoNode, semantics: SemanticModel): boolean {
  switch (expression.kind) {
    case "func_literal":
      return false;
    case "unary_expression":
      if (expression.operator.text === "<-") return true;
      break;
    case "call_expression":
      if (mayCallHaveSideEffects(expression, semantics)) return true;
      break;
    default:
  }
  return expression.namedChildren.some((child) => mayHaveSideEffects(child, semantics));
}

function mayCallHaveSideEffects(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") return !PURE.test(callee.importPath);
  if (callee.operand) return !DESCRIPTIONS.test(callee.name);
  const symbol = semantics.resolve(call.function);
  return symbol === null || (!symbol.isUniverse && symbol.kind !== "type");
}
