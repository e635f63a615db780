import {
  enclosingFunction,
  isOnlyUse,
  type CallExpressionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";
import type { ErrorExpression } from "./error-expression.ts";
import { refused, type Proposal, type Refusal } from "./proposal.ts";

/** The start of a statement that returns an error, with zero values: `return nil, `. */
export interface ReturnStart {
  readonly kind: "start";
  readonly text: string;
}

/**
 * Returns the start of the statement that returns an error from the function around a node.
 * Refuses if the function returns no error, or a value whose zero value is not known.
 */
export function errorReturnStart(
  node: GoNode,
  semantics: SemanticModel,
): ReturnStart | Refusal {
  const around = enclosingFunction(node);
  const types = around ? resultTypesOf(around) : [];
  if (!isErrorTypeName(types.pop(), semantics))
    return refused("the function around returns no error");
  const values = types.map((type) => zeroOf(type, semantics));
  if (values.includes(null)) return refused("the zero value of a result is not known");
  return { kind: "start", text: `return ${values.map((value) => `${value}, `).join("")}` };
}

/**
 * Proposes to return an error instead of a call that never returns.
 *
 * @param error Null if the call has neither an error nor a message.
 */
export function proposeErrorReturn(
  call: CallExpressionNode,
  error: ErrorExpression | null,
  semantics: SemanticModel,
  sourceCode: GoSourceCode,
): Proposal {
  const { parent } = call;
  if (parent?.kind !== "expression_statement") return refused("it is no statement of its own");
  const start = errorReturnStart(call, semantics);
  if (start.kind === "refused") return start;
  if (error === null) return refused("there is neither an error nor a message to return");
  if (parent.parent?.namedChildren.at(-1) !== parent) return refused("code follows it");
  const dropped = sourceCode.tree
    .nodesOfKind(["identifier"], call)
    .filter((name) => !error.keeps(name));
  if (dropped.some((name) => isOnlyUse(name, semantics, sourceCode)))
    return refused("a variable would be left unused");
  return {
    kind: "edit",
    fix(fixer) {
      for (const name of dropped) {
        const goImport = semantics.importOf(name);
        if (goImport) fixer.dropImportIfUnused(goImport.path);
      }
      return fixer.replaceText(parent, start.text + error.write(fixer));
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
