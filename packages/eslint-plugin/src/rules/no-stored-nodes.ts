import { ASTUtils, AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { listenersOf, ruleDefinitionOf } from "../rule-definition.ts";

/** The scopes that live as long as the process. */
const OUTERMOST = new Set<string>(["global", "module"]);

/** Methods that keep their arguments. */
const STORE = new Set(["add", "push", "set", "unshift"]);

export default createRule({
  name: "no-stored-nodes",
  meta: {
    type: "problem",
    docs: { description: "Disallow keeping the nodes of a file in variables of the module." },
    messages: {
      stored:
        "'{{name}}' outlives the file, and a node keeps its whole tree: declare it in 'create', or keep texts and places.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode } = context;

    /** Returns the variable of the module that keeps a value, or null. */
    function keeperOf(value: TSESTree.Node): TSESTree.Identifier | null {
      const { parent } = value;
      if (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.right === value) {
        const { left } = parent;
        const target = left.type === AST_NODE_TYPES.MemberExpression ? left.object : left;
        return moduleVariable(target);
      }
      if (parent?.type !== AST_NODE_TYPES.CallExpression) return null;
      const { callee } = parent;
      return callee.type === AST_NODE_TYPES.MemberExpression &&
        callee.property.type === AST_NODE_TYPES.Identifier &&
        STORE.has(callee.property.name)
        ? moduleVariable(callee.object)
        : null;
    }

    function moduleVariable(node: TSESTree.Node): TSESTree.Identifier | null {
      if (node.type !== AST_NODE_TYPES.Identifier) return null;
      const variable = ASTUtils.findVariable(sourceCode.getScope(node), node.name);
      if (!variable || !OUTERMOST.has(variable.scope.type)) return null;
      // Nodes are the keys of a WeakMap as long as somebody else keeps them.
      const [definition] = variable.defs;
      const { init } = (definition?.node ?? {}) as { init?: TSESTree.Node | null };
      return init && /^new Weak(?:Map|Set)\b/u.test(sourceCode.getText(init)) ? null : node;
    }

    return {
      CallExpression(call) {
        const create = ruleDefinitionOf(call)?.create;
        if (!create) return;
        const listeners = listenersOf(create, sourceCode).map(({ listen }) => listen);
        for (const listen of new Set(listeners)) {
          const [parameter] = listen?.params ?? [];
          if (!listen || parameter?.type !== AST_NODE_TYPES.Identifier) continue;
          const variable = ASTUtils.findVariable(sourceCode.getScope(listen), parameter.name);
          for (const { identifier } of variable?.references ?? []) {
            const value = wholeRead(identifier);
            const keeper = keeperOf(value);
            if (!keeper) continue;
            const data = { name: keeper.name };
            context.report({ node: value, messageId: "stored", data });
          }
        }
      },
    };
  },
});

/** Properties of a node that are no nodes. */
const PLAIN = new Set(["kind", "range", "loc", "text", "isMissing", "hasError"]);

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
