import {
  argumentsOf,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { isCallToLogrus } from "../parse/logger-packages.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** One use of a variable or parameter that holds a logger. */
export type LoggerUse =
  | { readonly kind: "call"; readonly call: CallExpressionNode }
  /** The variable is assigned another value. */
  | { readonly kind: "reassignment"; readonly value: GoNode }
  /** The logger, or one made of it, is assigned to a variable. */
  | { readonly kind: "assignment"; readonly value: GoNode; readonly variable: GoNode }
  /** The logger, or one made of it, is an argument of a call; they count from 0. */
  | {
      readonly kind: "argument";
      readonly value: GoNode;
      readonly call: CallExpressionNode;
      readonly index: number;
    }
  | { readonly kind: "escape"; readonly refusal: Refusal };

/** Returns the kind of use that an identifier is. */
export function loggerUseOf(identifier: GoNode, semantics: SemanticModel): LoggerUse {
  const assigned = valueAssignedTo(identifier);
  if (assigned) return { kind: "reassignment", value: assigned };
  let value = identifier;
  for (let call = callWith(value); call; call = callWith(value)) {
    const { function: callee } = call;
    const isReceiver = callee.kind === "selector_expression" && callee.operand === value;
    if (isReceiver && !callee.field.text.startsWith("With")) return { kind: "call", call };
    if (!isReceiver && !isCallToLogrus(call, "NewEntry", semantics)) {
      return { kind: "argument", value, call, index: argumentsOf(call).indexOf(value) };
    }
    value = call;
  }
  const variable = variableAssigned(value);
  return variable
    ? { kind: "assignment", value, variable }
    : { kind: "escape", refusal: escapeOf(identifier.text, value) };
}

/** Returns the call that a value is the receiver or an argument of, or null. */
function callWith({ parent }: GoNode): CallExpressionNode | null {
  const isPart = parent?.kind === "selector_expression" || parent?.kind === "argument_list";
  const call = isPart ? parent.parent : null;
  if (call?.kind !== "call_expression") return null;
  return parent === call.function || parent === call.arguments ? call : null;
}

/** Returns the value that a variable on the left of `=` or `:=` gets, if each side has as many. */
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

/** Returns the name of the variable that a value is assigned to, if each side has as many. */
function variableAssigned(value: GoNode): GoNode | null {
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

/** Returns the reason for which a logger cannot be followed any further. */
function escapeOf(name: string, { parent }: GoNode): Refusal {
  switch (parent?.parent?.kind) {
    case "return_statement":
      return refuse({ code: "returned", name });
    case "assignment_statement":
    case "short_var_declaration":
    case "var_spec":
      return refuse({ code: "assigned-elsewhere", name });
    case "keyed_element":
    case "literal_value":
      return refuse({ code: "kept-in-literal", name });
    default:
      return refuse({ code: "other-use", name });
  }
}
