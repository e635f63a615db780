import { AST_NODE_TYPES, type TSESLint, type TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "./rule-definition.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Variable = TSESLint.Scope.Variable;

/** Properties of a node that are no nodes. */
const PLAIN = new Set(["kind", "range", "loc", "text", "isMissing", "hasError", "length"]);

/**
 * Returns the expressions in a listener that are nodes, or lists of nodes: reads of its parameter,
 * of what the parameter has, and of constants and loop variables that come from them.
 */
export function nodeReadsOf(listen: FunctionNode, sourceCode: SourceCode): TSESTree.Node[] {
  const [parameter] = listen.params;
  if (!parameter) return [];
  const read = new Set<Variable>();
  const readsOf = (variable: Variable): TSESTree.Node[] => {
    if (read.has(variable)) return [];
    read.add(variable);
    return variable.references.flatMap(({ identifier }) => {
      const value = wholeRead(identifier);
      const taker = takerOf(value);
      const taken = taker ? sourceCode.getDeclaredVariables?.(taker) : [];
      return [value, ...(taken ?? []).flatMap(readsOf)];
    });
  };
  return (sourceCode.getDeclaredVariables?.(listen) ?? [])
    .filter((variable) => variable.defs.some(({ name }) => isNodeIn(parameter, name)))
    .flatMap(readsOf);
}

/** Returns true for a name that a listener's first parameter gives a node, or the node itself. */
function isNodeIn(parameter: TSESTree.Parameter, name: TSESTree.Node): boolean {
  if (parameter.type !== AST_NODE_TYPES.ObjectPattern) return parameter === name;
  const { parent } = name;
  return (
    parent?.type === AST_NODE_TYPES.Property &&
    parent.parent === parameter &&
    parent.key.type === AST_NODE_TYPES.Identifier &&
    !PLAIN.has(parent.key.name)
  );
}

/** Returns the node around `node` in `node.arguments.parent`, as far as its value is a node. */
function wholeRead(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  return parent?.type === AST_NODE_TYPES.MemberExpression &&
    parent.object === node &&
    parent.property.type === AST_NODE_TYPES.Identifier &&
    !PLAIN.has(parent.property.name)
    ? wholeRead(parent)
    : node;
}

/** Returns what declares a variable that gets a value, or the elements of a list. */
function takerOf(value: TSESTree.Node): TSESTree.Node | null {
  const { parent } = value;
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === value)
    return parent.id.type === AST_NODE_TYPES.Identifier ? parent : null;
  if (parent?.type === AST_NODE_TYPES.ForOfStatement && parent.right === value)
    return parent.left;
  if (
    value.type === AST_NODE_TYPES.MemberExpression &&
    value.property.type === AST_NODE_TYPES.Identifier &&
    value.property.name === "forEach" &&
    parent?.type === AST_NODE_TYPES.CallExpression
  )
    return parent.arguments[0] ?? null;
  return null;
}
