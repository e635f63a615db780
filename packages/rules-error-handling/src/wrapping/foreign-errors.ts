import {
  argumentsOf,
  assignmentTargetsOf,
  calleeOf,
  calleeText,
  contains,
  enclosingFunction,
  isErrorType,
  nameGlob,
  refersTo,
  withoutParentheses,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { errorResultOf } from "../calls/error-result.ts";

/** An error that a statement returns as another package gave it. */
export type ForeignError =
  | {
      readonly kind: "foreign";
      /** The callee as written. */
      readonly callee: string;
      /** Why it may be returned as it is, or null. */
      readonly exemption: string | null;
    }
  | { readonly kind: "unknown"; readonly reason: string };

const ASSIGNMENTS = ["assignment_statement", "short_var_declaration", "var_spec"] as const;

/** Finds the calls that returned errors come from. */
export class ForeignErrors {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #exemptPackages: readonly { readonly path: string; readonly pattern: RegExp }[];

  /** @param exemptPackages Import paths, with `*`, whose errors may be returned as they are. */
  constructor(semantics: SemanticModel, tree: SyntaxTree, exemptPackages: readonly string[]) {
    this.#semantics = semantics;
    this.#tree = tree;
    this.#exemptPackages = exemptPackages.map((path) => ({ path, pattern: nameGlob(path) }));
  }

  /** Returns the error of another package that a returned expression is, or null. */
  returnedBy(expression: GoNode): ForeignError | null {
    const value = withoutParentheses(expression);
    if (value.kind === "call_expression") return this.#resultOf(value);
    if (value.kind !== "identifier" || !isErrorType(this.#semantics.typeOf(value))) return null;
    const symbol = this.#semantics.resolve(value);
    if (symbol === null || symbol.isUniverse || symbol.packageLevel) return null;
    const assignment = this.#lastAssignment(symbol, value);
    if (!assignment) return null;
    const call = this.#tree
      .nodesOfKind(["call_expression"], assignment)
      .find((candidate) =>
        assignmentTargetsOf(candidate).some((target) =>
          refersTo(target, symbol, this.#semantics),
        ),
      );
    const found = call ? this.#resultOf(call) : null;
    return found && !isOnEveryPath(assignment, value)
      ? { kind: "unknown", reason: `'${value.text}' may be the error of another call` }
      : found;
  }

  #resultOf(call: CallExpressionNode): ForeignError | null {
    const result = errorResultOf(call, this.#semantics);
    if (result.kind === "none") return null;
    if (result.kind === "unknown") return result;
    // A call that gets an error and returns one has wrapped it.
    if (argumentsOf(call).some((value) => isErrorType(this.#semantics.typeOf(value))))
      return null;
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind === "unknown") return null;
    const path = callee.kind === "function" ? callee.importPath : callee.receiver.importPath;
    if (path === this.#semantics.importPath || path === "") return null;
    const exempt = this.#exemptPackages.find(({ pattern }) => pattern.test(path));
    return {
      kind: "foreign",
      callee: calleeText(call),
      exemption: exempt ? `bare package: ${exempt.path}` : null,
    };
  }

  /** Returns the last assignment in the text before a use. */
  #lastAssignment(symbol: DeclaredSymbol, use: GoNode): GoNode | undefined {
    const around = enclosingFunction(use);
    if (!around) return undefined;
    return this.#tree.nodesOfKind(ASSIGNMENTS, around).findLast((assignment) => {
      if (assignment.range[1] > use.range[0]) return false;
      const targets =
        assignment.kind === "var_spec" ? assignment.name : assignment.left.namedChildren;
      return targets.some((target) => refersTo(target, symbol, this.#semantics));
    });
  }
}

/** Returns true if the use stands in the block, or the statement, of an assignment. */
function isOnEveryPath(assignment: GoNode, use: GoNode): boolean {
  let block = assignment.parent;
  while (block?.kind === "var_declaration" || block?.kind === "var_spec_list")
    block = block.parent;
  return block !== null && contains(block, use);
}
