import {
  calleeOf,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { originOf } from "./origin.ts";
import type { Logger, Loggers } from "./packages.ts";

/** Returns the name of the unwanted logger that a call writes a record with, or null. */
export function loggerOf(
  call: CallExpressionNode,
  semantics: SemanticModel,
  loggers: Loggers,
): string | null {
  if (!loggers.areImported && isOfResult(call, semantics)) return null;
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") return loggers.ofFunction(callee)?.name ?? null;
  if (callee.kind === "unknown") return loggers.ofDotImport(callee, semantics)?.name ?? null;
  const { importPath, name: type } = callee.receiver;
  const logger = loggers
    .ofPackage(importPath)
    .find(
      (one) => one.methods.test(callee.name) && isDirect(callee.operand, type, one, semantics),
    );
  return logger?.name ?? null;
}

/**
 * Returns true for a method of what a function of another package returns: `log.G(ctx).Info()`. It
 * goes by names alone, which takes no types.
 */
function isOfResult(call: CallExpressionNode, semantics: SemanticModel): boolean {
  let operand: GoNode | null = operandOf(call);
  let calls = 0;
  for (; operand?.kind === "call_expression"; calls += 1) operand = operandOf(operand);
  return calls > 0 && operand !== null && semantics.importOf(operand) !== null;
}

function operandOf({ function: callee }: CallExpressionNode): GoNode | null {
  return callee.kind === "selector_expression" ? callee.operand : null;
}

/**
 * Returns true for a logger from its own package or from the file's. A logger from another
 * package, as `log.G(ctx)`, is that package's way of logging.
 */
function isDirect(
  operand: GoNode,
  type: string,
  { isIn, types, origins }: Logger,
  semantics: SemanticModel,
): boolean {
  if (isOfAnotherFile(operand, isIn, semantics)) return false;
  const origin = originOf(operand, semantics, isIn);
  if (origin.kind === "stored") return types.test(type);
  if (!isIn(origin.importPath)) {
    return origin.importPath === semantics.importPath && types.test(type);
  }
  return types.test(type) || origins.test(origin.name);
}

/**
 * Returns true for a variable of the package that another file declares, in a file that does
 * not import the logger: its definition is not known.
 */
function isOfAnotherFile(
  operand: GoNode,
  isIn: Logger["isIn"],
  semantics: SemanticModel,
): boolean {
  return (
    operand.kind === "identifier" &&
    semantics.resolve(operand) === null &&
    !semantics.importPaths.some(isIn)
  );
}
