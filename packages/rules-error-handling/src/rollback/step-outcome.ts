import {
  calledName,
  controlFlowGraphOf,
  enclosingFunction,
  assignmentTargetsOf,
  type CallExpressionNode,
  type Exit,
  type FunctionNode,
  type SemanticModel,
  type GoNode,
  type SyntaxTree,
} from "@gopherwood/core";
import type { Compensation } from "./compensation.ts";
import { mayReturnError, returnsErrorSince } from "./error-exits.ts";
import { lastResultIsError } from "./errors.ts";

/** As far as callers are followed through a file. */
const MAX_CALLERS = 6;

/** What becomes of a step when something after it fails. */
export type Outcome =
  | { readonly kind: "nothing fails" | "undone" | "undone by a caller" }
  | { readonly kind: "left"; readonly exits: readonly Exit[] }
  | { readonly kind: "unknown"; readonly reason: string };

/** Follows the ways from a step to the returns of later errors. */
export class StepFlow {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #waits: readonly RegExp[];

  /** @param waits Names of what waits until a step is done. */
  constructor(semantics: SemanticModel, tree: SyntaxTree, waits: readonly RegExp[]) {
    this.#semantics = semantics;
    this.#tree = tree;
    this.#waits = waits;
  }

  outcomeOf(step: CallExpressionNode, compensation: Compensation): Outcome {
    const around = enclosingFunction(step);
    if (!around) return { kind: "unknown", reason: "it runs at the start of the program" };
    const start = this.#waitFor(step, around) ?? step;
    const all = this.#errorExits(start, () => false);
    const left = this.#errorExits(start, (node) => compensation.isUndoneBy(node));
    if (!all || !left)
      return { kind: "unknown", reason: "it is not known when the closure runs" };
    if (all.length === 0) return { kind: "nothing fails" };
    if (left.length === 0 || this.#isDeferredBefore(step, compensation))
      return { kind: "undone" };
    const top = topOf(around);
    return this.#isUndoneByCallers(top, compensation, MAX_CALLERS)
      ? { kind: "undone by a caller" }
      : { kind: "left", exits: left };
  }

  /**
   * The returns of errors that ways from a call lead to; a closure that is given to a
   * call is run by it, so that what stands around goes on after the call. Null if it is
   * not known when a closure runs.
   */
  #errorExits(
    call: CallExpressionNode,
    passes: (node: GoNode) => boolean,
    mayHaveFailed = false,
  ): readonly Exit[] | null {
    const around = enclosingFunction(call);
    if (!around) return [];
    const error =
      mayHaveFailed || lastResultIsError(call, this.#semantics) === false
        ? null
        : (assignmentTargetsOf(call).at(-1) ?? null);
    const exits = controlFlowGraphOf(around, this.#semantics).exitsAvoiding(call, {
      passes: passes,
      error,
    });
    const own = mayReturnError(around, this.#semantics)
      ? exits.filter(
          (exit) =>
            !isWithin(call, exit.node) &&
            returnsErrorSince(call.range[1], exit, this.#semantics, this.#tree),
        )
      : [];
    if (around.kind !== "func_literal") return own;
    const outer = runnerOf(around);
    if (outer === null) return null;
    if (exits.length === 0) return own;
    const later = this.#errorExits(outer, passes, own.length > 0);
    return later && [...own, ...later];
  }

  /** True if a `defer` above the step, in a function around it, undoes it. */
  #isDeferredBefore(step: CallExpressionNode, compensation: Compensation): boolean {
    return this.#tree
      .nodesOfKind(["defer_statement"], topAround(step) ?? step)
      .some((defer) => {
        const owner = enclosingFunction(defer);
        return (
          defer.range[1] <= step.range[0] &&
          owner !== null &&
          isWithin(step, owner) &&
          compensation.isUndoneIn(defer)
        );
      });
  }

  /** The call that waits for what a step has started: `await(operation)`. */
  #waitFor(step: CallExpressionNode, around: FunctionNode): CallExpressionNode | undefined {
    const [result] = assignmentTargetsOf(step);
    if (result?.kind !== "identifier") return undefined;
    return this.#tree
      .nodesOfKind(["call_expression"], around)
      .find(
        (call) =>
          call.range[0] > step.range[1] &&
          this.#waits.some((glob) => glob.test(calledName(call))) &&
          this.#tree
            .nodesOfKind(["identifier"], call.arguments)
            .some(({ text }) => text === result.text),
      );
  }

  /** True if each of the functions of the file that call this one can undo what it did. */
  #isUndoneByCallers(callee: FunctionNode, compensation: Compensation, depth: number): boolean {
    if (depth === 0 || callee.kind === "func_literal") return false;
    const name = callee.name.text;
    const callers = this.#tree
      .nodesOfKind(["call_expression"])
      .filter((call) => calledName(call) === name)
      .map(topAround)
      .filter((top) => top !== null && top !== callee);
    return (
      callers.length > 0 &&
      callers.every(
        (caller) =>
          caller !== null &&
          (compensation.isUndoneIn(caller, 0) ||
            this.#isUndoneByCallers(caller, compensation, depth - 1)),
      )
    );
  }
}

/** The call that runs a closure: it is called on the spot, or given to something. */
function runnerOf({ parent }: FunctionNode): CallExpressionNode | null {
  const call = parent?.kind === "argument_list" ? parent.parent : parent;
  if (call?.kind !== "call_expression") return null;
  const statement = call.parent?.kind;
  return statement === "go_statement" || statement === "defer_statement" ? null : call;
}

function topAround(node: GoNode): FunctionNode | null {
  const around = enclosingFunction(node);
  return around && topOf(around);
}

/** The declaration that a closure stands in. */
function topOf(around: FunctionNode): FunctionNode {
  let top = around;
  for (let outer = enclosingFunction(top); outer; outer = enclosingFunction(outer)) top = outer;
  return top;
}

function isWithin({ range: [start, end] }: GoNode, { range }: GoNode): boolean {
  return range[0] <= start && end <= range[1];
}
