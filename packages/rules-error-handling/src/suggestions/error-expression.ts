import type { GoFixer, SemanticModel, GoNode } from "@gopherwood/core";
import { isError, itemsOf } from "./errors.ts";

/** Writes an error's expression, and asks for the import that it takes. */
export type ErrorWriter = (fixer: GoFixer) => string;

/**
 * The error to return instead of ending with a message: an error that is given itself, or
 * one made of the text; null if there is none to be made.
 *
 * @param list What a call such as `panic` or `log.Fatal` is given.
 * @param isFormat True for `log.Fatalf` and its like.
 */
export function errorFor(
  list: GoNode,
  isFormat: boolean,
  semantics: SemanticModel,
): ErrorWriter | null {
  const values = itemsOf(list);
  const [value] = values;
  if (!value) return null;
  if (isFormat) return (fixer) => `${fixer.ensureImport("fmt")}.Errorf${list.text}`;
  if (values.length > 1) return null;
  const { text } = value;
  if (isError(semantics.typeOf(value))) return () => text;
  if (value.kind === "call_expression" && value.function.kind === "selector_expression") {
    const { field, operand } = value.function;
    const { text: given } = value.arguments;
    if (field.text === "Error" && isError(semantics.typeOf(operand))) return () => operand.text;
    if (field.text === "Sprintf" && semantics.importOf(operand)?.path === "fmt")
      return (fixer) => `${fixer.ensureImport("fmt")}.Errorf${given}`;
  }
  const type = semantics.typeOf(value);
  return type.kind === "named" && type.importPath === "" && type.name === "string"
    ? (fixer) => `${fixer.ensureImport("errors")}.New(${text})`
    : null;
}
