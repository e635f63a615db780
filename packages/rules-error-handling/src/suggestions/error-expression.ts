import {
  argumentsOf,
  isErrorType,
  type CallExpressionNode,
  type GoFixer,
  type SemanticModel,
} from "@gopherwood/core";

/** Returns the text of an expression, and asks for the import that it needs. */
export type ExpressionWriter = (fixer: GoFixer) => string;

/**
 * Returns the error that can be returned instead of a panic or an exit: an argument that is
 * one, or an error made of the message; null if there is none.
 *
 * @param call A call such as `panic(err)` or `log.Fatal("no path")`.
 * @param isFormat True for `log.Fatalf` and its like.
 */
export function errorExpression(
  call: CallExpressionNode,
  isFormat: boolean,
  semantics: SemanticModel,
): ExpressionWriter | null {
  const [value, ...others] = argumentsOf(call);
  if (!value) return null;
  if (isFormat) return (fixer) => `${fixer.ensureImport("fmt")}.Errorf${call.arguments.text}`;
  if (others.length > 0) return null;
  const { text } = value;
  const type = semantics.typeOf(value);
  if (isErrorType(type)) return () => text;
  if (value.kind === "call_expression" && value.function.kind === "selector_expression") {
    const { field, operand } = value.function;
    if (field.text === "Error" && isErrorType(semantics.typeOf(operand)))
      return () => operand.text;
    if (field.text === "Sprintf" && semantics.importOf(operand)?.path === "fmt")
      return (fixer) => `${fixer.ensureImport("fmt")}.Errorf${value.arguments.text}`;
  }
  return type.kind === "named" && type.importPath === "" && type.name === "string"
    ? (fixer) => `${fixer.ensureImport("errors")}.New(${text})`
    : null;
}
