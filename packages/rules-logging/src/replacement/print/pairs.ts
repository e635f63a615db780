import { lineIndentAt, type GoNode } from "@gopherwood/core";
import type { Pair } from "../parse/fields.ts";
import { topLevelDeclarationOf } from "../text.ts";
import { compactExpression } from "./compact-expression.ts";

/**
 * Returns the arguments of a call that ends with pairs, as gofmt lays them out: pairs that
 * had a line of their own keep it.
 *
 * @param before The arguments before the pairs.
 * @param indent The indentation of the line on which the call starts.
 */
export function printPairs(before: string, pairs: readonly Pair[], indent: string): string {
  let text = before;
  let isOnLines = false;
  for (const { key, value, ownLine } of pairs) {
    const separator = text === "" ? "" : ",";
    isOnLines ||= ownLine;
    if (ownLine) text += `${separator}\n${indent}\t`;
    else text += separator && `${separator} `;
    text += `${key}, ${printValue(value, `${indent}\t`, isOnLines)}`;
  }
  return isOnLines ? `${text},\n${indent}` : text;
}

/** Returns a value; one of several lines is indented for the line on which it now stands. */
function printValue(value: GoNode, indent: string, isOnLines: boolean): string {
  const text = compactExpression(value);
  if (!isOnLines || !text.includes("\n") || text.includes("`")) return text;
  const declaration = topLevelDeclarationOf(value);
  const before = lineIndentAt(declaration.text, value.range[0] - declaration.range[0]);
  return text.replaceAll(/\n([\t ]*)/gu, (all, space: string) =>
    space.startsWith(before) ? `\n${indent}${space.slice(before.length)}` : all,
  );
}
