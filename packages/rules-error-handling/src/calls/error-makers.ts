import {
  argumentsOf,
  calledName,
  calleeOf,
  isErrorType,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Functions and packages that make errors, by the custom of their names. */
const NAME = /Errorf?$|^Err|^New(?:\w*Err\w*)?$/u;
const PACKAGE = /(?:^|\/)\w*err(?:or|ors|s)?$/u;

const EMPTY = /^(?:""|``)$/u;

/** Returns true for a call that makes an error of a message: `flags.Errorf("no %s", name)`. */
export function makesError(call: CallExpressionNode, semantics: SemanticModel): boolean {
  if (!argumentsOf(call).some(isMessage)) return false;
  const callee = calleeOf(call, semantics);
  const isNamedSo =
    NAME.test(calledName(call)) ||
    (callee.kind === "function" && PACKAGE.test(callee.importPath));
  return isNamedSo && isErrorType(semantics.typeOf(call));
}

function isMessage({ kind, text }: GoNode): boolean {
  return /^(?:interpreted|raw)_string_literal$/u.test(kind) && !EMPTY.test(text);
}
