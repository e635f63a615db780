import {
  argumentsOf,
  childrenOf,
  unquote,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions whose argument is a message, after the last element of their package's path. */
const MESSAGE_FUNCTION =
  /^(?:panic|(?:errors|fmt|status|log)\.(?:New|Errorf?|Fatalf?|Panicf?))$/u;

const FUNCTION = /^(?:function_declaration|method_declaration|func_literal)$/u;

/** Returns the constant message of a panic, or of an error that is all a function returns. */
export function messageOf(call: CallExpressionNode, semantics: SemanticModel): string | null {
  const text = constantMessage(call, semantics);
  if (text === null || isPanicValue(call)) return null;
  return call.function.text === "panic" || isWholeFunction(call) ? text : null;
}

function constantMessage(call: CallExpressionNode, semantics: SemanticModel): string | null {
  if (!MESSAGE_FUNCTION.test(functionName(call, semantics))) return null;
  for (const value of argumentsOf(call)) {
    if (value.kind === "interpreted_string_literal" || value.kind === "raw_string_literal") {
      return unquote(value.text);
    }
    if (value.kind === "call_expression") return constantMessage(value, semantics);
  }
  return null;
}

/** Returns a function's name after the last element of its package's path, or as it is written. */
function functionName(
  { function: callee }: CallExpressionNode,
  semantics: SemanticModel,
): string {
  if (callee.kind !== "selector_expression") return callee.text;
  const { operand, field } = callee;
  const path = semantics.importOf(operand)?.path ?? operand.text;
  return `${path.slice(path.lastIndexOf("/") + 1)}.${field.text}`;
}

/** Returns true for the argument of a panic, which is judged as a whole. */
function isPanicValue({ parent }: CallExpressionNode): boolean {
  const call = parent?.parent;
  return call?.kind === "call_expression" && call.function.text === "panic";
}

/** Returns true for a call in the only statement of a function. */
function isWholeFunction(call: CallExpressionNode): boolean {
  let list: GoNode | null = call;
  while (list && list.kind !== "statement_list") list = list.parent;
  return (
    list !== null &&
    childrenOf(list).length === 1 &&
    FUNCTION.test(list.parent?.parent?.kind ?? "")
  );
}
