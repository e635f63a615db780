import type { CallExpressionNode, FixFunction, GoFixer, GoNode } from "@gopherwood/core";
import { waitCall } from "./operations.ts";

/** The client and the context of a call of the daemon's client, as they are written. */
function partsOf(call: CallExpressionNode): { client: string; context: string } | null {
  const { function: selector } = call;
  const [context] = call.arguments.namedChildren;
  return selector.kind === "selector_expression" && context
    ? { client: selector.operand.text, context: context.text }
    : null;
}

/** The wait as the file writes it: a unit of time needs its package. */
export function waitText(
  fixer: GoFixer,
  wait: string,
  parts: { client: string; context: string; operation: string },
): string {
  if (!/\btime\./u.test(wait)) return waitCall(wait, parts);
  const time = fixer.ensureImport("time");
  return waitCall(wait.replace(/\btime\./gu, `${time}.`), parts);
}

/** Waits after the check of the error: `operation, err := ...` and `if err != nil`. */
export function waitAfter(
  call: CallExpressionNode,
  operation: GoNode,
  wait: string,
  text: string,
): FixFunction | null {
  const parts = partsOf(call);
  const statement = call.parent?.parent;
  const check = statement && statementAfter(statement);
  if (!parts || check?.kind !== "if_statement" || check.alternative || check.initializer) {
    return null;
  }
  const [left] = check.condition.namedChildren;
  if (check.condition.text !== `${left?.text} != nil` || left?.kind !== "identifier")
    return null;
  if (!isLeft(check.consequence)) return null;
  return (fixer) => {
    const waiting = waitText(fixer, wait, { ...parts, operation: operation.text });
    const line = `if _, ${left.text} := ${waiting}; ${left.text} != nil ${check.consequence.text}`;
    return fixer.insertTextAfter(check, lineBreakAt(check, text) + line);
  };
}

/** Waits in the `else` of the check: `if _, err := ...; err != nil { ... }`. */
export function waitInElse(call: CallExpressionNode, wait: string): FixFunction | null {
  const parts = partsOf(call);
  const statement = call.parent?.parent;
  const check = statement?.parent;
  if (!parts || statement?.kind !== "short_var_declaration" || check?.kind !== "if_statement") {
    return null;
  }
  const [dropped, error] = statement.left.namedChildren;
  if (check.initializer !== statement || check.alternative || !dropped || !error) return null;
  if (dropped.text !== "_" || check.condition.text !== `${error.text} != nil`) return null;
  const operation = /\boperation\b/u.test(`${call.text} ${check.consequence.text}`)
    ? "volumeOperation"
    : "operation";
  return (fixer) => {
    const waiting = waitText(fixer, wait, { ...parts, operation });
    const block = check.consequence.text;
    return [
      fixer.replaceText(dropped, operation),
      fixer.insertTextAfter(
        check,
        ` else if _, ${error.text} := ${waiting}; ${error.text} != nil ${block}`,
      ),
    ];
  };
}

/** True for a block that nothing after it goes on after. */
export function isLeft(block: GoNode): boolean {
  const list = block.namedChildren.find(({ kind }) => kind === "statement_list");
  const last = list?.namedChildren.findLast(({ kind }) => kind !== "comment");
  if (last?.kind === "expression_statement") {
    return /^(?:panic|os\.Exit|log\.Fatal\w*)\(/u.test(last.text);
  }
  return /^(?:return|continue|break|goto)_statement$/u.test(last?.kind ?? "");
}

/** The statement after another, comments apart. */
export function statementAfter(statement: GoNode): GoNode | undefined {
  const statements = statement.parent?.namedChildren.filter(({ kind }) => kind !== "comment");
  return statement.parent?.kind === "statement_list"
    ? statements?.[statements.indexOf(statement) + 1]
    : undefined;
}

/** The line break and the indentation of a statement's line. */
export function lineBreakAt(statement: GoNode, text: string): string {
  const [start] = statement.range;
  const [indent = ""] =
    /^[ \t]*/u.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1)) ?? [];
  return `\n${indent}`;
}
