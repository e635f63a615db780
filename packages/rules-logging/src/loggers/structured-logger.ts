import {
  calledName,
  isAssignmentTarget,
  type GoNode,
  type GoSourceCode,
  type SelectorExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";
import { KNOWN, type KnownName } from "./known-loggers.ts";
import type { Loggers } from "./packages.ts";

/** Loggers of records with fields: a file with one of them has no use for another. */
const STRUCTURED = ["zap", "zerolog", "klog", "logr", "hclog", "go-kit"] as const;

/** Functions of a logger's package that set it up for the whole program. */
const SETS_UP =
  /^(?:Set|Init|Replace|Redirect|Register|Enable|Disable|Copy|Clear|Start|Stop|Flush|LogTo)/u;

/** Functions that take a logger to set something up: `ctrl.SetLogger(klog.NewKlogr())`. */
const TAKES_LOGGER = /^(?:Set|Replace)/u;

/**
 * Returns the structured logger, beside slog and unwanted ones, that a file uses; or null. A
 * logger that the file only sets up, as `klog.SetLogger(logger)` does, is not used.
 */
export function structuredLoggerOf(
  { tree }: GoSourceCode,
  semantics: SemanticModel,
  unwanted: Loggers,
): KnownName | null {
  const isUsed = (logger: KnownName): boolean => {
    const { paths, types } = KNOWN[logger];
    const names = semantics.imports
      .filter(({ path }) => paths.includes(path))
      .map(({ name }) => name);
    const isLogger = (node: GoNode) =>
      names.includes(node.text) && semantics.importOf(node) !== null;
    return (
      names.length > 0 &&
      (tree
        .nodesOfKind(["qualified_type"])
        .some((type) => types?.test(type.name.text) && isLogger(type.package)) ||
        tree
          .nodesOfKind(["selector_expression"])
          .some((member) => isLogger(member.operand) && !setsUp(member)))
    );
  };
  return STRUCTURED.find((logger) => !unwanted.has(logger) && isUsed(logger)) ?? null;
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
