import {
  argumentsOf,
  calledName,
  initializerOf,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";

/**
 * Returns false for a function of `fmt` that writes to anything but a standard stream:
 * `fmt.Fprint(file, "x")`.
 */
export function writesToStandardStream(
  call: CallExpressionNode,
  semantics: SemanticModel,
): boolean {
  if (!calledName(call).startsWith("F")) return true;
  const [argument] = argumentsOf(call);
  const initializer =
    argument?.kind === "identifier" ? initializerOf(argument, semantics) : null;
  const stream = initializer ?? argument;
  return (
    stream?.kind === "selector_expression" &&
    /^Std(?:err|out)$/u.test(stream.field.text) &&
    semantics.importOf(stream.operand)?.path === "os"
  );
}

/** Returns true for a call of Go's own `print` or `println`. */
export function isBuiltinPrint(
  { function: callee }: CallExpressionNode,
  semantics: SemanticModel,
): boolean {
  return (
    callee.kind === "identifier" &&
    /^print(?:ln)?$/u.test(callee.text) &&
    semantics.resolve(callee)?.isUniverse === true
  );
}
