import {
  functionAround,
  isOnlyUse,
  type CallExpressionNode,
  type FixFunction,
  type GoNames,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { contextInScope, valueInScope } from "./in-scope.ts";
import type { DaemonOptions } from "./operations.ts";
import { lineBreakAt, waitText } from "./wait-edits.ts";

export interface ReplacementOptions extends DaemonOptions {
  /**
   * The call on the daemon's client for a method of the storage client, in Go: `ctx` stands
   * for the context, `$1` for the first argument.
   */
  readonly replacements: Readonly<Record<string, string>>;
}

/** A call on the daemon's client in the place of one on the storage client. */
export interface DaemonCall {
  /** The daemon's client, as it is written. */
  readonly client: string;
  readonly fix: FixFunction;
}

/** What comes of a failed call: the name of the error, and what is done. */
interface Failing {
  readonly replaced: GoNode;
  readonly error: string;
  readonly block: string;
  /** What stands behind the checks, if something has to. */
  readonly rest: string;
}

/**
 * The call on the daemon's client and the wait for its operation; the reason why there is
 * none where no client or context is in scope, or more has to be known.
 */
export function daemonCallFor(
  call: CallExpressionNode,
  method: string,
  options: ReplacementOptions,
  { names, sourceCode }: { readonly names: GoNames; readonly sourceCode: GoSourceCode },
): DaemonCall | string {
  const template = Object.hasOwn(options.replacements, method)
    ? options.replacements[method]
    : undefined;
  if (template === undefined) return "the daemon's client has no such method";
  const client = valueInScope(call, options.daemonClients, names, sourceCode);
  if (client === null) return "no client of the daemon is in scope";
  const context = contextInScope(call, names);
  if (context === null) return "no context is in scope";
  const failing = failingReturn(call, sourceCode.text) ?? failingCheck(call);
  if (!failing) return "what to do when the wait fails is not known";

  const { function: selector } = call;
  if (
    selector.kind === "selector_expression" &&
    isOnlyUse(selector.operand, names, sourceCode)
  ) {
    return `'${selector.operand.text}' would be left unused`;
  }

  const values = call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
  const request = template.replace(/\bctx\b|\$(\d)/gu, (_, index?: string) =>
    index === undefined ? context : (values[Number(index) - 1]?.text ?? ""),
  );
  const { replaced, error, block, rest } = failing;
  return {
    client,
    fix(fixer) {
      const parts = { client, context, operation: "operation" };
      const waiting = waitText(fixer, options.wait, parts);
      return fixer.replaceText(
        replaced,
        `if operation, ${error} := ${client}.${request}; ${error} != nil ${block}` +
          ` else if _, ${error} := ${waiting}; ${error} != nil ${block}${rest}`,
      );
    },
  };
}

/** `return client.Method(...)` in a function that returns an error and nothing else. */
function failingReturn(call: CallExpressionNode, text: string): Failing | null {
  const statement = call.parent?.parent;
  if (statement?.kind !== "return_statement" || call.parent?.namedChildren.length !== 1) {
    return null;
  }
  const result = functionAround(call)?.result?.text ?? "";
  if (!/^(?:error|\(\w+ error\))$/u.test(result)) return null;
  const line = lineBreakAt(statement, text);
  return {
    replaced: statement,
    error: "err",
    block: `{${line}\treturn err${line}}`,
    rest: `${line}return nil`,
  };
}

/** `if err := client.Method(...); err != nil { ... }`. */
function failingCheck(call: CallExpressionNode): Failing | null {
  const statement = call.parent?.parent;
  const check = statement?.parent;
  if (statement?.kind !== "short_var_declaration" || check?.kind !== "if_statement")
    return null;
  const [error, ...others] = statement.left.namedChildren;
  const isPlain =
    check.initializer === statement &&
    !check.alternative &&
    others.length === 0 &&
    error !== undefined &&
    check.condition.text === `${error.text} != nil`;
  if (!isPlain || /\boperation\b/u.test(check.text)) return null;
  return { replaced: check, error: error.text, block: check.consequence.text, rest: "" };
}
