import {
  argumentsOf,
  childrenOf,
  enclosingFunction,
  isOnlyUse,
  type CallExpressionNode,
  type FixFunction,
  type GoFixer,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type IfStatementNode,
} from "@gopherwood/core";
import { contextInScope, valueInScope } from "./in-scope.ts";
import type { DaemonOptions } from "./operations.ts";
import { neverCompletes, lineBreakAt, statementAfter, waitText } from "./wait-edits.ts";

/** The options that a call on the daemon's client is made of. */
export interface ReplacementOptions extends DaemonOptions {
  readonly replacements: Readonly<Record<string, string>>;
}

/** A call on the daemon's client that replaces one on the storage client, or why there is none. */
export type DaemonCall = SuggestedCall | { readonly kind: "refused"; readonly reason: string };

interface SuggestedCall {
  readonly kind: "suggested";
  /** The daemon's client, as it is written. */
  readonly client: string;
  readonly fix: FixFunction;
}

/** Returns the edits that write the request and the wait, as Go expressions. */
type Writer = (
  fixer: GoFixer,
  request: string,
  waiting: string,
) => ReturnType<GoFixer["replaceText"]>[];

/** A call whose error is handled: a failed wait is handled in the same way. */
interface HandledCall {
  /** The name of the variable for the operation. */
  readonly operation: string;
  readonly write: Writer;
}

/** Returns the call on the daemon's client, with the wait, that replaces one of a method. */
export function daemonCallFor(
  call: CallExpressionNode,
  method: string,
  options: ReplacementOptions,
  {
    semantics,
    sourceCode,
  }: { readonly semantics: SemanticModel; readonly sourceCode: GoSourceCode },
): DaemonCall {
  const template = Object.hasOwn(options.replacements, method)
    ? options.replacements[method]
    : undefined;
  if (template === undefined) return refused("the daemon's client has no such method");
  const client = valueInScope(call, options.daemonClients, semantics);
  if (client === null) return refused("no client of the daemon is in scope");
  const context = contextInScope(call, semantics);
  if (context === null) return refused("no context is in scope");
  const { text } = sourceCode;
  const handled =
    returned(call, text) ?? checkedAtOnce(call) ?? checkedAfter(call, semantics, text);
  if (!handled) return refused("what to do when the wait fails is not known");

  const { function: selector } = call;
  if (
    selector.kind === "selector_expression" &&
    isOnlyUse(selector.operand, semantics, sourceCode)
  ) {
    return refused(`'${selector.operand.text}' would be left unused`);
  }

  const values = argumentsOf(call);
  const request = template.replace(/\bctx\b|\$(\d)/gu, (_, index?: string) =>
    index === undefined ? context : (values[Number(index) - 1]?.text ?? ""),
  );
  const { operation, write } = handled;
  return {
    kind: "suggested",
    client,
    fix(fixer) {
      const waiting = waitText(fixer, options.wait, { client, context, operation });
      return write(fixer, `${client}.${request}`, waiting);
    },
  };
}

function refused(reason: string): DaemonCall {
  return { kind: "refused", reason };
}

/** Reads `return client.Method(...)` in a function that returns an error and nothing else. */
function returned(call: CallExpressionNode, text: string): HandledCall | null {
  const statement = call.parent?.parent;
  if (statement?.kind !== "return_statement" || call.parent?.namedChildren.length !== 1) {
    return null;
  }
  const result = enclosingFunction(call)?.result?.text ?? "";
  if (!/^(?:error|\(\w+ error\))$/u.test(result)) return null;
  const line = lineBreakAt(statement, text);
  const block = `{${line}\treturn err${line}}`;
  return {
    operation: "operation",
    write: (fixer, request, waiting) => [
      fixer.replaceText(
        statement,
        `${inOneChain("err", request, waiting, block)}${line}return nil`,
      ),
    ],
  };
}

/** Reads `if err := client.Method(...); err != nil { ... }`. */
function checkedAtOnce(call: CallExpressionNode): HandledCall | null {
  const statement = call.parent?.parent;
  const check = statement?.parent;
  if (statement?.kind !== "short_var_declaration" || check?.kind !== "if_statement")
    return null;
  const [error, ...others] = childrenOf(statement.left);
  if (check.initializer !== statement || others.length > 0 || !error) return null;
  if (!isPlainCheck(check, error) || /\boperation\b/u.test(check.text)) return null;
  return {
    operation: "operation",
    write: (fixer, request, waiting) => [
      fixer.replaceText(
        check,
        inOneChain(error.text, request, waiting, check.consequence.text),
      ),
    ],
  };
}

/** Reads `err := client.Method(...)`, or `err =`, with the check in the next statement. */
function checkedAfter(
  call: CallExpressionNode,
  semantics: SemanticModel,
  text: string,
): HandledCall | null {
  const statement = call.parent?.parent;
  if (
    statement?.kind !== "short_var_declaration" &&
    statement?.kind !== "assignment_statement"
  ) {
    return null;
  }
  const [error, ...others] = childrenOf(statement.left);
  const check = statementAfter(statement);
  if (error?.kind !== "identifier" || others.length > 0 || check?.kind !== "if_statement") {
    return null;
  }
  if (check.initializer || !isPlainCheck(check, error)) return null;
  // After a failed request there is no operation to wait for.
  if (!neverCompletes(check.consequence)) return null;
  // `:=` would declare an error of an outer block anew.
  if (!isDeclaredIn(statement.parent, error, semantics)) return null;
  const body = enclosingFunction(call)?.text ?? "";
  const operation = ["operation", "volumeOperation"].find(
    (name) => !new RegExp(`\\b${name}\\b`, "u").test(body),
  );
  if (operation === undefined) return null;
  return {
    operation,
    write(fixer, request, waiting) {
      const wait = `if _, ${error.text} := ${waiting}; ${error.text} != nil ${check.consequence.text}`;
      return [
        fixer.replaceText(statement, `${operation}, ${error.text} := ${request}`),
        fixer.insertTextAfter(check, lineBreakAt(check, text) + wait),
      ];
    },
  };
}

function inOneChain(error: string, request: string, waiting: string, block: string): string {
  return (
    `if operation, ${error} := ${request}; ${error} != nil ${block}` +
    ` else if _, ${error} := ${waiting}; ${error} != nil ${block}`
  );
}

/** Returns true for `if err != nil { ... }` without an else. */
function isPlainCheck(check: IfStatementNode, { text }: GoNode): boolean {
  return !check.alternative && check.condition.text === `${text} != nil`;
}

/** Returns true for a variable of a list of statements, or a parameter of the function around it. */
function isDeclaredIn(
  list: GoNode | null,
  variable: GoNode,
  semantics: SemanticModel,
): boolean {
  const symbol = semantics.resolve(variable);
  if (!list || symbol === null || symbol.isUniverse) return false;
  const { declaration } = symbol;
  const statement = declaration.kind === "var_spec" ? declaration.parent : declaration;
  const body = list.parent;
  return statement?.parent === list || statement?.parent?.parent === body?.parent;
}
