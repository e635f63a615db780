import {
  childrenOf,
  statementsOf,
  withoutParentheses,
  type Branch,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { isError } from "../records/is-error.ts";

/** Returns the outcomes of conditions around a node, from the inside out, up to a node around. */
export function guardsOf(node: GoNode, end: GoNode | null): Branch[] {
  const guards: Branch[] = [];
  for (let current = node; current.parent && current !== end; current = current.parent) {
    const { parent } = current;
    if (parent.kind === "func_literal" && parent !== end) break;
    if (parent.kind === "if_statement") {
      if (parent.consequence === current) guards.push(...parts(parent.condition, true));
      if (parent.alternative === current) guards.push(...parts(parent.condition, false));
    }
    if (current.kind === "expression_case" && isWithoutValue(parent)) {
      const [condition, ...others] = childrenOf(current.value);
      if (condition && others.length === 0) guards.push(...parts(condition, true));
    }
    if (parent.kind === "statement_list") guards.push(...guardsBefore(current, parent));
  }
  return guards;
}

/** Returns the outcomes after ifs without an else that leave the list: `if err == nil { return }`. */
function guardsBefore(statement: GoNode, list: GoNode): Branch[] {
  const before = childrenOf(list).filter(({ range }) => range[1] <= statement.range[0]);
  return before.flatMap((one) => {
    if (one.kind !== "if_statement" || one.alternative) return [];
    const last = statementsOf(one.consequence).at(-1);
    return last?.kind === "return_statement" ? parts(one.condition, false) : [];
  });
}

function isWithoutValue(node: GoNode): boolean {
  return node.kind === "expression_switch_statement" && node.value === null;
}

/** Returns the outcomes that follow from one of a condition: both of `a && b` that is true. */
function parts(condition: GoNode, outcome: boolean): Branch[] {
  const inner = withoutParentheses(condition);
  if (inner.kind === "binary_expression" && inner.operator.text === (outcome ? "&&" : "||")) {
    return [...parts(inner.left, outcome), ...parts(inner.right, outcome)];
  }
  return [{ condition: inner, outcome }];
}

/** Returns true for an error, and for a variable of unknown type that is named as one. */
export function mayBeError(node: GoNode, semantics: SemanticModel): boolean {
  const isNamed = node.kind === "identifier" && /^err|Err$/u.test(node.text);
  return isError(node, semantics) || (isNamed && semantics.typeOf(node).kind === "unknown");
}

/** Returns the error that an outcome says is not nil, or null. */
export function nonNilErrorOf(
  { condition, outcome }: Branch,
  semantics: SemanticModel,
  isErrorValue: (node: GoNode, semantics: SemanticModel) => boolean = isError,
): GoNode | null {
  if (condition.kind !== "binary_expression") return null;
  const { left, operator, right } = condition;
  if (operator.text !== (outcome ? "!=" : "==")) return null;
  const error = right.kind === "nil" ? left : left.kind === "nil" ? right : null;
  return error && isErrorValue(error, semantics) ? error : null;
}

/**
 * Returns the error that is certainly not nil at a node; null if there is none, if it is
 * assigned after its guard, or if a condition in between says more about it.
 */
export function certainErrorAt(
  node: GoNode,
  { tree }: GoSourceCode,
  semantics: SemanticModel,
  isErrorValue: (node: GoNode, semantics: SemanticModel) => boolean = isError,
): GoNode | null {
  const guards = guardsOf(node, null);
  for (const [index, guard] of guards.entries()) {
    const error = nonNilErrorOf(guard, semantics, isErrorValue);
    if (!error) continue;
    const inner = guards.slice(0, index).map(({ condition }) => condition);
    const isJudged = inner.some((condition) =>
      tree.nodesOfKind(["identifier"], condition).some(({ text }) => text === error.text),
    );
    const isAssigned = tree
      .nodesOfKind(["assignment_statement"])
      .some(
        ({ range, left }) =>
          range[0] > guard.condition.range[1] &&
          range[1] <= node.range[0] &&
          childrenOf(left).some(({ text }) => text === error.text),
      );
    return isJudged || isAssigned ? null : error;
  }
  return null;
}
