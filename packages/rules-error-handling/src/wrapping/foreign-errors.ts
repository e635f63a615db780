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
  type CallExpressionNode,
  type FunctionNode,
  type GoNode,
  type NodesByKind,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { isNilAt } from "../branches/nil-guard.ts";
import { returnedErrorOf } from "../branches/returned-error.ts";
import { makesError } from "../calls/error-makers.ts";
import { errorResultOf } from "../calls/error-result.ts";

/** An error that a statement returns as another package gave it. */
export type ForeignError =
  | {
      readonly kind: "foreign";
      /** The callee as written. */
      readonly callee: string;
      /** The reason why it may be returned as it is, or null. */
      readonly exemption: string | null;
    }
  | { readonly kind: "unknown"; readonly reason: string };

type Assignment = NodesByKind[(typeof ASSIGNMENTS)[number]];

const ASSIGNMENTS = ["assignment_statement", "short_var_declaration", "var_spec"] as const;

/** Finds the calls that returned errors come from. */
export class ForeignErrors {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #assignments = new Map<FunctionNode, readonly Assignment[]>();
  readonly #exemptPackages: readonly { readonly path: string; readonly pattern: RegExp }[];

  /** @param exemptPackages Import paths, with `*`, whose errors may be returned as they are. */
  constructor(semantics: SemanticModel, tree: SyntaxTree, exemptPackages: readonly string[]) {
    this.#semantics = semantics;
    this.#tree = tree;
    this.#exemptPackages = exemptPackages.map((path) => ({ path, pattern: nameGlob(path) }));
  }

  /** Returns the error of another package that a return statement returns, or null. */
  returnedBy(statement: GoNode): ForeignError | null {
    const returned = returnedErrorOf(statement, this.#semantics);
    if (!returned) return null;
    const { node, variable } = returned;
    if (node.kind === "call_expression") return this.#resultOf(node);
    if (variable === null || !isErrorType(this.#semantics.typeOf(variable.node))) return null;
    const isVariable = (value: GoNode) => refersTo(value, variable, this.#semantics);
    const assignment = this.#lastAssignment(isVariable, statement);
    if (!assignment || isNilAt(statement, assignment.range[0], isVariable) === true)
      return null;
    const call = this.#tree
      .nodesOfKind(["call_expression"], assignment)
      .find((candidate) => assignmentTargetsOf(candidate).some(isVariable));
    const found = call ? this.#resultOf(call) : null;
    return found && !isOnEveryPath(assignment, statement)
      ? { kind: "unknown", reason: `'${variable.name}' may be the error of another call` }
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
    if (!exempt && makesError(call, this.#semantics)) return null;
    return {
      kind: "foreign",
      callee: calleeText(call),
      exemption: exempt ? `bare package: ${exempt.path}` : null,
    };
  }

  /** Returns the last assignment of a variable in the text before a statement. */
  #lastAssignment(
    isVariable: (value: GoNode) => boolean,
    statement: GoNode,
  ): GoNode | undefined {
    const around = enclosingFunction(statement);
    if (!around) return undefined;
    let assignments = this.#assignments.get(around);
    if (!assignments) {
      assignments = this.#tree.nodesOfKind(ASSIGNMENTS, around);
      this.#assignments.set(around, assignments);
    }
    return assignments.findLast((assignment) => {
      if (assignment.range[1] > statement.range[0]) return false;
      const targets =
        assignment.kind === "var_spec" ? assignment.name : assignment.left.namedChildren;
      return targets.some(isVariable);
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
