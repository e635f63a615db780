import {
  enclosingFunction,
  withoutParentheses,
  type DeclaredSymbol,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { isErrorTypeName } from "../calls/error-result.ts";

/** The error that a return statement returns. */
export interface ReturnedError {
  /** The expression; of a `return` without values, the statement. */
  readonly node: GoNode;
  /** The local variable that it is, or null. */
  readonly variable: DeclaredSymbol | null;
}

/** Returns the last value of a return statement, if it is spelt out or a named error. */
export function returnedErrorOf(
  statement: GoNode,
  semantics: SemanticModel,
): ReturnedError | null {
  const last = statement.namedChildren[0]?.namedChildren.at(-1);
  if (last) {
    const node = withoutParentheses(last);
    const symbol = node.kind === "identifier" ? semantics.resolve(node) : null;
    const isLocal = symbol !== null && !symbol.isUniverse && !symbol.packageLevel;
    return { node, variable: isLocal ? symbol : null };
  }
  const around = enclosingFunction(statement);
  const variable = around && namedErrorOf(around, semantics);
  return variable && { node: statement, variable };
}

/** Returns the named result that is a function's error, or null. */
export function namedErrorOf(
  { result }: FunctionNode,
  semantics: SemanticModel,
): DeclaredSymbol | null {
  const last =
    result?.kind === "parameter_list"
      ? result.namedChildren.findLast(({ kind }) => kind === "parameter_declaration")
      : null;
  if (last?.kind !== "parameter_declaration" || !isErrorTypeName(last.type, semantics))
    return null;
  const name = last.name.at(-1);
  const symbol = name ? semantics.resolve(name) : null;
  return symbol === null || symbol.isUniverse ? null : symbol;
}
