import {
  calleeOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { argumentsOf } from "./arguments.ts";
import { isLogrus } from "./pairs.ts";

/** What is done with a logger where its name stands. */
export type LoggerUse =
  | { readonly kind: "call"; readonly call: CallExpressionNode }
  /** The variable gets another value. */
  | { readonly kind: "set"; readonly value: GoNode }
  /** The logger, or one made of it, is given to a variable. */
  | { readonly kind: "given"; readonly value: GoNode; readonly variable: GoNode }
  /** The logger, or one made of it, is the argument of a call; arguments count from 0. */
  | {
      readonly kind: "passed";
      readonly value: GoNode;
      readonly call: CallExpressionNode;
      readonly index: number;
    }
  | { readonly kind: "escapes"; readonly where: string };

/** Says what is done with a logger. */
export function loggerUse(identifier: GoNode, semantics: SemanticModel): LoggerUse {
  const assigned = valueAssignedTo(identifier);
  if (assigned) return { kind: "set", value: assigned };
  let value = identifier;
  for (let call = callWith(value); call; call = callWith(value)) {
    const { function: callee } = call;
    const isOnValue = callee.kind === "selector_expression" && callee.operand === value;
    if (isOnValue && !callee.field.text.startsWith("With")) return { kind: "call", call };
    if (!isOnValue && !isNewEntry(call, semantics)) {
      return { kind: "passed", value, call, index: argumentsOf(call).indexOf(value) };
    }
    value = call;
  }
  const variable = variableGiven(value);
  return variable
    ? { kind: "given", value, variable }
    : { kind: "escapes", where: whereTo(identifier.text, value) };
}

/** The call of a value's method, or that a value is an argument of; or null. */
function callWith({ parent }: GoNode): CallExpressionNode | null {
  const isPart = parent?.kind === "selector_expression" || parent?.kind === "argument_list";
  const call = isPart ? parent.parent : null;
  if (call?.kind !== "call_expression") return null;
  return parent === call.function || parent === call.arguments ? call : null;
}

/** True for the call that makes an entry of a logger, and adds nothing. */
function isNewEntry(call: CallExpressionNode, semantics: SemanticModel): boolean {
  const callee = calleeOf(call, semantics);
  return (
    callee.kind === "function" && isLogrus(callee.importPath) && callee.name === "NewEntry"
  );
}

/** The value that a variable on the left of `=` or `:=` gets, if each side has as many. */
function valueAssignedTo(identifier: GoNode): GoNode | null {
  const list = identifier.parent;
  const statement = list?.kind === "expression_list" ? list.parent : null;
  const isAssigned =
    (statement?.kind === "assignment_statement" && statement.operator.text === "=") ||
    statement?.kind === "short_var_declaration";
  if (!list || !isAssigned || statement.left !== list) return null;
  const values = statement.right.namedChildren;
  const variables = list.namedChildren;
  return variables.length === values.length
    ? (values[variables.indexOf(identifier)] ?? null)
    : null;
}

/** The name of the variable that a value is given to, if each side has as many. */
function variableGiven(value: GoNode): GoNode | null {
  const list = value.parent;
  const statement = list?.kind === "expression_list" ? list.parent : null;
  if (!list || !statement) return null;
  let variables: readonly GoNode[] = [];
  if (statement.kind === "assignment_statement" || statement.kind === "short_var_declaration") {
    if (statement.right === list) variables = statement.left.namedChildren;
  } else if (statement.kind === "var_spec") {
    variables = statement.name;
  }
  if (variables.length !== list.namedChildren.length) return null;
  const variable = variables[list.namedChildren.indexOf(value)];
  return variable?.kind === "identifier" && variable.text !== "_" ? variable : null;
}

/** Where a logger goes that is not followed, as a person says it. */
function whereTo(name: string, { parent }: GoNode): string {
  switch (parent?.parent?.kind) {
    case "return_statement":
      return `'${name}' is returned`;
    case "assignment_statement":
    case "short_var_declaration":
    case "var_spec":
      return `'${name}' is given to another variable`;
    case "keyed_element":
    case "literal_value":
      return `'${name}' is kept in a literal`;
    default:
      return `'${name}' is used for more than logging`;
  }
}
