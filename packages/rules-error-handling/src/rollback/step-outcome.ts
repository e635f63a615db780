import {
  assignmentTargetsOf,
  calledName,
  contains,
  controlFlowGraphOf,
  enclosingFunction,
  refersTo,
  type CallExpressionNode,
  type Exit,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { returnedErrorOf } from "../branches/returned-error.ts";
import { errorResultOf } from "../calls/error-result.ts";
import { outermostFunction, type FunctionNames } from "../functions.ts";
import type { Compensation } from "./compensation.ts";
import { ErrorExits, mayReturnError } from "./error-exits.ts";

/** As far as callers are followed through a file. */
const MAX_CALLERS = 6;

/** Says if a step is undone when a later one fails. */
export type StepOutcome =
  | { readonly kind: "nothing fails" | "undone" | "undone by a caller" }
  | { readonly kind: "left"; readonly exits: readonly Exit[] }
  | { readonly kind: "unknown"; readonly reason: string };

/** Follows the paths from a step to the returns of later errors. */
export class StepOutcomes {
  readonly #exits: ErrorExits;
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #waits: FunctionNames;

  /** @param waits Names of functions that wait until a step is done. */
  constructor(semantics: SemanticModel, tree: SyntaxTree, waits: FunctionNames) {
    this.#exits = new ErrorExits(semantics, tree);
    this.#semantics = semantics;
    this.#tree = tree;
    this.#waits = waits;
  }

  /** Returns whether a step is undone on every path to a later error. */
  of(step: CallExpressionNode, compensation: Compensation): StepOutcome {
    const around = enclosingFunction(step);
    const declaration = outermostFunction(step);
    if (!around || !declaration)
      return { kind: "unknown", reason: "it runs at the start of the program" };
    // A deferred call runs when the function returns.
    if (step.parent?.kind === "defer_statement") return { kind: "nothing fails" };
    const start = this.#waitFor(step, around) ?? step;
    const all = this.#errorExits(start, () => false);
    const left = this.#errorExits(start, (node) => compensation.isUndoneBy(node));
    // All paths through the closure itself undo it, whenever it runs.
    if (!all && left?.length === 0) return { kind: "undone" };
    if (!all || !left)
      return { kind: "unknown", reason: "it is not known when the closure runs" };
    if (all.length === 0) return { kind: "nothing fails" };
    if (left.length === 0 || this.#isDeferredBefore(step, declaration, compensation))
      return { kind: "undone" };
    if (this.#isUndoneByCallers(declaration, compensation, MAX_CALLERS))
      return { kind: "undone by a caller" };
    const kept = left.filter((exit) => !this.#isPassedOn(step, exit, compensation));
    return kept.length === 0
      ? { kind: "unknown", reason: "the returned call gets it, and may undo it" }
      : { kind: "left", exits: kept };
  }

  /**
   * Returns the returns of errors that paths from a call lead to. A closure that is an
   * argument of a call is run by it, so that the function around goes on after the call.
   * Null if it is not known when a closure runs.
   */
  #errorExits(
    call: CallExpressionNode,
    passes: (node: GoNode) => boolean,
    mayHaveFailed = false,
  ): readonly Exit[] | null {
    const around = enclosingFunction(call);
    if (!around) return [];
    const error =
      mayHaveFailed || errorResultOf(call, this.#semantics).kind === "none"
        ? null
        : (assignmentTargetsOf(call).at(-1) ?? null);
    const exits = controlFlowGraphOf(around, this.#semantics).exitsAvoiding(call, {
      passes,
      error,
    });
    const own = mayReturnError(around, this.#semantics)
      ? exits.filter(
          (exit) =>
            !contains(exit.node, call) && this.#exits.returnsErrorSince(call.range[1], exit),
        )
      : [];
    if (around.kind !== "func_literal" || exits.length === 0) return own;
    const outer = runnerOf(around);
    if (outer === null) return null;
    if (outer.parent?.kind === "defer_statement") return own;
    const later = this.#errorExits(outer, passes, own.length > 0);
    return later && [...own, ...later];
  }

  /**
   * Returns true if an exit returns the result of a call that gets what the step made, and
   * that can undo it by itself: `return server.Serve(listener)`.
   */
  #isPassedOn(step: CallExpressionNode, { node }: Exit, compensation: Compensation): boolean {
    const [result] = assignmentTargetsOf(step);
    const returned = returnedErrorOf(node, this.#semantics)?.node;
    if (result?.kind !== "identifier" || returned?.kind !== "call_expression") return false;
    const symbol = this.#semantics.resolve(result);
    if (symbol === null || symbol.isUniverse) return false;
    const type = this.#semantics.typeOf(result);
    return (
      compensation.names.some((name) => this.#semantics.ownerOf(type, name) !== null) &&
      this.#tree
        .nodesOfKind(["identifier"], returned.arguments)
        .some((value) => refersTo(value, symbol, this.#semantics))
    );
  }

  /** Returns true if a `defer` above the step, in a function around it, undoes it. */
  #isDeferredBefore(
    step: CallExpressionNode,
    declaration: FunctionNode,
    compensation: Compensation,
  ): boolean {
    return this.#tree.nodesOfKind(["defer_statement"], declaration).some((defer) => {
      const owner = enclosingFunction(defer);
      return (
        defer.range[1] <= step.range[0] &&
        owner !== null &&
        contains(owner, step) &&
        compensation.isUndoneIn(defer)
      );
    });
  }

  /** Returns the call that waits until a step is done: `await(operation)`. */
  #waitFor(step: CallExpressionNode, around: FunctionNode): CallExpressionNode | undefined {
    const [result] = assignmentTargetsOf(step);
    if (result?.kind !== "identifier") return undefined;
    return this.#tree
      .nodesOfKind(["call_expression"], around)
      .find(
        (call) =>
          call.range[0] > step.range[1] &&
          this.#waits.match(calledName(call)) !== null &&
          this.#tree
            .nodesOfKind(["identifier"], call.arguments)
            .some(({ text }) => text === result.text),
      );
  }

  /** Returns true if each of the functions of the file that call this one undoes its steps. */
  #isUndoneByCallers(callee: FunctionNode, compensation: Compensation, depth: number): boolean {
    if (depth === 0 || callee.kind === "func_literal") return false;
    const name = callee.name.text;
    const callers = this.#tree
      .nodesOfKind(["call_expression"])
      .filter((call) => calledName(call) === name)
      .map(outermostFunction)
      .filter((caller) => caller !== null && caller !== callee);
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

/** Returns the call that runs a closure: of the closure itself, or with it as an argument. */
function runnerOf({ parent }: FunctionNode): CallExpressionNode | null {
  const call = parent?.kind === "argument_list" ? parent.parent : parent;
  if (call?.kind !== "call_expression") return null;
  const isRunLater =
    call.parent?.kind === "go_statement" ||
    (call.parent?.kind === "defer_statement" && parent?.kind === "argument_list");
  return isRunLater ? null : call;
}
