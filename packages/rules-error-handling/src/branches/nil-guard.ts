import { childrenOf, statementsOf, withoutParentheses, type GoNode } from "@gopherwood/core";

/** A value that is known to be nil, or not to be. */
export interface NilCheck {
  readonly value: GoNode;
  readonly isNil: boolean;
}

/** Statements after which the next one of a block is not reached. */
const LEAVES = /^(?:return|break|continue|goto)_statement$/u;
const LEAVES_SWITCH = /^(?:return|continue|goto)_statement$/u;

/**
 * Returns the values that are known to be nil, or not, if a condition has an outcome: of
 * `a && err != nil` that holds, `err`.
 */
export function nilChecksOf(expression: GoNode, outcome: boolean): NilCheck[] {
  const condition = withoutParentheses(expression);
  if (condition.kind === "unary_expression" && condition.operator.text === "!")
    return nilChecksOf(condition.operand, !outcome);
  if (condition.kind !== "binary_expression") return [];
  const { left, operator, right } = condition;
  if (operator.text === (outcome ? "&&" : "||"))
    return [...nilChecksOf(left, outcome), ...nilChecksOf(right, outcome)];
  if (operator.text !== "!=" && operator.text !== "==") return [];
  const isNil = (operator.text === "==") === outcome;
  if (isNilLiteral(right)) return [{ value: withoutParentheses(left), isNil }];
  return isNilLiteral(left) ? [{ value: withoutParentheses(right), isNil }] : [];
}

/**
 * Returns whether a value is nil at a node, by the conditions around it and by those before
 * it that leave their block; null if it is not known.
 *
 * @param since The offset of the assignment that gave the value.
 * @param isValue Returns true for the value in a condition.
 */
export function isNilAt(
  node: GoNode,
  since: number,
  isValue: (node: GoNode) => boolean,
): boolean | null {
  for (let current = node; current.parent; current = current.parent) {
    const known = isNilIn(current.parent, current, since, isValue);
    if (known !== null) return known;
    if (current.parent.kind === "func_literal" || current.range[0] < since) return null;
  }
  return null;
}

/** Returns true if a statement leaves its block wherever a value is not nil. */
export function leavesUnlessNil(
  statement: GoNode,
  isValue: (node: GoNode) => boolean,
): boolean {
  switch (statement.kind) {
    case "if_statement": {
      const { alternative, condition, consequence } = statement;
      return !alternative && leaves(consequence, LEAVES) && isNilUnless(condition, isValue);
    }
    case "expression_switch_statement":
      return (
        !statement.value &&
        statement.namedChildren.some(
          (clause) =>
            clause.kind === "expression_case" &&
            leaves(clause, LEAVES_SWITCH) &&
            childrenOf(clause.value).some((condition) => isNilUnless(condition, isValue)),
        )
      );
    default:
      return false;
  }
}

function leaves(body: GoNode, by: RegExp): boolean {
  return by.test(statementsOf(body).at(-1)?.kind ?? "");
}

function isNilUnless(condition: GoNode, isValue: (node: GoNode) => boolean): boolean {
  return nilChecksOf(condition, false).some(({ isNil, value }) => isNil && isValue(value));
}

/** Returns whether a value is nil in a part of a node; null if the node does not say. */
function isNilIn(
  node: GoNode,
  part: GoNode,
  since: number,
  isValue: (node: GoNode) => boolean,
): boolean | null {
  switch (node.kind) {
    case "if_statement": {
      const { alternative, condition, consequence } = node;
      if ((part !== consequence && part !== alternative) || condition.range[1] < since)
        return null;
      return foundIn(nilChecksOf(condition, part === consequence), isValue);
    }
    case "expression_case": {
      const values = childrenOf(node.value);
      const isTagless =
        node.parent?.kind === "expression_switch_statement" && !node.parent.value;
      const [value] = values;
      return isTagless && value && values.length === 1 && value.range[1] >= since
        ? foundIn(nilChecksOf(value, true), isValue)
        : null;
    }
    case "statement_list":
      return node.namedChildren.some(
        (sibling) =>
          sibling.range[0] < part.range[0] &&
          sibling.range[1] > since &&
          leavesUnlessNil(sibling, isValue),
      )
        ? true
        : null;
    default:
      return null;
  }
}

function foundIn(
  checks: readonly NilCheck[],
  isValue: (node: GoNode) => boolean,
): boolean | null {
  return checks.find(({ value }) => isValue(value))?.isNil ?? null;
}

function isNilLiteral(node: GoNode): boolean {
  return withoutParentheses(node).kind === "nil";
}
