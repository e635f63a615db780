import {
  enclosingFunction,
  refersTo,
  type Exit,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { isNilAt } from "../branches/nil-guard.ts";
import { returnedErrorOf } from "../branches/returned-error.ts";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";

/** Returns true if the last result of a function is an error. */
export function mayReturnError(node: FunctionNode, semantics: SemanticModel): boolean {
  return isErrorTypeName(resultTypesOf(node).at(-1), semantics);
}

/** Reads the errors that exits return. */
export class ErrorExits {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  /** The offset from which on an exit may return an error that a statement gave. */
  readonly #since = new Map<GoNode, number>();

  constructor(semantics: SemanticModel, tree: SyntaxTree) {
    this.#semantics = semantics;
    this.#tree = tree;
  }

  /**
   * Returns true if an exit returns an error that a statement after an offset gave: the
   * value is not `nil`, and a variable is found not to be nil, or assigned between the two
   * and not found to be nil.
   */
  returnsErrorSince(offset: number, { kind, node }: Exit): boolean {
    if (kind !== "return") return false;
    let since = this.#since.get(node);
    if (since === undefined) this.#since.set(node, (since = this.#givenAt(node)));
    return since > offset;
  }

  #givenAt(node: GoNode): number {
    const returned = returnedErrorOf(node, this.#semantics);
    if (!returned) return -1;
    const { variable } = returned;
    if (variable === null) return returned.node.kind === "nil" ? -1 : Infinity;
    const isVariable = (value: GoNode) => refersTo(value, variable, this.#semantics);
    const around = enclosingFunction(variable.node);
    const assigned = this.#tree
      .nodesOfKind(["assignment_statement", "short_var_declaration"], around ?? undefined)
      .findLast(
        ({ left, range }) => range[1] < node.range[1] && left.namedChildren.some(isVariable),
      );
    const start = assigned?.range[0] ?? 0;
    const isNil = isNilAt(node, start, isVariable);
    if (isNil === null) return start;
    return isNil ? -1 : Infinity;
  }
}
