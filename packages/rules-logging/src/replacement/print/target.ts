import { lineIndentAt, type GoFixer, type GoNode, type GoSourceCode } from "@gopherwood/core";
import type { LoggerExpression, LoggerVariable, Target } from "../targets/target.ts";
import { isAtLineStart } from "../text.ts";

export type Edit = ReturnType<GoFixer["replaceText"]>;

/** A logger as Go code. */
export interface LoggerText {
  /** The logger as it stands before the dot of a call. */
  readonly receiver: string;
  /** The logger as a value. */
  readonly value: string;
  /** The edit that declares its variable, or null. */
  readonly declaration: Edit | null;
}

/** Returns the logger of a target for the node that asked for it. */
export function printTarget(
  { logger }: Target,
  node: GoNode,
  fixer: GoFixer,
  sourceCode: GoSourceCode,
): LoggerText {
  switch (logger.kind) {
    case "slog": {
      const receiver = fixer.ensureImport("log/slog");
      return { receiver, value: `${receiver}.Default()`, declaration: null };
    }
    case "variable":
      return { receiver: logger.name, value: logger.name, declaration: null };
    case "expression": {
      const text = printExpression(logger.expression, fixer);
      const { variable } = logger;
      // A variable that has the value already was not used: its name is hidden.
      if (!variable || isDeclaredBetween(variable.before, node, text)) {
        return { receiver: text, value: text, declaration: null };
      }
      const declaration = printDeclaration(variable, text, fixer, sourceCode);
      return { receiver: variable.name, value: variable.name, declaration };
    }
  }
}

function printExpression({ text, importPath }: LoggerExpression, fixer: GoFixer): string {
  return importPath === null
    ? text
    : text.replace(/^\w+(?=\.)/u, () => fixer.ensureImport(importPath));
}

function printDeclaration(
  { name, before }: LoggerVariable,
  value: string,
  fixer: GoFixer,
  sourceCode: GoSourceCode,
): Edit {
  const offset = offsetBefore(before, sourceCode);
  const indent = lineIndentAt(sourceCode.text, before.range[0]);
  return fixer.insertTextBeforeRange([offset, offset], `${name} := ${value}\n${indent}`);
}

/** Returns true if a variable is declared with a value between a statement and a node. */
function isDeclaredBetween(from: GoNode, node: GoNode, value: string): boolean {
  const statements = from.parent?.namedChildren ?? [];
  return statements.some(
    (statement) =>
      statement.kind === "short_var_declaration" &&
      statement.right.text === value &&
      from.range[0] <= statement.range[0] &&
      statement.range[1] <= node.range[0],
  );
}

/** Returns the offset before a statement and the comments that belong to it. */
function offsetBefore(statement: GoNode, { comments, text }: GoSourceCode): number {
  let first: GoNode = statement;
  for (const comment of comments.toReversed()) {
    if (comment.loc.end.line + 1 === first.loc.start.line && isAtLineStart(comment, text)) {
      first = comment;
    }
  }
  return first.range[0];
}
