import {
  argumentsOf,
  calleeOf,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { constantString } from "./constant-string.ts";

/** The functions of `strings` that take something off a message, as off `fmt.Sprintln`'s line end. */
const TRIM = /^Trim(?:Left|Prefix|Right|Space|Suffix)?$/u;

/** Returns the call of `fmt.Sprint` or its like that makes a message of values, or null. */
export function formatOf(message: GoNode, semantics: SemanticModel): CallExpressionNode | null {
  if (message.kind !== "call_expression") return null;
  const callee = calleeOf(message, semantics);
  if (callee.kind !== "function") return null;
  if (callee.importPath === "fmt") return callee.name.startsWith("Sprint") ? message : null;
  const [text] = argumentsOf(message);
  const isTrim = callee.importPath === "strings" && TRIM.test(callee.name);
  return isTrim && text ? formatOf(text, semantics) : null;
}

/**
 * Returns the constant that a message is, or the one that it is made of values with: the format
 * or first value of a formatting call. Null if it is not known.
 */
export function messageText(message: GoNode, semantics: SemanticModel): string | null {
  const format = formatOf(message, semantics);
  const [text = message] = format ? argumentsOf(format) : [];
  return constantString(text, semantics);
}
