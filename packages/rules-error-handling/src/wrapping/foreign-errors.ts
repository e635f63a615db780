import {
  calleeOf,
  enclosingFunction,
  assignmentTargetsOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type SyntaxTree,
} from "@gopherwood/core";
import { nameGlob } from "./callee-patterns.ts";
import { isError, itemsOf, lastResultIsError, withoutParentheses } from "./errors.ts";

/** An error that a statement returns as another package gave it. */
export type ForeignError =
  | {
      /** What is called, as written. */
      readonly callee: string;
      /** Why it may be returned as it is, or null. */
      readonly allowed: string | null;
    }
  | { readonly doubt: string };

const ASSIGNMENTS = ["assignment_statement", "short_var_declaration", "var_spec"] as const;

/** Finds out where a returned error comes from. */
export class ForeignErrors {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #allowed: readonly { path: string; pattern: RegExp }[];

  /** @param allowed Import paths, with `*`, whose errors are no one's concern. */
  constructor(semantics: SemanticModel, tree: SyntaxTree, allowed: readonly string[]) {
    this.#semantics = semantics;
    this.#tree = tree;
    this.#allowed = allowed.map((path) => ({ path, pattern: nameGlob(path) }));
  }

  /** The error of another package that an expression after `return` is, or null. */
  returnedBy(expression: GoNode): ForeignError | null {
    const value = withoutParentheses(expression);
    if (value.kind === "call_expression") return this.#givenBy(value);
    if (value.kind !== "identifier" || !isError(this.#semantics.typeOf(value))) return null;
    const symbol = this.#semantics.resolve(value);
    if (symbol === null || symbol.isUniverse || symbol.packageLevel) return null;
    const assignment = this.#lastAssignment(symbol, value);
    if (!assignment) return null;
    const call = this.#tree
      .nodesOfKind(["call_expression"], assignment)
      .find((candidate) =>
        assignmentTargetsOf(candidate).some((target) => this.#means(target, symbol)),
      );
    if (!call) return null;
    const found = this.#givenBy(call);
    return found && !isBeforeOnEveryWay(assignment, value)
      ? { doubt: `'${value.text}' may be given on another way` }
      : found;
  }

  #givenBy(call: CallExpressionNode): ForeignError | null {
    const fails = lastResultIsError(call, this.#semantics);
    if (fails === false) return null;
    if (typeof fails === "string") return { doubt: fails };
    // What is given an error and returns one has said something about it.
    if (itemsOf(call.arguments).some((value) => isError(this.#semantics.typeOf(value))))
      return null;
    const callee = calleeOf(call, this.#semantics);
    if (callee.kind === "unknown") return null;
    const path = callee.kind === "function" ? callee.importPath : callee.receiver.importPath;
    if (path === this.#semantics.importPath || path === "") return null;
    const allowed = this.#allowed.find(({ pattern }) => pattern.test(path));
    return {
      callee: call.function.text.replaceAll(/\s+/gu, " "),
      allowed: allowed ? `bare package: ${allowed.path}` : null,
    };
  }

  /** The last assignment in the text before a use. */
  #lastAssignment(symbol: DeclaredSymbol, use: GoNode): GoNode | undefined {
    const around = enclosingFunction(use);
    if (!around) return undefined;
    return this.#tree.nodesOfKind(ASSIGNMENTS, around).findLast((assignment) => {
      if (assignment.range[1] > use.range[0]) return false;
      const targets =
        assignment.kind === "var_spec" ? assignment.name : assignment.left.namedChildren;
      return targets.some((target) => this.#means(target, symbol));
    });
  }

  #means(target: GoNode, symbol: DeclaredSymbol): boolean {
    return target.text === symbol.name && this.#semantics.resolve(target) === symbol;
  }
}

/** True if an assignment stands in a block, or head of a statement, that holds the use. */
function isBeforeOnEveryWay(assignment: GoNode, use: GoNode): boolean {
  let block = assignment.parent;
  while (block?.kind === "var_declaration" || block?.kind === "var_spec_list")
    block = block.parent;
  return block !== null && block.range[0] <= use.range[0] && use.range[1] <= block.range[1];
}
