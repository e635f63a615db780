import {
  childrenOf,
  enclosingFunction,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { discardedResultOf } from "../calls/discarded-result.ts";
import { makesError } from "../calls/error-makers.ts";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";
import { isInspection } from "./inspections.ts";
import { returnedErrorOf } from "./returned-error.ts";

/** The values that a function returns beside an error. */
const ZERO = /^(?:nil|false|0|0\.0|""|``|[\w.]+\{\})$/u;

/** Returns what a branch that does not name its error does about it; null for nothing. */
export function approachOf(
  body: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): string | null {
  if (tree.nodesOfKind(["goto_statement"], body).length > 0) return "returns";
  const returns = tree.nodesOfKind(["return_statement"], body);
  if (returns.some((statement) => !returnsNoError(statement, semantics))) return "returns";
  const calls = tree.nodesOfKind(["call_expression"], body);
  if (
    calls.some((call) => !isInspection(call, semantics) && !isDiscardedError(call, semantics))
  )
    return "calls";
  const fallbacks = ["assignment_statement", "inc_statement", "send_statement"] as const;
  const changes = tree
    .nodesOfKind(fallbacks, body)
    .filter((node) => node.kind !== "assignment_statement" || !isBlank(node.left));
  return changes.length > 0 || returns.some(returnsFallback) ? "falls back" : null;
}

/** Returns true for a `return` of nil from a function that could return the error. */
function returnsNoError(statement: GoNode, semantics: SemanticModel): boolean {
  const around = enclosingFunction(statement);
  if (!around || !isErrorTypeName(resultTypesOf(around).at(-1), semantics)) return false;
  return returnedErrorOf(statement, semantics)?.node.kind === "nil";
}

/** Returns true for a `return` of a value that says something beside nil. */
function returnsFallback({ namedChildren: [list] }: GoNode): boolean {
  return list !== undefined && childrenOf(list).some(({ text }) => !ZERO.test(text));
}

function isDiscardedError(call: CallExpressionNode, semantics: SemanticModel): boolean {
  return makesError(call, semantics) && discardedResultOf(call) !== null;
}

function isBlank(targets: GoNode): boolean {
  return childrenOf(targets).every(({ text }) => text === "_");
}
