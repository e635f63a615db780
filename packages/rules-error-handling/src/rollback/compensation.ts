import {
  calledName,
  nameGlob,
  type CallExpressionNode,
  type GoNode,
  type SyntaxTree,
} from "@gopherwood/core";

/** As far as calls are followed through the functions of a file. */
const MAX_DEPTH = 2;

/** Finds the nodes that undo a step: a call, or a closure that is kept for later. */
export class Compensation {
  readonly #tree: SyntaxTree;
  readonly #names: readonly RegExp[];

  /**
   * @param undo Names of functions that undo the step.
   * @param rollbacks Names, with `*` and in any case, of functions that undo everything.
   */
  constructor(tree: SyntaxTree, undo: readonly string[], rollbacks: readonly string[]) {
    this.#tree = tree;
    this.#names = [
      ...undo.map((name) => nameGlob(name)),
      ...rollbacks.map((glob) => nameGlob(glob, "iu")),
    ];
  }

  /** Returns true for a call that undoes the step, or a closure with one. */
  isUndoneBy(node: GoNode): boolean {
    if (node.kind === "call_expression") return this.#isUndoneBy(node, MAX_DEPTH);
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
    if (this.#names.some((pattern) => pattern.test(name))) return true;
    if (depth === 0 || name === "") return false;
    return declarationsOf(name, this.#tree).some((body) => this.isUndoneIn(body, depth - 1));
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
