import { calleeOf, unquote, type SemanticModel, type GoNode } from "@gopherwood/core";
import { compactText } from "./compact.ts";

/** How a call makes its message of its arguments. */
export type Form = "" | "f" | "ln";

/** Gives the name to write before the dot for a package. */
export type ImportName = (path: string) => string;

/** What a call makes its message of. */
export interface Message {
  /**
   * Writes the message as a Go expression.
   *
   * @param isAlone True for the only argument of a call.
   */
  readonly write: (importName: ImportName, isAlone: boolean) => string;
  /** True if it is put together of arguments when the call is come to. */
  readonly isMade: boolean;
}

/**
 * The message of a call as one string, as logrus and log put it together; or why not.
 *
 * @param values The arguments that it is made of.
 * @param all The same as they are written, with their lines and comments.
 * @param endsLine True for a logger to which a newline at the end says nothing.
 */
export function messageOf(
  values: readonly GoNode[],
  all: string,
  form: Form,
  semantics: SemanticModel,
  endsLine: boolean,
): Message | string {
  const [first] = values;
  if (!first) return { write: () => '""', isMade: false };
  if (form === "f") return formatted(first, values.length, all, endsLine);
  if (values.length === 1 && isString(first, semantics)) {
    const write: Message["write"] = (_, isAlone) => {
      const text = isAlone ? first.text : compactText(first);
      return endsLine && isLiteral(first) ? withoutNewline(text) : text;
    };
    return { write, isMade: false };
  }
  // A call of several results may stand for several arguments.
  const write: Message["write"] =
    form === "ln"
      ? (importName) =>
          `${importName("strings")}.TrimSuffix(${importName("fmt")}.Sprintln(${all}), "\\n")`
      : (importName, isAlone) => {
          const inner = isAlone || values.length > 1 ? all : compactText(first);
          return `${importName("fmt")}.Sprint(${inner})`;
        };
  return { write, isMade: true };
}

function formatted(
  format: GoNode,
  count: number,
  all: string,
  endsLine: boolean,
): Message | string {
  const { text } = format;
  const own = endsLine && isLiteral(format) ? withoutNewline(text) : text;
  if (isLiteral(format)) {
    const verbs = (unquote(format.text) ?? "").replaceAll("%%", "");
    if (verbs.includes("%w")) return "its format wraps an error with %w";
    const isPlain = !verbs.includes("%") && !/\\(?:x25|045|u0025|U00000025)/u.test(format.text);
    if (count === 1 && isPlain) {
      return { write: () => own.replaceAll("%%", "%"), isMade: false };
    }
  }
  const values = all.replace(text, () => own);
  return { write: (importName) => `${importName("fmt")}.Sprintf(${values})`, isMade: true };
}

/** A literal without the `\\n` at its end. */
function withoutNewline(literal: string): string {
  return literal.replace(/(?<=(?<!\\)(?:\\\\)*)\\n"$/u, '"');
}

function isLiteral({ kind }: GoNode): boolean {
  return kind === "interpreted_string_literal" || kind === "raw_string_literal";
}

/** True for an expression of type string, or an untyped constant of it. */
function isString(node: GoNode, semantics: SemanticModel): boolean {
  if (isLiteral(node)) return true;
  if (node.kind === "variadic_argument") return false;
  if (node.kind === "binary_expression") {
    return (
      node.operator.text === "+" &&
      isString(node.left, semantics) &&
      isString(node.right, semantics)
    );
  }
  if (node.kind === "call_expression") {
    const callee = calleeOf(node, semantics);
    const isSprint = /^Sprint(?:f|ln)?$/u.test(callee.name);
    if (callee.kind === "function" && callee.importPath === "fmt") return isSprint;
  }
  const type = semantics.typeOf(node);
  return type.kind === "named" && type.importPath === "" && type.name === "string";
}
