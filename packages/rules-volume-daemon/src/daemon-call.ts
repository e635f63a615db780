import {
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
import { isLeft, lineBreakAt, statementAfter, waitText } from "./wait-edits.ts";

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

/** Writes the request and the wait, as Go expressions, in the place of a call. */
type Writer = (
  fixer: GoFixer,
  request: string,
  waiting: string,
) => ReturnType<GoFixer["replaceText"]>[];

/** A place where a call's error is handled: a failed wait is handled in the same way. */
interface Handled {
  /** What a variable for the operation is called. */
  readonly operation: string;
  readonly write: Writer;
}

/**
 * The call on the daemon's client and the wait for its operation; the reason why there is
 * none where no client or context is in scope, or more has to be known.
 */
export function daemonCallFor(
  call: CallExpressionNode,
  method: string,
  options: ReplacementOptions,
  {
    semantics,
    sourceCode,
  }: { readonly semantics: SemanticModel; readonly sourceCode: GoSourceCode },
): DaemonCall | string {
  const template = Object.hasOwn(options.replacements, method)
    ? options.replacements[method]
    : undefined;
  if (template === undefined) return "the daemon's client has no such method";
  const client = valueInScope(call, options.daemonClients, semantics);
  if (client === null) return "no client of the daemon is in scope";
  const context = contextInScope(call, semantics);
  if (context === null) return "no context is in scope";
  const { text } = sourceCode;
  const handled =
    returned(call, text) ?? checkedAtOnce(call) ?? checkedAfter(call, semantics, text);
  if (!handled) return "what to do when the wait fails is not known";

  const { function: selector } = call;
  if (
    selector.kind === "selector_expression" &&
    isOnlyUse(selector.operand, semantics, sourceCode)
  ) {
    return `'${selector.operand.text}' would be left unused`;
  }

  const values = call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
  const request = template.replace(/\bctx\b|\$(\d)/gu, (_, index?: string) =>
    index === undefined ? context : (values[Number(index) - 1]?.text ?? ""),
  );
  const { operation, write } = handled;
  return {
    client,
    fix(fixer) {
      const waiting = waitText(fixer, options.wait, { client, context, operation });
      return write(fixer, `${client}.${request}`, waiting);
    },
  };
}

/** `return client.Method(...)` in a function that returns an error and nothing else. */
function returned(call: CallExpressionNode, text: string): Handled | null {
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

/** `if err := client.Method(...); err != nil { ... }`. */
function checkedAtOnce(call: CallExpressionNode): Handled | null {
  const statement = call.parent?.parent;
  const check = statement?.parent;
  if (statement?.kind !== "short_var_declaration" || check?.kind !== "if_statement")
    return null;
  const [error, ...others] = statement.left.namedChildren;
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

/** `err := client.Method(...)`, or `err =`, and the check in the next statement. */
function checkedAfter(
  call: CallExpressionNode,
  semantics: SemanticModel,
  text: string,
): Handled | null {
  const statement = call.parent?.parent;
  if (
    statement?.kind !== "short_var_declaration" &&
    statement?.kind !== "assignment_statement"
  ) {
    return null;
  }
  const [error, ...others] = statement.left.namedChildren;
  const check = statementAfter(statement);
  if (error?.kind !== "identifier" || others.length > 0 || check?.kind !== "if_statement") {
    return null;
  }
  if (check.initializer || !isPlainCheck(check, error)) return null;
  // After a failed request there is no operation to wait for.
  if (!isLeft(check.consequence)) return null;
  // `:=` would declare an error of an outer block anew.
  if (!isDeclaredIn(statement.parent, error, semantics)) return null;
  const around = enclosingFunction(call)?.text ?? "";
  const operation = ["operation", "volumeOperation"].find(
    (name) => !new RegExp(`\\b${name}\\b`, "u").test(around),
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

/** True for `if err != nil { ... }` without an else. */
function isPlainCheck(check: IfStatementNode, { text }: GoNode): boolean {
  return !check.alternative && check.condition.text === `${text} != nil`;
}

/** True for a variable that a list of statements, or the function whose body it is, declares. */
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
