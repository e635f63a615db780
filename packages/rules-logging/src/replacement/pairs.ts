import type { SemanticModel, GoNode } from "@gopherwood/core";
import { LOGGERS } from "../loggers/packages.ts";
import { constantString } from "../records/constant-string.ts";
import { compactText } from "./compact.ts";

/** A key, as slog takes it, and its value. */
export interface Pair {
  readonly key: string;
  readonly value: GoNode;
  /** What the key is, where the file says so: two spellings of one key are one. */
  readonly name: string;
  /** True if it stands on a line of its own, as in a literal of several lines. */
  readonly ownLine: boolean;
}

export function isLogrus(importPath: string): boolean {
  return LOGGERS.logrus.paths.includes(importPath);
}

/** True for a package whose functions write records without fields, and for logrus. */
export function isPlainPackage(importPath: string): boolean {
  return isLogrus(importPath) || importPath === "log" || importPath === "fmt";
}

/** A key and a value as a pair that stands on no line of its own. */
export function pairOf(key: GoNode, value: GoNode, semantics: SemanticModel): Pair {
  const text = keyText(key, semantics);
  const name = text === '"error"' ? "error" : (constantString(key, semantics) ?? text);
  return { key: text, value, name, ownLine: false };
}

/** The key as slog takes it: logrus keeps errors under a key of its own. */
function keyText(key: GoNode, semantics: SemanticModel): string {
  const expression = key.kind === "literal_element" ? (key.namedChildren[0] ?? key) : key;
  const isErrorKey =
    expression.kind === "selector_expression" &&
    expression.field.text === "ErrorKey" &&
    isLogrus(semantics.importOf(expression.operand)?.path ?? "");
  return isErrorKey ? '"error"' : key.text;
}

/** The pairs of a literal of logrus' fields, or why there are none; null if it is no literal. */
export function readFields(fields: GoNode, semantics: SemanticModel): Pair[] | string | null {
  if (fields.kind !== "composite_literal") return null;
  const { type, body } = fields;
  const isFields =
    type.kind === "qualified_type" &&
    type.name.text === "Fields" &&
    isLogrus(semantics.importOf(type.package)?.path ?? "");
  const isMap = type.kind === "map_type" && type.key.text === "string";
  if (!isFields && !isMap) return `its fields have a type of their own: '${type.text}'`;
  const ownLine = fields.loc.start.line !== fields.loc.end.line;
  const pairs: Pair[] = [];
  for (const element of body.namedChildren) {
    if (element.kind === "comment") continue;
    if (element.kind !== "keyed_element") return "its fields have no keys";
    const [value] = element.value.namedChildren;
    if (!value) return "a field has no value";
    const own = element.key.loc.start.line !== body.loc.start.line;
    const pair = pairOf(element.key, value, semantics);
    pairs.push({ ...pair, ownLine: ownLine && own });
  }
  return pairs;
}

/**
 * The arguments of a call that ends with pairs, as gofmt lays them out: those with a line
 * of their own keep it.
 *
 * @param before What stands before the pairs.
 * @param indent The indentation of the line on which the call starts.
 */
export function withPairs(before: string, pairs: readonly Pair[], indent: string): string {
  let text = before;
  let isOnLines = false;
  for (const { key, value, ownLine } of pairs) {
    const separator = text === "" ? "" : ",";
    isOnLines ||= ownLine;
    if (ownLine) text += `${separator}\n${indent}\t`;
    else text += separator && `${separator} `;
    text += `${key}, ${indented(value, `${indent}\t`, isOnLines)}`;
  }
  return isOnLines ? `${text},\n${indent}` : text;
}

/** A value of several lines, moved to where it now stands. */
function indented(value: GoNode, indent: string, isOnLines: boolean): string {
  const text = compactText(value);
  if (!isOnLines || !text.includes("\n") || text.includes("`")) return text;
  const was = /^[\t ]*/u.exec(lineAt(value))?.[0] ?? "";
  return text.replaceAll(/\n([\t ]*)/gu, (all, space: string) =>
    space.startsWith(was) ? `\n${indent}${space.slice(was.length)}` : all,
  );
}

/** The line on which a node starts, from its first column. */
function lineAt(node: GoNode): string {
  let root = node;
  while (root.parent) root = root.parent;
  const start = node.range[0] - root.range[0];
  return root.text.slice(root.text.lastIndexOf("\n", start - 1) + 1);
}
