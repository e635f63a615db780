import type { FileProblem } from "@eslint/core";
import type { GoNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

const EXCERPT_LENGTH = 30;

/**
 * Returns the first syntax error of a file as a problem, or null. Later errors are mostly its
 * echo.
 */
export function readSyntaxError(tree: SyntaxTree): FileProblem | null {
  const { root } = tree;
  if (!root.hasError) return null;
  const [first] = tree.errors;
  const node = first ? deepest(first) : root;
  return { ruleId: null, message: `Syntax error: ${describe(node)}.`, loc: node.loc };
}

/** Returns the innermost error in an error node, which may span half a file. */
function deepest(node: GoNode): GoNode {
  let current = node;
  for (;;) {
    const inner = current.namedChildren.find((child) => child.kind === "ERROR");
    if (!inner) return current;
    current = inner;
  }
}

function describe(node: GoNode): string {
  if (node.isMissing) return `missing ${node.kind.replaceAll("_", " ")}`;
  const [line = ""] = node.text.trim().split("\n", 1);
  if (line.includes("\0")) return "a NUL byte in Go source";
  if (line === "") return describeBlank(node.text);
  const isLong = line.length > EXCERPT_LENGTH;
  return `cannot read '${isLong ? `${line.slice(0, EXCERPT_LENGTH)}...` : line.trimEnd()}'`;
}

/** Describes text that shows nothing: the end of a line, or a space that Go does not know. */
function describeBlank(text: string): string {
  const [space] = /[^\t\n\r ]/u.exec(text) ?? [];
  if (space === undefined) return "unexpected end of line";
  const code = space.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `cannot read the character U+${code}`;
}
