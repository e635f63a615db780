import {
  argumentsOf,
  contains,
  isErrorType,
  type CallExpressionNode,
  type GoFixer,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { formatVerbsOf } from "../wrapping/format-verbs.ts";

/** Packages that stand for `errors`, with its `New`. */
const ERRORS = /^github\.com\/(?:cockroachdb|pkg)\/errors$/u;

/** The error that is returned instead of a panic or an exit. */
export interface ErrorExpression {
  /** Returns its text, and asks for the import that it needs. */
  readonly write: (fixer: GoFixer) => string;
  /** Returns true for a node of the call that it is made of. */
  readonly keeps: (node: GoNode) => boolean;
}

/**
 * Returns the error that can be returned instead of a panic or an exit: an argument that is
 * one, or an error made of the message; null if there is none.
 *
 * @param call A call such as `panic(err)` or `log.Fatal("no path")`.
 * @param isFormat True for `log.Fatalf` and its like.
 */
export function errorExpression(
  call: CallExpressionNode,
  isFormat: boolean,
  semantics: SemanticModel,
): ErrorExpression | null {
  if (isFormat) return errorfOf(call, semantics);
  const [value, ...others] = argumentsOf(call);
  if (!value || others.length > 0) return null;
  const type = semantics.typeOf(value);
  if (isErrorType(type)) return partOf(value);
  if (value.kind === "call_expression" && value.function.kind === "selector_expression") {
    const { field, operand } = value.function;
    if (field.text === "Error" && isErrorType(semantics.typeOf(operand)))
      return partOf(operand);
    if (field.text === "Sprintf" && semantics.importOf(operand)?.path === "fmt")
      return errorfOf(value, semantics);
  }
  return isString(value, semantics) ? errorNew(value, semantics) : null;
}

/** Returns `errors.New` of a message, by another package of its kind if the file has one. */
function errorNew(message: GoNode, semantics: SemanticModel): ErrorExpression {
  const other = semantics.imports.find(
    ({ name, path }) =>
      ERRORS.test(path) &&
      name !== null &&
      semantics.symbolAt(name, message.range[0])?.kind === "import",
  );
  return {
    write: (fixer) => `${other?.name ?? fixer.ensureImport("errors")}.New(${message.text})`,
    keeps: (node) => contains(message, node),
  };
}

function partOf(value: GoNode): ErrorExpression {
  return { write: () => value.text, keeps: (node) => contains(value, node) };
}

/**
 * Returns `fmt.Errorf` with the arguments of a call, the first of which is a format; an error
 * is wrapped.
 */
function errorfOf(call: CallExpressionNode, semantics: SemanticModel): ErrorExpression | null {
  const [format, ...values] = argumentsOf(call);
  if (!format || !isString(format, semantics)) return null;
  const verbs = formatVerbsOf(format);
  // A message that is no literal may have a '%' in it.
  if (verbs === null && values.length === 0) return null;
  if (values.length === 0 && !format.text.includes("%")) return errorNew(format, semantics);
  const { range, text } = call.arguments;
  const verb = verbs?.find(({ argument, text: written }) => {
    const value = values[argument];
    return /^%\+?[vs]$/u.test(written) && value && isErrorType(semantics.typeOf(value));
  });
  const [start, end] = (verb?.range ?? [range[1], range[1]]).map((at) => at - range[0]);
  const wrapped = verb?.range ? `${text.slice(0, start)}%w${text.slice(end)}` : text;
  return {
    write: (fixer) => `${fixer.ensureImport("fmt")}.Errorf${wrapped}`,
    keeps: (node) => contains(call.arguments, node),
  };
}

function isString(value: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(value);
  return type.kind === "named" && type.importPath === "" && type.name === "string";
}
