import { SyntaxTree, type GoNode } from "@gopherwood/core";
import { counted, oneLine } from "gopherwood/printing";
import { readFileSync } from "node:fs";
import type { Answer } from "../pages.ts";
import { RefusedError } from "../refused.ts";
import type { WorkspacePath } from "../workspace.ts";

const LONGEST_TEXT = 60;

/** Lines of a file, counted from 1. */
interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** Shows the nodes of a file, or those that touch some of its lines, each below its parent. */
export function syntaxTree({
  path,
  text,
  lines,
}: WorkspacePath & {
  readonly text: string | undefined;
  readonly lines: Lines | undefined;
}): Promise<Answer> {
  const tree = SyntaxTree.parse((text ?? readGo(path)).replace(/^\uFEFF/u, ""));
  const blocks = [...linesOf(tree.root, lines, 0)];
  const summary = `${counted(blocks.length, "node")}, ${counted(tree.errors.length, "syntax error")}`;
  return Promise.resolve({ blocks, summary });
}

function readGo(path: string): string {
  if (!path.endsWith(".go")) throw new RefusedError(`${path} is no Go file.`);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new RefusedError(`${path} cannot be read: ${String(error)}.`);
  }
}

function* linesOf(node: GoNode, lines: Lines | undefined, depth: number): Generator<string> {
  const { start, end } = node.loc;
  if (lines && (end.line < lines.line || start.line > lines.endLine)) return;
  const children = node.namedChildren;
  const text = children.length === 0 ? ` \`${shortened(oneLine(node.text))}\`` : "";
  const kind = node.isMissing ? `MISSING ${node.kind}` : node.kind;
  yield `${"  ".repeat(depth)}${kind}${text} ${start.line}:${start.column}`;
  for (const child of children) yield* linesOf(child, lines, depth + 1);
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text;
}
