import type { GoSourceCode } from "@gopherwood/core";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError, type Io } from "../io.ts";
import { printTree } from "./print-tree.ts";
import { rangeOfLines, sourceCodeOf } from "./source-code.ts";

const USAGE = `Usage: gopherwood ast <file>[:line[:column]]

Prints the syntax tree of a Go file as rules see it, or the part of it that stands in a line or
at a place, with:

- the kind of each node, before it the field of its parent that it is in;
- of a name, what it means;
- of an expression or a type, its type, or why that is not known.

Lines and columns count from 1, columns in UTF-16 units, as in the output of a run.
`;

/**
 * Prints the syntax tree of a Go file.
 *
 * @param args The file, with a line and a column after colons.
 * @returns The exit code.
 * @throws {UsageError} If the file cannot be read or has no such place.
 */
export function ast(args: readonly string[], { cwd, stdout }: Io): number {
  if (args.includes("--help") || args.includes("-h")) {
    stdout.write(USAGE);
    return 0;
  }
  const [argument, ...others] = args;
  if (argument === undefined || others.length > 0) {
    throw new UsageError(
      "It takes one file: gopherwood ast <file>[:line[:column]]. " +
        "To lint a directory named ast, write ./ast.",
    );
  }
  const [, file = argument, line, column] = /^(.+?):(\d+)(?::(\d+))?$/u.exec(argument) ?? [];
  const sourceCode = readSourceCode(resolve(cwd, file), file);
  const range = line === undefined ? null : rangeOf(sourceCode, file, line, column);
  stdout.write(`${printTree(sourceCode, range)}\n`);
  return 0;
}

function readSourceCode(path: string, name: string): GoSourceCode {
  let body: string;
  try {
    body = readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} cannot be read: ${why}.`);
  }
  return sourceCodeOf(path, body);
}

/** Returns the offsets of a line without its indentation, or of a character in it. */
function rangeOf(
  sourceCode: GoSourceCode,
  file: string,
  line: string,
  column: string | undefined,
): readonly [start: number, end: number] {
  const { lines, tree } = sourceCode;
  const text = lines[Number(line) - 1];
  if (text === undefined) {
    throw new UsageError(`${file} has ${lines.length} lines, and no line ${line}.`);
  }
  if (column === undefined) return rangeOfLines(sourceCode, Number(line));
  if (Number(column) < 1 || Number(column) > text.length + 1) {
    throw new UsageError(
      `Line ${line} of ${file} has ${text.length} characters, and no column ${column}.`,
    );
  }
  const at = tree.offsetOf({ line: Number(line), column: Number(column) });
  return [at, at + 1];
}
