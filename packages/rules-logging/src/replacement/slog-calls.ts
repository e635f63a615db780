import {
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";

/** What of a call of slog names the logger: another can stand in its place. */
export interface SlogLogger {
  /** The package's name, or `slog.Default()`. */
  readonly node: GoNode;
  /** True for a logger as a value. */
  readonly isValue: boolean;
}

/** The logger of a call of slog's functions, or of a chain of them; or why it has none. */
export function slogLoggerOf(
  { function: selector }: CallExpressionNode,
  semantics: SemanticModel,
): SlogLogger | string {
  if (selector.kind !== "selector_expression") return "its package is dot-imported";
  const { operand } = selector;
  if (operand.kind === "identifier") {
    return semantics.importOf(operand)
      ? { node: operand, isValue: false }
      : `its logger is kept in '${operand.text}'`;
  }
  if (operand.kind !== "call_expression") return `its logger is kept in '${operand.text}'`;
  const { name } = calleeOf(operand, semantics);
  if (name === "Default") return { node: operand, isValue: true };
  return name === "With"
    ? slogLoggerOf(operand, semantics)
    : "its logger has a handler of its own";
}
