import { contains, type DeclaredSymbol, type GoNode } from "@gopherwood/core";

/** A statement by which a variable gets, or may get, another value. */
export interface Reassignment {
  readonly statement: GoNode;
  /** The value; null if the statement does not say. */
  readonly value: GoNode | null;
}

/** Returns the statement by which an identifier gets, or may get, a value; or null. */
export function reassignmentBy(use: GoNode): Reassignment | null {
  const { parent } = use;
  const statement = parent?.kind === "expression_list" ? parent.parent : parent;
  switch (statement?.kind) {
    case "short_var_declaration":
    case "assignment_statement": {
      const { left, right } = statement;
      if (left !== parent) return null;
      const values = right.namedChildren;
      const index = values.length === 1 ? 0 : left.namedChildren.indexOf(use);
      return { statement, value: values[index] ?? null };
    }
    case "range_clause":
    case "receive_statement":
      return statement.left === parent ? { statement, value: null } : null;
    case "unary_expression":
      return statement.operator.text === "&" ? { statement, value: null } : null;
    default:
      return null;
  }
}

/** Returns the last of some reassignments that ends before a node. */
export function lastBefore(
  node: GoNode,
  reassignments: readonly Reassignment[],
): Reassignment | undefined {
  return reassignments.findLast(({ statement }) => statement.range[1] <= node.range[0]);
}

/** Returns true if a statement may run after another and before a node. */
export function mayRunBetween(base: GoNode, statement: GoNode, node: GoNode): boolean {
  const closures = ancestorsOf(statement, "func_literal");
  if (closures.some((closure) => !contains(closure, node))) return true;
  const closure = ancestorsOf(node, "func_literal").findLast((inner) => !contains(inner, base));
  if (closure && statement.range[0] > closure.range[0]) return true;
  if (statement.range[0] < node.range[0]) return false;
  return ancestorsOf(node, "for_statement").some(
    (loop) => contains(loop, statement) && !contains(loop, base),
  );
}

/** Returns true for a variable that is declared without a value. */
export function hasNoValue({ declaration }: DeclaredSymbol): boolean {
  return declaration.kind === "var_spec" && !declaration.value;
}

/** Returns the nodes of a kind that a node stands in, from the inside out. */
function ancestorsOf(node: GoNode, kind: GoNode["kind"]): GoNode[] {
  const found: GoNode[] = [];
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind === kind) found.push(parent);
  }
  return found;
}
