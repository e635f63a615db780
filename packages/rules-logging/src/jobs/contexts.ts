import {
  argumentsOf,
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
 * Returns an expression for a context in scope, the innermost first: a variable or parameter
 * of type `context.Context`, or `r.Context()` of a request. Null if there is none.
 *
 * @param isUsable Returns false for a name that must not be used.
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

/** Returns an expression for the context that a variable is or has, or null. */
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
 * Returns true for `context.Background()`, `context.TODO()`, contexts derived from them, and
 * a variable that was declared with one.
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
 * Returns the context that a call derives another from without a value: `ctx` of
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
    ? (argumentsOf(call)[0] ?? null)
    : null;
}

/** Returns true for a variable that is assigned a context which does not derive from its own. */
export function isReassigned(
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
