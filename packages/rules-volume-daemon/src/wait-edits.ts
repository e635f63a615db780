import {
  argumentsOf,
  childrenOf,
  lineIndentAt,
  statementsOf,
  type CallExpressionNode,
  type FixFunction,
  type GoFixer,
  type GoNode,
} from "@gopherwood/core";
import { waitCall } from "./operations.ts";

/** Returns the client and the context of a call on the daemon's client, as they are written. */
function partsOf(call: CallExpressionNode): { client: string; context: string } | null {
  const { function: selector } = call;
  const [context] = argumentsOf(call);
  return selector.kind === "selector_expression" && context
    ? { client: selector.operand.text, context: context.text }
    : null;
}

/** Returns the wait as Go, with the package `time` imported if it has a unit of time. */
export function waitText(
  fixer: GoFixer,
  wait: string,
  parts: { client: string; context: string; operation: string },
): string {
  if (!/\btime\./u.test(wait)) return waitCall(wait, parts);
  const time = fixer.ensureImport("time");
  return waitCall(wait.replace(/\btime\./gu, `${time}.`), parts);
}

/** Returns a fix that waits after the check of `operation, err := ...`; null without one. */
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
  const [left] = childrenOf(check.condition);
  if (check.condition.text !== `${left?.text} != nil` || left?.kind !== "identifier")
    return null;
  if (!neverCompletes(check.consequence)) return null;
  return (fixer) => {
    const waiting = waitText(fixer, wait, { ...parts, operation: operation.text });
    const line = `if _, ${left.text} := ${waiting}; ${left.text} != nil ${check.consequence.text}`;
    return fixer.insertTextAfter(check, lineBreakAt(check, text) + line);
  };
}

/** Returns a fix that waits in the `else` of `if _, err := ...; err != nil`; null for others. */
export function waitInElse(call: CallExpressionNode, wait: string): FixFunction | null {
  const parts = partsOf(call);
  const statement = call.parent?.parent;
  const check = statement?.parent;
  if (!parts || statement?.kind !== "short_var_declaration" || check?.kind !== "if_statement") {
    return null;
  }
  const [blank, error] = childrenOf(statement.left);
  if (check.initializer !== statement || check.alternative || !blank || !error) return null;
  if (blank.text !== "_" || check.condition.text !== `${error.text} != nil`) return null;
  const operation = /\boperation\b/u.test(`${call.text} ${check.consequence.text}`)
    ? "volumeOperation"
    : "operation";
  return (fixer) => {
    const waiting = waitText(fixer, wait, { ...parts, operation });
    const block = check.consequence.text;
    return [
      fixer.replaceText(blank, operation),
      fixer.insertTextAfter(
        check,
        ` else if _, ${error.text} := ${waiting}; ${error.text} != nil ${block}`,
      ),
    ];
  };
}

/** Returns true for a block whose end is not reached: it returns, jumps or exits. */
export function neverCompletes(block: GoNode): boolean {
  const last = statementsOf(block).at(-1);
  if (last?.kind === "expression_statement") {
    return /^(?:panic|os\.Exit|log\.Fatal\w*)\(/u.test(last.text);
  }
  return /^(?:return|continue|break|goto)_statement$/u.test(last?.kind ?? "");
}

/** Returns the statement after another, without comments. */
export function statementAfter(statement: GoNode): GoNode | undefined {
  const { parent } = statement;
  if (parent?.kind !== "statement_list") return undefined;
  const statements = childrenOf(parent);
  return statements[statements.indexOf(statement) + 1];
}

/** Returns a line break and the indent of a statement's line. */
export function lineBreakAt({ range: [start] }: GoNode, text: string): string {
  return `
${lineIndentAt(text, start)}`;
}
