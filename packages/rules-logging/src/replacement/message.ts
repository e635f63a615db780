import {
  calleeOf,
  unquote,
  type CallExpressionNode,
  type GoNames,
  type GoNode,
} from "@gopherwood/core";
import { argumentsOf } from "./arguments.ts";
import { compactText } from "./compact.ts";

/** How a call makes its message of its arguments. */
export type Form = "" | "f" | "ln";

/** Gives the name to write before the dot for a package. */
export type ImportName = (path: string) => string;

/**
 * The Go expression of a message.
 *
 * @param isAlone True for the only argument of a call.
 */
export type Message = (importName: ImportName, isAlone: boolean) => string;

/** The message of a call as one string, as logrus and log put it together; or why not. */
export function messageOf(
  call: CallExpressionNode,
  form: Form,
  names: GoNames,
): Message | string {
  const values = argumentsOf(call);
  const [first] = values;
  if (!first) return () => '""';
  // With its lines and comments.
  const all = call.arguments.text.slice(1, -1);
  if (form === "f") return formatted(first, values.length, all);
  const message = (isAlone: boolean) =>
    isAlone || values.length > 1 ? all : compactText(first);
  if (values.length === 1 && isString(first, names)) {
    return (_, isAlone) => (isAlone ? first.text : compactText(first));
  }
  // A call of several results may stand for several arguments.
  if (form === "")
    return (importName, isAlone) => `${importName("fmt")}.Sprint(${message(isAlone)})`;
  return (importName) =>
    `${importName("strings")}.TrimSuffix(${importName("fmt")}.Sprintln(${all}), "\\n")`;
}

function formatted(format: GoNode, count: number, all: string): Message | string {
  if (isLiteral(format)) {
    const value = unquote(format.text) ?? "";
    const verbs = value.replaceAll("%%", "");
    if (verbs.includes("%w")) return "its format wraps an error with %w";
    if (count === 1 && !verbs.includes("%") && !format.text.includes("\\x25")) {
      return () => format.text.replaceAll("%%", "%");
    }
  }
  return (importName) => `${importName("fmt")}.Sprintf(${all})`;
}

function isLiteral({ kind }: GoNode): boolean {
  return kind === "interpreted_string_literal" || kind === "raw_string_literal";
}

/** True for an expression of type string, or an untyped constant of it. */
function isString(node: GoNode, names: GoNames): boolean {
  if (isLiteral(node)) return true;
  if (node.kind === "variadic_argument") return false;
  if (node.kind === "binary_expression") {
    return (
      node.operator.text === "+" && isString(node.left, names) && isString(node.right, names)
    );
  }
  if (node.kind === "call_expression") {
    const callee = calleeOf(node, names);
    const isSprint = /^Sprint(?:f|ln)?$/u.test(callee.name);
    if (callee.kind === "function" && callee.importPath === "fmt") return isSprint;
  }
  const type = names.typeOf(node);
  return type.kind === "named" && type.importPath === "" && type.name === "string";
}
