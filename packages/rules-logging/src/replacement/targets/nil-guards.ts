import {
  contains,
  controlFlowGraphOf,
  enclosingFunction,
  assignmentTargetsOf,
  type Branch,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import type { Refusal } from "../refusal.ts";

/** A nil check that has to stand on every path to the use of a value. */
export interface NilGuard {
  /** The call that gives the value; null for one that is there when the function starts. */
  readonly after: GoNode | null;
  /** Returns false for the branches on which the check has been passed. */
  readonly follows: (branch: Branch) => boolean;
  /** The reason for which the value is not used without the check. */
  readonly refusal: Refusal;
}

/** Returns true if a path reaches a node without the check. */
export function lacksGuard(
  { after, follows }: NilGuard,
  node: GoNode,
  semantics: SemanticModel,
): boolean {
  const outermost = after && enclosingFunction(after);
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) {
    const start = around === outermost ? after : null;
    if (!canReach(around, start, node, semantics, { follows })) return false;
    if (around === outermost) break;
  }
  return true;
}

/**
 * Returns true if a path in a function leads from a node to another: into it, or to the
 * closure that it stands in.
 *
 * @param from Null for the start of the function.
 */
export function canReach(
  around: FunctionNode,
  from: GoNode | null,
  to: GoNode,
  semantics: SemanticModel,
  {
    follows,
    stopsAt,
  }: {
    readonly follows?: (branch: Branch) => boolean;
    readonly stopsAt?: (node: GoNode) => boolean;
  },
): boolean {
  let isReached = false;
  controlFlowGraphOf(around, semantics).exitsAvoiding(from, {
    passes(node) {
      isReached ||= contains(to, node) || (node.kind === "func_literal" && contains(node, to));
      return isReached || (stopsAt?.(node) ?? false);
    },
    ...(follows && { follows }),
  });
  return isReached;
}

/** Returns the guard that the error of a call is nil; null if its error is not assigned. */
export function errorGuardOf(call: GoNode, refusal: Refusal): NilGuard | null {
  const [, ...others] = assignmentTargetsOf(call);
  const error = others.at(-1);
  if (error?.kind !== "identifier" || error.text === "_") return null;
  return { after: call, follows: (branch) => !isNilCheck(branch, error.text, "=="), refusal };
}

/** Returns the guard that an expression is not nil. */
export function notNilGuardOf(expression: string, refusal: Refusal): NilGuard {
  return { after: null, follows: (branch) => !isNilCheck(branch, expression, "!="), refusal };
}

/** Returns true for a branch that is followed only if an expression is, or is not, nil. */
function isNilCheck(
  { condition, outcome }: Branch,
  expression: string,
  wanted: "==" | "!=",
): boolean {
  if (condition.kind !== "binary_expression") return false;
  const { left, operator, right } = condition;
  const sides = [left.text, right.text];
  if (!sides.includes("nil") || !sides.includes(expression)) return false;
  const other = wanted === "==" ? "!=" : "==";
  return operator.text === (outcome ? wanted : other);
}
