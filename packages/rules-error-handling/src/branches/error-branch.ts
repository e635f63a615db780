import {
  childrenOf,
  statementsOf,
  type ExpressionCaseNode,
  type GoNode,
  type IfStatementNode,
} from "@gopherwood/core";
import { nilChecksOf } from "./nil-guard.ts";

/** A branch that is taken if a variable, which may be an error, is not nil. */
export interface ErrorBranch {
  /** The identifier that is compared with nil. */
  readonly error: GoNode;
  readonly condition: GoNode;
  /** The block or case. */
  readonly body: GoNode;
  /** The `if` or `switch`. */
  readonly statement: GoNode;
  /** The statement in the head of the `if`, or null. */
  readonly initializer: GoNode | null;
  /** The offsets between which a comment is about the branch. */
  readonly range: readonly [number, number];
}

/** Returns the branches of an `if` in which a variable is not nil: one, or none. */
export function branchesOfIf(node: IfStatementNode): ErrorBranch[] {
  const { alternative, condition, consequence, initializer } = node;
  const make = (body: GoNode, outcome: boolean) =>
    branchesOf(condition, outcome).map((error) => {
      return { error, condition, body, statement: node, initializer, range: body.range };
    });
  return [
    ...make(consequence, true),
    ...(alternative?.kind === "block" ? make(alternative, false) : []),
  ].slice(0, 1);
}

/** Returns the branch that a case of a switch without a value is for an error, or none. */
export function branchesOfCase(node: ExpressionCaseNode): ErrorBranch[] {
  const { parent: statement } = node;
  const [condition, ...others] = childrenOf(node.value);
  if (statement?.kind !== "expression_switch_statement" || statement.value) return [];
  if (!condition || others.length > 0) return [];
  const next = statement.namedChildren.find(
    ({ kind, range }) => /_case$/u.test(kind) && range[0] > node.range[0],
  );
  const range = [node.range[0], next?.range[0] ?? statement.range[1]] as const;
  return branchesOf(condition, true)
    .slice(0, 1)
    .map((error) => {
      return { error, condition, body: node, statement, initializer: null, range };
    });
}

/** Returns true for a branch without statements. */
export function isEmpty({ body }: ErrorBranch): boolean {
  return statementsOf(body).length === 0;
}

function branchesOf(condition: GoNode, outcome: boolean): GoNode[] {
  return nilChecksOf(condition, outcome)
    .filter(({ isNil, value }) => !isNil && value.kind === "identifier")
    .map(({ value }) => value);
}
