import { counted, printTree, rangeOfLines, sourceCodeOf } from "gopherwood/printing";
import { readFileSync } from "node:fs";
import type { Answer } from "../pages.ts";
import { RefusedError } from "../errors.ts";
import type { WorkspacePath } from "../workspace.ts";

/** Lines of a file, counted from 1. */
interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** Shows the nodes of a file, or those that touch some of its lines, as `gopherwood ast` does. */
export function syntaxTree({
  path,
  text,
  lines,
}: WorkspacePath & {
  readonly text: string | undefined;
  readonly lines: Lines | undefined;
}): Promise<Answer> {
  const sourceCode = sourceCodeOf(path, text ?? readGo(path));
  const range = lines ? rangeOfLines(sourceCode, lines.line, lines.endLine) : null;
  const tree = printTree(sourceCode, range);
  const blocks = tree === "" ? [] : tree.split("\n");
  const errors = counted(sourceCode.tree.errors.length, "syntax error");
  return Promise.resolve({ blocks, summary: `${counted(blocks.length, "node")}, ${errors}` });
}

function readGo(path: string): string {
  if (!path.endsWith(".go")) throw new RefusedError(`${path} is no Go file.`);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new RefusedError(`${path} cannot be read: ${String(error)}.`);
  }
}
