import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";

/** Calls of the tree that give the nodes of the whole file, by the most arguments that they have then. */
const WHOLE_FILE = new Map([
  ["nodesOfKind", 1],
  ["walk", 1],
]);

export default createRule({
  name: "prefer-listener",
  meta: {
    type: "suggestion",
    docs: { description: "Require listeners instead of loops over all nodes of a file." },
    messages: {
      loop: "Listen to the kinds of these nodes and report there: the nodes of listeners are found once for all rules.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      "CallExpression[callee.property.name='report']"(call: TSESTree.CallExpression) {
        const loop = loopAround(call);
        if (loop) context.report({ node: loop, messageId: "loop" });
      },
    };
  },
});

/** Returns the call that gives the nodes of the innermost loop around a node, if that is over all. */
function loopAround(node: TSESTree.Node): TSESTree.CallExpression | null {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === AST_NODE_TYPES.ForOfStatement && parent.body === at)
      return wholeFile(parent.right);
    if (isArgumentOfForEach(at, parent)) return wholeFile(parent.callee.object);
    if (parent.type === AST_NODE_TYPES.Property && parent.value === at) return null;
  }
  return null;
}

function isArgumentOfForEach(
  node: TSESTree.Node,
  parent: TSESTree.Node,
): parent is TSESTree.CallExpression & { callee: TSESTree.MemberExpression } {
  return (
    parent.type === AST_NODE_TYPES.CallExpression &&
    parent.callee !== node &&
    parent.callee.type === AST_NODE_TYPES.MemberExpression &&
    parent.callee.property.type === AST_NODE_TYPES.Identifier &&
    parent.callee.property.name === "forEach"
  );
}

function wholeFile(node: TSESTree.Node): TSESTree.CallExpression | null {
  if (node.type !== AST_NODE_TYPES.CallExpression) return null;
  const { callee, arguments: given } = node;
  if (
    callee.type !== AST_NODE_TYPES.MemberExpression ||
    callee.property.type !== AST_NODE_TYPES.Identifier
  )
    return null;
  const most = WHOLE_FILE.get(callee.property.name);
  return most !== undefined && given.length <= most ? node : null;
}
