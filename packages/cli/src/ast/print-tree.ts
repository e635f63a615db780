import { childrenInFields, type GoNode, type GoSourceCode } from "@gopherwood/core";
import { printable } from "../text.ts";
import { meaningOf, typeTextOf } from "./describe-node.ts";

/** Texts of nodes are cut after so many characters. */
const MAX_TEXT = 60;

/**
 * Returns the nodes of a file, one a line, each below its parent.
 *
 * @param range The offsets of the part to print, in UTF-16 units; null for the whole file.
 */
export function printTree(
  sourceCode: GoSourceCode,
  range: readonly [start: number, end: number] | null,
): string {
  const lines: string[] = [];
  const print = (node: GoNode, field: string | null, depth: number): void => {
    if (range && !overlap(node.range, range)) return;
    const name = field === null ? "" : `${field}: `;
    lines.push(`${"  ".repeat(depth)}${name}${describe(node, sourceCode)}`);
    for (const child of childrenInFields(node)) print(child.node, child.field, depth + 1);
  };
  print(sourceCode.ast, null, 0);
  return lines.join("\n");
}

/** Returns true for ranges with a character in common; one without characters is in another. */
function overlap(
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): boolean {
  return start < Math.max(to, from + 1) && Math.max(end, start + 1) > from;
}

function describe(node: GoNode, sourceCode: GoSourceCode): string {
  const { start } = node.loc;
  const kind = node.isMissing ? `MISSING ${node.kind}` : node.kind;
  const isLeaf = childrenInFields(node).length === 0;
  // The kind of a token is its text.
  const text = isLeaf && (node.kind as string) !== node.text ? ` ${shortText(node)}` : "";
  const meaning = meaningOf(node, sourceCode);
  const type = typeTextOf(node, sourceCode);
  return [
    `${kind}${text}  ${start.line}:${start.column}`,
    ...(meaning === null ? [] : [printable(meaning)]),
    ...(type === null ? [] : [printable(`type: ${type}`)]),
  ].join("  ");
}

function shortText({ text }: GoNode): string {
  const [line = ""] = text.split("\n", 1);
  const shown = printable(line.slice(0, MAX_TEXT));
  return `\`${shown}${line === text && line.length <= MAX_TEXT ? "" : "..."}\``;
}
