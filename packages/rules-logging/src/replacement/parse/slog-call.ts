import {
  calleeOf,
  type CallExpressionNode,
  type GoSourceCode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { FieldReader } from "../../records/fields.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** A call of slog's functions, in which another logger can stand. */
export interface SlogCall {
  readonly node: CallExpressionNode;
  readonly logger: SlogLogger;
  /** The keys of the record. */
  readonly keys: readonly string[];
}

/** The expression that names the logger: the package's name, or `slog.Default()`. */
export interface SlogLogger {
  readonly node: GoNode;
  /** True for a logger as a value. */
  readonly isValue: boolean;
}

/** Parses a call of slog's functions, or of a chain that starts with one. */
export function parseSlogCall(
  node: CallExpressionNode,
  sourceCode: GoSourceCode,
  semantics: SemanticModel,
): SlogCall | Refusal {
  const logger = loggerOf(node, semantics);
  if (isRefusal(logger)) return logger;
  const keys = new FieldReader(sourceCode, semantics).ofCall(node).map(({ key }) => key);
  return { node, logger, keys };
}

function loggerOf(
  { function: selector }: CallExpressionNode,
  semantics: SemanticModel,
): SlogLogger | Refusal {
  if (selector.kind !== "selector_expression") return refuse({ code: "dot-import" });
  const { operand } = selector;
  if (operand.kind === "identifier" && semantics.importOf(operand)) {
    return { node: operand, isValue: false };
  }
  if (operand.kind !== "call_expression") {
    return refuse({ code: "slog-logger-kept", name: operand.text });
  }
  const { name } = calleeOf(operand, semantics);
  if (name === "Default") return { node: operand, isValue: true };
  return name === "With" ? loggerOf(operand, semantics) : refuse({ code: "own-handler" });
}
