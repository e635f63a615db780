import {
  childrenOf,
  enclosingFunction,
  isErrorType,
  refersTo,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";
import { isNilAt } from "./nil-guard.ts";
import { returnedErrorOf } from "./returned-error.ts";

/** Values that a function without an error returns if it fails. */
const FAILURE = /^(?:nil|false|-1|0|""|``)$/u;

/**
 * Returns true for a statement of a branch that returns because something failed: with an
 * error, in a branch for one, or with a value that says so.
 */
export function isBeforeFailure(statement: GoNode, semantics: SemanticModel): boolean {
  const list = statement.parent;
  if (list?.kind !== "statement_list") return false;
  const last = childrenOf(list).at(-1);
  const around = enclosingFunction(statement);
  if (last?.kind !== "return_statement" || around === null || list.parent === around.body)
    return false;
  const returned = returnedErrorOf(last, semantics);
  const isError = (value: GoNode) =>
    value.kind === "identifier" && isErrorType(semantics.typeOf(value));
  const branch = isNilAt(statement, around.range[0], isError);
  if (isErrorTypeName(resultTypesOf(around).at(-1), semantics)) {
    if (!returned || returned.node.kind === "nil") return false;
    const { variable } = returned;
    const isNil = variable
      ? isNilAt(last, 0, (value) => refersTo(value, variable, semantics))
      : false;
    return isNil !== true;
  }
  if (branch !== null) return !branch;
  return returned !== null && FAILURE.test(returned.node.text);
}
