import {
  enclosingFunction,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";
import type { ExpressionWriter } from "./error-expression.ts";
import { refused, type Proposal } from "./proposal.ts";

/**
 * Returns the start of the statement that returns an error from the function around a node,
 * with zero values before the error: `return nil, `. Null if the function returns no error,
 * or a value whose zero value cannot be written down.
 */
export function errorReturnStart(node: GoNode, semantics: SemanticModel): string | null {
  const around = enclosingFunction(node);
  const types = around ? resultTypesOf(around) : [];
  if (!isErrorTypeName(types.pop(), semantics)) return null;
  const values = types.map((type) => zeroOf(type, semantics));
  return values.includes(null)
    ? null
    : `return ${values.map((value) => `${value}, `).join("")}`;
}

/**
 * Proposes to return an error instead of a call that never returns.
 *
 * @param error Null if the call has neither an error nor a message.
 * @param importPath Of the package of a function that is called.
 */
export function proposeErrorReturn(
  call: CallExpressionNode,
  error: ExpressionWriter | null,
  semantics: SemanticModel,
  importPath: string | null = null,
): Proposal {
  const { parent } = call;
  if (parent?.kind !== "expression_statement") return refused("it is no statement of its own");
  const start = errorReturnStart(call, semantics);
  if (start === null) return refused("the function around returns no error");
  if (error === null) return refused("there is neither an error nor a message to return");
  return {
    kind: "edit",
    fix(fixer) {
      if (importPath !== null) fixer.dropImportIfUnused(importPath);
      return fixer.replaceText(parent, start + error(fixer));
    },
  };
}

function zeroOf(type: GoNode, semantics: SemanticModel): string | null {
  switch (type.kind) {
    case "pointer_type":
    case "slice_type":
    case "map_type":
    case "channel_type":
    case "function_type":
    case "interface_type":
      return "nil";
    case "type_identifier":
      return semantics.resolve(type)?.isUniverse === true ? zeroOfUniverse(type.text) : null;
    default:
      return null;
  }
}

function zeroOfUniverse(name: string): string | null {
  if (name === "string") return '""';
  if (name === "bool") return "false";
  if (name === "error" || name === "any") return "nil";
  return /^(?:u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128)|byte|rune)$/u.test(name)
    ? "0"
    : null;
}
