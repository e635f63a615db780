import {
  calleeOf,
  formatType,
  initializerOf,
  usesOf,
  type DeclaredSymbol,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";

/**
 * The expression by which a context can be had where a node stands, from the inside out: a
 * variable or parameter of type `context.Context`, or `r.Context()` of a request. Null if
 * there is none.
 *
 * @param isUsable False for a name that is not wanted.
 */
export function contextInScope(
  node: GoNode,
  semantics: SemanticModel,
  isUsable: (name: GoNode) => boolean,
): string | null {
  for (const symbol of semantics.visibleAt(node.range[0])) {
    const found = contextOf(symbol, semantics);
    if (found !== null && isUsable(symbol.node)) return found;
  }
  return null;
}

/** The context that a variable or parameter is or has, as an expression, or null. */
export function contextOf(
  { name, node }: DeclaredSymbol,
  semantics: SemanticModel,
): string | null {
  if (name === "_") return null;
  const type = semantics.typeOf(node);
  if (type.kind === "named" && type.importPath === "context" && type.name === "Context") {
    return name;
  }
  return formatType(type) === "*http.Request" ? `${name}.Context()` : null;
}

/**
 * True for `context.Background()` and `context.TODO()`, what is made of them, and a variable
 * that was declared with one.
 */
export function isEmptyContext(node: GoNode, semantics: SemanticModel): boolean {
  const value = node.kind === "identifier" ? initializerOf(node, semantics) : node;
  if (value?.kind !== "call_expression") return false;
  const callee = calleeOf(value, semantics);
  if (callee.kind !== "function" || callee.importPath !== "context") return false;
  if (/^(?:Background|TODO)$/u.test(callee.name)) return true;
  const parent = parentContext(value, semantics);
  return parent !== null && parent !== node && isEmptyContext(parent, semantics);
}

/**
 * The context that another is made of without a value more: `ctx` of
 * `context.WithTimeout(ctx, limit)`. Null for other calls.
 */
export function parentContext(
  call: CallExpressionNode,
  semantics: SemanticModel,
): GoNode | null {
  const callee = calleeOf(call, semantics);
  return callee.kind === "function" &&
    callee.importPath === "context" &&
    /^With(?!Value)/u.test(callee.name)
    ? (call.arguments.namedChildren[0] ?? null)
    : null;
}

/** True for a variable that gets another context, one with other values, after its declaration. */
export function isSetAnew(
  identifier: GoNode,
  semantics: SemanticModel,
  sourceCode: GoSourceCode,
): boolean {
  const symbol = semantics.resolve(identifier);
  if (symbol === null || symbol.isUniverse) return false;
  return usesOf(symbol, semantics, sourceCode).some((use) => {
    const list = use.parent;
    const statement = list?.kind === "expression_list" ? list.parent : null;
    if (
      statement?.kind !== "assignment_statement" &&
      statement?.kind !== "short_var_declaration"
    ) {
      return false;
    }
    const [value] = statement.right.namedChildren;
    const parent = value?.kind === "call_expression" ? parentContext(value, semantics) : null;
    const isDerived = parent !== null && semantics.resolve(parent) === symbol;
    return statement.left === list && !isDerived;
  });
}
