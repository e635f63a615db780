import { ASTUtils, AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { nameOf } from "../rule-definition.ts";

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
    const { sourceCode } = context;

    /** Returns what gives the nodes of the innermost loop around a node, if that is the whole file. */
    function loopAround(node: TSESTree.Node): TSESTree.Node | null {
      for (let at = node; at.parent; at = at.parent) {
        const { parent } = at;
        if (parent.type === AST_NODE_TYPES.ForOfStatement && parent.body === at)
          return wholeFile(parent.right);
        if (isArgumentOfForEach(at, parent)) return wholeFile(parent.callee.object);
        if (parent.type === AST_NODE_TYPES.Property && parent.value === at) return null;
        if (at.type === AST_NODE_TYPES.FunctionDeclaration) return walkOfFile(at);
      }
      return null;
    }

    /** Returns the call that a list of nodes comes from, if they are those of the whole file. */
    function wholeFile(list: TSESTree.Node): TSESTree.CallExpression | null {
      const node = initializerOf(list) ?? list;
      if (node.type !== AST_NODE_TYPES.CallExpression) return null;
      const { callee, arguments: given } = node;
      if (
        callee.type !== AST_NODE_TYPES.MemberExpression ||
        callee.property.type !== AST_NODE_TYPES.Identifier
      )
        return null;
      if (callee.property.name === "filter") return wholeFile(callee.object);
      const most = WHOLE_FILE.get(callee.property.name);
      return most !== undefined && given.length <= most ? node : null;
    }

    function initializerOf(node: TSESTree.Node): TSESTree.Node | null {
      if (node.type !== AST_NODE_TYPES.Identifier) return null;
      const variable = ASTUtils.findVariable(sourceCode.getScope(node), node.name);
      const [definition] = variable?.defs ?? [];
      return definition?.node.type === AST_NODE_TYPES.VariableDeclarator
        ? definition.node.init
        : null;
    }

    /** Returns the place where a function calls itself, if a listener for the file starts it. */
    function walkOfFile(walk: TSESTree.FunctionDeclaration): TSESTree.Node | null {
      const [variable] = sourceCode.getDeclaredVariables?.(walk) ?? [];
      const uses = variable?.references.map(({ identifier }) => identifier) ?? [];
      const isWithin = (use: TSESTree.Node, [start, end]: TSESTree.Range) =>
        start < use.range[0] && use.range[1] <= end;
      if (!uses.some(isInFileListener)) return null;
      return uses.find((use) => isWithin(use, walk.range)) ?? null;
    }

    return {
      "CallExpression[callee.property.name='report']"(call: TSESTree.CallExpression) {
        const loop = loopAround(call);
        if (loop) context.report({ node: loop, messageId: "loop" });
      },
    };
  },
});

/** Returns true for a name in a listener for the node that is the whole file. */
function isInFileListener({ parent }: TSESTree.Node): boolean {
  if (!parent) return false;
  if (parent.type !== AST_NODE_TYPES.Property) return isInFileListener(parent);
  return /^source_file\b/u.test(nameOf(parent.key) ?? "");
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
