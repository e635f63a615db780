import {
  assignmentTargetsOf,
  contains,
  enclosingFunction,
  withoutParentheses,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
  usesOf,
} from "@gopherwood/core";

/** Values that a call returns beside an error. */
const ZERO = /^(?:nil|-1|0|1|""|``|0 ?\* ?\w[\w.]*)$/u;

/**
 * Returns true if the code asks first whether the value of a call is there:
 * `c, _ := r.Cookie("user"); if c == nil`.
 */
export function isValueChecked(
  call: CallExpressionNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const [target] = assignmentTargetsOf(call);
  if (!target) return false;
  const use = usesOfTarget(target, semantics, tree).find(
    ({ range }) => range[0] > call.range[1],
  );
  return use !== undefined && isCheck(use);
}

/** Returns the uses of a variable, or of a field as the function around writes it. */
function usesOfTarget(
  target: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): readonly GoNode[] {
  if (target.kind === "selector_expression") {
    const around = enclosingFunction(target);
    const fields = around ? tree.nodesOfKind(["selector_expression"], around) : [];
    return fields.filter(({ text }) => text === target.text);
  }
  const symbol = target.kind === "identifier" ? semantics.resolve(target) : null;
  return symbol === null || symbol.isUniverse || symbol.packageLevel
    ? []
    : usesOf(symbol, semantics, { tree });
}

/**
 * Returns true for a use in a condition that compares the value, its length or a field, and for
 * one that asks for its type.
 */
function isCheck(use: GoNode): boolean {
  let value: GoNode = use;
  for (let { parent } = value; parent; { parent } = value) {
    const isPart =
      (parent.kind === "selector_expression" && parent.operand === value) ||
      parent.kind === "parenthesized_expression" ||
      (parent.kind === "argument_list" && parent.namedChildren.length === 1) ||
      (parent.kind === "call_expression" &&
        (parent.function.text === "len" || contains(parent.function, value)));
    if (!isPart) break;
    value = parent;
  }
  const { parent } = value;
  if (parent?.kind === "type_assertion_expression")
    return assignmentTargetsOf(parent).at(1) !== undefined;
  if (parent?.kind === "binary_expression") {
    const other = parent.left === value ? parent.right : parent.left;
    const isZero = ZERO.test(withoutParentheses(other).text);
    return isZero && /^[!=]=$|^[<>]=?$/u.test(parent.operator.text) && isInCondition(parent);
  }
  return isInCondition(value);
}

/** Returns true for the condition of an `if` or of a `case`, or an operand of it. */
function isInCondition(expression: GoNode): boolean {
  for (let node = expression; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.kind === "if_statement") return parent.condition === node;
    if (parent.parent?.kind === "expression_case") return parent.parent.value === parent;
    if (!/^(?:binary|unary|parenthesized)_expression$/u.test(parent.kind)) return false;
  }
  return false;
}
