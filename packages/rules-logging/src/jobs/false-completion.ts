import {
  controlFlowGraphOf,
  enclosingFunction,
  initializerOf,
  matchesName,
  type CallExpressionNode,
  type DeferStatementNode,
  type Exit,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { certainErrorAt } from "./error-guards.ts";
import { returnsError } from "./job-outcome.ts";
import type { JobFile } from "./jobs.ts";

/** A call that ends a job as completed though the job may have failed. */
export type FalseCompletion =
  | {
      readonly kind: "deferred";
      readonly defer: DeferStatementNode;
      readonly exits: readonly Exit[];
    }
  | { readonly kind: "branch"; readonly error: GoNode };

/** Returns true for an argument that is the status of a job that succeeded. */
export function isCompleted(
  argument: GoNode,
  completed: string,
  semantics: SemanticModel,
): boolean {
  if (argument.kind !== "selector_expression") return false;
  const goImport = semantics.importOf(argument.operand);
  const name = { importPath: goImport?.path ?? "", name: argument.field.text };
  return goImport !== null && matchesName(completed, name, semantics.packageName);
}

/** Returns the mistake of a call that ends a job as completed, or null. */
export function falseCompletionOf(
  call: CallExpressionNode,
  completed: string,
  { sourceCode, semantics }: Pick<JobFile, "sourceCode" | "semantics">,
): FalseCompletion | null {
  const defer = deferOf(call, semantics);
  const values = call.arguments.namedChildren;
  // The arguments of a deferred call are evaluated by the defer statement.
  const isCertain = values.some(
    (value) =>
      isCompleted(value, completed, semantics) ||
      (defer === call.parent && startsCompleted(value, completed, semantics)),
  );
  if (!isCertain) return null;
  if (!defer) {
    const error = certainErrorAt(call, sourceCode, semantics);
    return error && { kind: "branch", error };
  }
  const around = enclosingFunction(defer);
  if (!around || !returnsError(around)) return null;
  const exits = controlFlowGraphOf(around, semantics)
    .exitsAvoiding(defer, { passes: () => false })
    .filter(({ kind, node }) => kind === "return" && mayReturnError(node));
  return exits.length > 0 ? { kind: "deferred", defer, exits } : null;
}

/** Returns the `defer` that makes a call on every path, by itself or in a closure. */
function deferOf(
  call: CallExpressionNode,
  semantics: SemanticModel,
): DeferStatementNode | null {
  if (call.parent?.kind === "defer_statement") return call.parent;
  const closure = enclosingFunction(call);
  if (closure?.kind !== "func_literal") return null;
  const defer = closure.parent?.parent;
  if (closure.parent?.kind !== "call_expression" || defer?.kind !== "defer_statement")
    return null;
  const passes = (node: GoNode) => node === call;
  return controlFlowGraphOf(closure, semantics).exitsAvoiding(null, { passes }).length === 0
    ? defer
    : null;
}

function startsCompleted(value: GoNode, completed: string, semantics: SemanticModel): boolean {
  const initializer = value.kind === "identifier" ? initializerOf(value, semantics) : null;
  return initializer !== null && isCompleted(initializer, completed, semantics);
}

/** Returns false for a return whose error is `nil`. */
function mayReturnError(node: GoNode): boolean {
  const values = node.namedChildren[0]?.namedChildren ?? [];
  return values.at(-1)?.kind !== "nil";
}
