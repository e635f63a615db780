import {
  calledName,
  isAssignmentTarget,
  type GoNode,
  type GoSourceCode,
  type SelectorExpressionNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { loggerOf } from "./called-logger.ts";
import { KNOWN, pathsOf, type KnownName } from "./known-loggers.ts";
import { Loggers } from "./packages.ts";

/** Loggers of records with fields: a file with one of them has no use for another. */
const STRUCTURED = ["zap", "zerolog", "klog", "logr", "hclog", "go-kit"] as const;

/** Functions of a logger's package that set it up for the whole program. */
const SETS_UP =
  /^(?:Set|Init|Replace|Redirect|Register|Enable|Disable|Copy|Clear|Start|Stop|Flush|LogTo)/u;

/** Functions that take a logger to set something up: `ctrl.SetLogger(klog.NewKlogr())`. */
const TAKES_LOGGER = /^(?:Set|Replace)/u;

/** A structured logger that a file uses. */
export interface StructuredLogger {
  readonly name: KnownName;
  /** False if the file makes, takes or implements the logger, and writes no record with it. */
  readonly writes: boolean;
}

/**
 * Returns the structured logger, beside slog and unwanted ones, that a file uses; or null. A
 * logger that the file only sets up, as `klog.SetLogger(logger)` does, is not used.
 */
export function structuredLoggerOf(
  { tree }: GoSourceCode,
  semantics: SemanticModel,
  unwanted: Loggers,
): StructuredLogger | null {
  const imported = STRUCTURED.filter(
    (logger) =>
      !unwanted.has(logger) &&
      semantics.importPaths.some((path) => pathsOf(logger).includes(path)),
  );
  const written = imported.find((logger) => isWritten(logger, tree, semantics));
  if (written) return { name: written, writes: true };
  const used = imported.find((logger) => isUsed(logger, tree, semantics));
  return used ? { name: used, writes: false } : null;
}

function isWritten(logger: KnownName, tree: SyntaxTree, semantics: SemanticModel): boolean {
  const loggers = new Loggers([logger], semantics);
  return tree
    .nodesOfKind(["call_expression"])
    .some(
      (call) =>
        loggers.mayWrite(calledName(call)) && loggerOf(call, semantics, loggers) !== null,
    );
}

function isUsed(logger: KnownName, tree: SyntaxTree, semantics: SemanticModel): boolean {
  const { paths, types } = KNOWN[logger];
  const isLogger = (node: GoNode) => paths.includes(semantics.importOf(node)?.path ?? "");
  return (
    tree
      .nodesOfKind(["qualified_type"])
      .some((type) => types?.test(type.name.text) && isLogger(type.package)) ||
    tree
      .nodesOfKind(["selector_expression"])
      .some((member) => isLogger(member.operand) && !setsUp(member))
  );
}

/** Returns true for a function or variable of a logger that the code sets the logger up with. */
function setsUp(member: SelectorExpressionNode): boolean {
  if (SETS_UP.test(member.field.text) || isAssignmentTarget(member)) return true;
  for (
    let node: GoNode | null = member;
    node && node.kind !== "statement_list";
    node = node.parent
  ) {
    if (node.kind === "call_expression" && TAKES_LOGGER.test(calledName(node))) return true;
  }
  return false;
}
