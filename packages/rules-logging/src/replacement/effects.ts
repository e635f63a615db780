import {
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";

/** Packages of the standard library whose functions only make a value of what they are given. */
const PURE =
  /^(?:bytes|errors|fmt|math|path|path\/filepath|reflect|slices|maps|strconv|strings|time|unicode|unicode\/utf8)$/u;

/** Methods that say what a value is. */
const DESCRIBES = /^(?:Error|String|GoString)$/u;

/** True for an expression that may change what another one gives, or be changed by it. */
export function mayAct(expression: GoNode, semantics: SemanticModel): boolean {
  switch (expression.kind) {
    case "func_literal":
      return false;
    case "unary_expression":
      if (expression.operator.text === "<-") return true;
      break;
    case "call_expression":
      if (isCallThatActs(expression, semantics)) return true;
      break;
    default:
  }
  return expression.namedChildren.some((child) => mayAct(child, semantics));
}

function isCallThatActs(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") {
    return !PURE.test(callee.importPath);
  }
  if (callee.operand) return !DESCRIBES.test(callee.name);
  const symbol = semantics.resolve(call.function);
  return symbol === null || (!symbol.isUniverse && symbol.kind !== "type");
}
