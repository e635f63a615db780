import { calleeOf, unquote, type SemanticModel, type GoNode } from "@gopherwood/core";
import { refuse, type Refusal } from "../refusal.ts";

/** The message of a record. */
export type Message =
  /** A string literal, as Go code. */
  | { readonly kind: "literal"; readonly text: string }
  /** An expression of type string. */
  | { readonly kind: "expression"; readonly node: GoNode }
  /** Arguments that a function of `fmt` makes a string of. */
  | {
      readonly kind: "formatted";
      readonly function: "Sprint" | "Sprintf" | "Sprintln";
      /** The arguments as they are written, with their lines and comments. */
      readonly values: string;
      /** The argument, if it is one alone. */
      readonly only: GoNode | null;
    };

/** The end of a function's name, by which it makes a message of its arguments: `Infof`. */
export type MessageForm = "" | "f" | "ln";

/**
 * Parses the arguments that logrus, log and fmt make a message of.
 *
 * @param text The same arguments as they are written, with their lines and comments.
 * @param endsLine True for a logger that ends lines itself, so that a newline at the end of
 *   the message adds nothing.
 */
export function parseMessage(
  values: readonly GoNode[],
  text: string,
  { form, endsLine }: { readonly form: MessageForm; readonly endsLine: boolean },
  semantics: SemanticModel,
): Message | Refusal {
  const [first] = values;
  if (!first) return { kind: "literal", text: '""' };
  if (form === "f") return parseFormat(first, values.length, text, endsLine);
  const only = values.length === 1 ? first : null;
  if (only && isLiteral(only)) return { kind: "literal", text: literalText(only, endsLine) };
  if (only && isString(only, semantics)) return { kind: "expression", node: only };
  // Only between several values does it matter which of the two makes spaces.
  const isSpaced = form === "ln" && !(only && isOneValue(only, semantics));
  return { kind: "formatted", function: isSpaced ? "Sprintln" : "Sprint", values: text, only };
}

/** Returns false for an argument that may stand for several: `values...`, or a call. */
function isOneValue(node: GoNode, semantics: SemanticModel): boolean {
  if (node.kind === "variadic_argument") return false;
  if (node.kind !== "call_expression") return true;
  const { kind } = semantics.typeOf(node);
  return kind !== "unknown" && kind !== "tuple";
}

function parseFormat(
  format: GoNode,
  count: number,
  all: string,
  endsLine: boolean,
): Message | Refusal {
  const text = literalText(format, endsLine);
  if (isLiteral(format)) {
    const verbs = (unquote(format.text) ?? "").replaceAll("%%", "");
    if (verbs.includes("%w")) return refuse({ code: "wraps-error" });
    const isPlain = !verbs.includes("%") && !/\\(?:x25|045|u0025|U00000025)/u.test(format.text);
    if (count === 1 && isPlain) return { kind: "literal", text: text.replaceAll("%%", "%") };
  }
  const values = all.replace(format.text, () => text);
  return { kind: "formatted", function: "Sprintf", values, only: null };
}

/** Returns an expression as it is written; a literal without the newline at its end if asked. */
function literalText(node: GoNode, withoutNewline: boolean): string {
  return withoutNewline && isLiteral(node)
    ? node.text.replace(/(?<=(?<!\\)(?:\\\\)*)\\n"$/u, '"')
    : node.text;
}

function isLiteral({ kind }: GoNode): boolean {
  return kind === "interpreted_string_literal" || kind === "raw_string_literal";
}

/** Returns true for an expression of type string, or an untyped constant of it. */
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
