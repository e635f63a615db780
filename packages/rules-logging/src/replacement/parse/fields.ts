import { childrenOf, type SemanticModel, type GoNode } from "@gopherwood/core";
import { constantString } from "../../records/constant-string.ts";
import { refuse, type Refusal } from "../refusal.ts";
import { isLogrus } from "./logger-packages.ts";

/** A key and a value of a record. */
export interface Pair {
  /** The key as Go code, as slog takes it. */
  readonly key: string;
  readonly value: GoNode;
  /** The key itself, where the file says what it is: two spellings of one key are one. */
  readonly name: string;
  /** True if it stands on a line of its own, as in a literal of several lines. */
  readonly ownLine: boolean;
}

/** Returns the pair of one of the keys that logrus has for itself. */
export function ownPair(name: "error" | "time", value: GoNode): Pair {
  return { key: `"${name}"`, value, name, ownLine: false };
}

/** Returns the pair of a key and a value that stand on no line of their own. */
export function pairOf(key: GoNode, value: GoNode, semantics: SemanticModel): Pair {
  if (isErrorKey(key, semantics)) return ownPair("error", value);
  const name = constantString(key, semantics) ?? key.text;
  return { key: key.text, value, name, ownLine: false };
}

/** Returns true for `logrus.ErrorKey`, which is `"error"` unless somebody sets it. */
function isErrorKey(key: GoNode, semantics: SemanticModel): boolean {
  const expression = key.kind === "literal_element" ? (key.namedChildren[0] ?? key) : key;
  return (
    expression.kind === "selector_expression" &&
    expression.field.text === "ErrorKey" &&
    isLogrus(semantics.importOf(expression.operand)?.path ?? "")
  );
}

/** Returns the pairs of a literal of logrus' fields; null for an expression that is none. */
export function parseFields(
  fields: GoNode,
  semantics: SemanticModel,
): readonly Pair[] | Refusal | null {
  if (fields.kind !== "composite_literal") return null;
  const { type, body } = fields;
  const isFields =
    type.kind === "qualified_type" &&
    type.name.text === "Fields" &&
    isLogrus(semantics.importOf(type.package)?.path ?? "");
  const isMap = type.kind === "map_type" && type.key.text === "string";
  if (!isFields && !isMap) return refuse({ code: "fields-of-own-type", name: type.text });
  const pairs: Pair[] = [];
  for (const element of childrenOf(body)) {
    if (element.kind !== "keyed_element") return refuse({ code: "fields-without-keys" });
    const [value] = element.value.namedChildren;
    if (!value) return refuse({ code: "field-without-value" });
    const ownLine = element.key.loc.start.line !== body.loc.start.line;
    pairs.push({ ...pairOf(element.key, value, semantics), ownLine });
  }
  return pairs;
}
