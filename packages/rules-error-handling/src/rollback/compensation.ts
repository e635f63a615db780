import {
  calledName,
  nameGlob,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { assignedValues } from "../calls/assigned-values.ts";

/** As far as calls are followed through the functions of a file. */
const MAX_DEPTH = 2;

/** Finds the nodes that undo a step: a call, or a closure that is kept for later. */
export class Compensation {
  /** The names of the functions that undo the step. */
  readonly names: readonly string[];
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #patterns: readonly RegExp[];

  /**
   * @param undo Names of functions that undo the step.
   * @param rollbacks Names, with `*` and in any case, of functions that undo everything.
   */
  constructor(
    semantics: SemanticModel,
    tree: SyntaxTree,
    undo: readonly string[],
    rollbacks: readonly string[],
  ) {
    this.names = undo;
    this.#semantics = semantics;
    this.#tree = tree;
    this.#patterns = [
      ...undo.map((name) => nameGlob(name)),
      ...rollbacks.map((glob) => nameGlob(glob, "iu")),
    ];
  }

  /**
   * Returns true for a call that undoes the step, and for a closure or method that does and
   * that is kept for later.
   */
  isUndoneBy(node: GoNode): boolean {
    if (node.kind === "call_expression") return this.#isUndoneBy(node, MAX_DEPTH);
    if (node.kind === "selector_expression")
      return node.parent?.kind === "argument_list" && this.#undoes(node.field.text);
    return node.kind === "func_literal" && this.isUndoneIn(node);
  }

  /** Returns true if there is such a call in a function. */
  isUndoneIn(body: GoNode, depth = MAX_DEPTH): boolean {
    return this.#tree
      .nodesOfKind(["call_expression"], body)
      .some((call) => this.#isUndoneBy(call, depth));
  }

  #isUndoneBy(call: CallExpressionNode, depth: number): boolean {
    const name = calledName(call);
    if (this.#undoes(name)) return true;
    if (depth === 0 || name === "") return false;
    return [...declarationsOf(name, this.#tree), ...this.#closuresOf(call)].some((body) =>
      this.isUndoneIn(body, depth - 1),
    );
  }

  #undoes(name: string): boolean {
    return this.#patterns.some((pattern) => pattern.test(name));
  }

  /** Returns the closures that a called variable may be. */
  #closuresOf({ function: callee }: CallExpressionNode): GoNode[] {
    const symbol = callee.kind === "identifier" ? this.#semantics.resolve(callee) : null;
    return symbol !== null && !symbol.isUniverse && symbol.kind === "variable"
      ? assignedValues(callee, this.#semantics, this.#tree).filter(
          ({ kind }) => kind === "func_literal",
        )
      : [];
  }
}

/** Returns the functions and methods of a file that have a name. */
function declarationsOf(name: string, tree: SyntaxTree): readonly GoNode[] {
  return tree.root.namedChildren.filter(
    (node) =>
      (node.kind === "function_declaration" || node.kind === "method_declaration") &&
      node.name.text === name,
  );
}
