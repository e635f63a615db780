import {
  childrenOf,
  contains,
  formatType,
  withoutParentheses,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { holdsIfSame } from "../branches/inspections.ts";

/** The error that an argument of a format is, or whose text it is. */
export type PrintedError =
  | { readonly kind: "error"; readonly error: GoNode }
  | { readonly kind: "unknown"; readonly reason: string };

/** Returns the error that an argument is, or whose text it is: of `err.Error()`, `err`. */
export function printedErrorOf(
  argument: GoNode,
  semantics: SemanticModel,
): PrintedError | null {
  const value = withoutParentheses(argument);
  const printed = errorOf(value, semantics);
  if (printed?.kind === "error" || value.kind !== "call_expression") return printed;
  const { arguments: list, function: callee } = value;
  const isText =
    callee.kind === "selector_expression" &&
    callee.field.text === "Error" &&
    childrenOf(list).length === 0 &&
    formatType(semantics.typeOf(value)) === "string";
  return (isText ? errorOf(callee.operand, semantics, true) : null) ?? printed;
}

/** @param isAddressed True for the operand of a method call, which may be its pointer's. */
function errorOf(
  value: GoNode,
  semantics: SemanticModel,
  isAddressed = false,
): PrintedError | null {
  const type = semantics.typeOf(value);
  if (type.kind === "unknown") return type;
  if (semantics.implementsError(type) === true) return { kind: "error", error: value };
  return isAddressed && semantics.implementsError({ kind: "pointer", element: type }) === true
    ? { kind: "unknown", reason: "only its address is an error" }
    : null;
}

/** Returns true in a branch whose condition is that an error is a certain one. */
export function isIdentified(error: GoNode, semantics: SemanticModel): boolean {
  const symbol = error.kind === "identifier" ? semantics.resolve(error) : null;
  if (symbol === null || symbol.isUniverse) return false;
  for (let node = error; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.kind === "func_literal") return false;
    if (parent.kind === "if_statement" && parent.consequence === node) {
      if (asksWhich(parent.condition, error.text, semantics)) return true;
    } else if (parent.kind === "expression_case" && !contains(parent.value, node)) {
      const isOfError =
        parent.parent?.kind === "expression_switch_statement" &&
        parent.parent.value?.text === error.text;
      if (isOfError || asksWhich(parent.value, error.text, semantics)) return true;
    }
  }
  return false;
}

/** Returns true if a condition holds for an error that is a certain one. */
function asksWhich(condition: GoNode, name: string, semantics: SemanticModel): boolean {
  if (condition.kind === "identifier") {
    const isComparedWithNil = condition.parent?.text.endsWith(" nil") ?? false;
    return (
      condition.text === name &&
      !isComparedWithNil &&
      holdsIfSame(condition, semantics) === true
    );
  }
  return condition.namedChildren.some((child) => asksWhich(child, name, semantics));
}
