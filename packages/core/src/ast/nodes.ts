import type { CallExpressionNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";

/** Returns the named children of a node without comments. */
export function childrenOf(node: GoNode): GoNode[] {
  return node.namedChildren.filter(({ kind }) => kind !== "comment");
}

/** Returns the arguments of a call without comments. */
export function argumentsOf(call: CallExpressionNode): GoNode[] {
  return childrenOf(call.arguments);
}

/** Returns true if a node is another one or stands in it. */
export function contains({ range: outer }: GoNode, { range: inner }: GoNode): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Returns an expression without the parentheses around it. */
export function withoutParentheses(node: GoNode): GoNode {
  let current = node;
  while (current.kind === "parenthesized_expression") {
    const [inner] = childrenOf(current);
    if (!inner) return current;
    current = inner;
  }
  return current;
}

/** Returns the `f` of `f[T]`, or an expression that is no index and no instantiation itself. */
export function withoutIndex(node: GoNode): GoNode {
  switch (node.kind) {
    case "index_expression":
      return withoutParentheses(node.operand);
    case "type_instantiation_expression":
      return withoutParentheses(node.type);
    default:
      return node;
  }
}

/** Returns an expression with all the parentheses around it. */
export function withParentheses(node: GoNode): GoNode {
  let current = node;
  while (current.parent?.kind === "parenthesized_expression") current = current.parent;
  return current;
}

/** Returns true for an expression that a statement assigns to, or a variable that it defines. */
export function isAssignmentTarget({ parent }: GoNode): boolean {
  const statement = parent?.parent;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration":
    case "receive_statement":
      return statement.left === parent;
    default:
      return false;
  }
}

/**
 * Returns the statements of a block, without comments, so that the first statement of a function
 * is `statementsOf(declaration.body)[0]`; none for any other node.
 */
export function statementsOf(block: GoNode | null): GoNode[] {
  const list = block?.namedChildren.find(({ kind }) => kind === "statement_list");
  return list ? childrenOf(list) : [];
}

/**
 * Returns the name that a call calls, without its operand, type arguments and index: `Info` of
 * `log.Info()`, `Map` of `lo.Map[int](list, f)`; empty for a function value that has no name.
 * It needs no types, so it can reject most calls first.
 */
export function calledName(call: CallExpressionNode): string {
  const callee = withoutIndex(withoutParentheses(call.function));
  if (callee.kind === "selector_expression") return callee.field.text;
  return callee.kind === "identifier" ? callee.text : "";
}

/** Returns what a call calls as it is written, on one line: `log.With(id).Info`. */
export function calleeText(call: CallExpressionNode): string {
  return call.function.text.replaceAll(/\s+/gu, " ");
}
