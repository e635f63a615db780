import {
  argumentsOf,
  type AssignmentStatementNode,
  type CallExpressionNode,
  type GoNode,
  type ShortVarDeclarationNode,
} from "@gopherwood/core";
import type { Likelihood } from "./likelihood.ts";

const ALWAYS_CODE = new Set([
  "if_statement",
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
  "go_statement",
  "defer_statement",
  "var_declaration",
  "const_declaration",
  "type_declaration",
  "import_declaration",
]);

const SOMETIMES_CODE = new Set([
  "return_statement",
  "inc_statement",
  "dec_statement",
  "send_statement",
  "block",
]);

const TARGET = /^(?:identifier|selector_expression|index_expression)$/u;

const LITERAL = /^(?:composite_literal|func_literal|type_assertion_expression)$/u;

const NEW_VALUE =
  /^(?:(?:interpreted|raw)_string_literal|selector_expression|unary_expression)$/u;

/** Returns how likely a statement or declaration is code. */
export function statementLikelihood(node: GoNode): Likelihood {
  if (ALWAYS_CODE.has(node.kind)) return "certain";
  if (SOMETIMES_CODE.has(node.kind)) return "possible";
  if (node.kind === "short_var_declaration" || node.kind === "assignment_statement") {
    return assignmentLikelihood(node);
  }
  const [expression] = node.kind === "expression_statement" ? node.namedChildren : [];
  // The grammar reads `cache.Get[int](id)` so.
  if (expression?.kind === "type_conversion_expression") {
    return expression.type.text.includes(".") ? "certain" : "possible";
  }
  if (expression?.kind !== "call_expression") return null;
  const hasArguments = argumentsOf(expression).length > 0;
  return hasArguments && isMethodCall(expression) ? "certain" : "possible";
}

/** Returns true for `codes.Aborted(10)`: lists of names with their numbers are written so. */
export function isNumberedName(node: GoNode): boolean {
  const [call] = node.namedChildren;
  if (node.kind !== "expression_statement" || call?.kind !== "call_expression") return false;
  const [value, ...more] = argumentsOf(call);
  return (
    isMethodCall(call) &&
    more.length === 0 &&
    value?.kind === "int_literal" &&
    /\.\p{Lu}/u.test(call.function.text)
  );
}

/** Formulas are made of names, numbers, operators and functions of one word. */
function assignmentLikelihood(
  node: ShortVarDeclarationNode | AssignmentStatementNode,
): Likelihood {
  const targets = node.left.namedChildren;
  if (!targets.every(({ kind }) => TARGET.test(kind))) return null;
  const isDeclaration = node.kind === "short_var_declaration";
  const isField = targets.some(({ kind }) => kind === "selector_expression");
  const isFormula = !node.right.namedChildren.some((value) =>
    value.kind === "call_expression"
      ? isField || isDeclaration || isMethodCall(value)
      : LITERAL.test(value.kind) || (isDeclaration && NEW_VALUE.test(value.kind)),
  );
  return isFormula ? "possible" : "certain";
}

function isMethodCall({ function: callee }: CallExpressionNode): boolean {
  const { kind } = callee.kind === "index_expression" ? callee.operand : callee;
  return kind === "selector_expression";
}
