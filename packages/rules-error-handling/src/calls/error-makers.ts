import {
  argumentsOf,
  calledName,
  calleeOf,
  isErrorType,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions and packages that make errors, by the custom of their names. */
const NAME = /Errorf?$|^(?:New|Err)/u;
const PACKAGE = /(?:^|\/)\w*err(?:or|ors|s)?$/u;

const STRING = /^(?:interpreted|raw)_string_literal$/u;

/** Returns true for a call that makes an error of a message: `flags.Errorf("no %s", name)`. */
export function makesError(call: CallExpressionNode, semantics: SemanticModel): boolean {
  if (!argumentsOf(call).some(({ kind }) => STRING.test(kind))) return false;
  const callee = calleeOf(call, semantics);
  const isNamedSo =
    NAME.test(calledName(call)) ||
    (callee.kind === "function" && PACKAGE.test(callee.importPath));
  return isNamedSo && isErrorType(semantics.typeOf(call));
}
