import {
  controlFlowGraphOf,
  enclosingFunction,
  assignmentTargetsOf,
  type Branch,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { isWithin } from "../../jobs/step-loggers.ts";

/** Ways on which something is not to be used: it is nil there, or was never made. */
export interface Danger {
  /** What the ways start after; null for the starts of the functions around. */
  readonly from: GoNode | null;
  /** False for the branches by which a way is left as soon as it is known. */
  readonly follows: (branch: Branch) => boolean;
  /** Why not, in a few words. */
  readonly reason: string;
}

/** True if one of the ways of a danger leads to a node. */
export function isMet(
  { from, follows }: Danger,
  node: GoNode,
  semantics: SemanticModel,
): boolean {
  const outermost = from && enclosingFunction(from);
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around)) {
    const start = around === outermost ? from : null;
    if (!leadsTo(around, start, node, semantics, { follows })) return false;
    if (around === outermost) break;
  }
  return true;
}

/**
 * True if a way in a function leads from a node to another: into it, or to the closure that
 * it stands in.
 *
 * @param from Null for the start of the function.
 */
export function leadsTo(
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
      isReached ||= isWithin(node, to) || (node.kind === "func_literal" && isWithin(to, node));
      return isReached || (stopsAt?.(node) ?? false);
    },
    ...(follows && { follows }),
  });
  return isReached;
}

/** The danger that a call failed whose error was assigned, or null if it has none. */
export function failureOf(call: GoNode, reason: string): Danger | null {
  const [, ...others] = assignmentTargetsOf(call);
  const error = others.at(-1);
  if (error?.kind !== "identifier" || error.text === "_") return null;
  return { from: call, follows: (branch) => !says(branch, error.text, "=="), reason };
}

/** The danger that an expression is nil. */
export function nilOf(expression: string, reason: string): Danger {
  return { from: null, follows: (branch) => !says(branch, expression, "!="), reason };
}

/** True for a branch that is taken only if an expression is, or is not, nil. */
function says({ condition, outcome }: Branch, expression: string, wanted: "==" | "!=") {
  if (condition.kind !== "binary_expression") return false;
  const { left, operator, right } = condition;
  const sides = [left.text, right.text];
  if (!sides.includes("nil") || !sides.includes(expression)) return false;
  const other = wanted === "==" ? "!=" : "==";
  return operator.text === (outcome ? wanted : other);
}
