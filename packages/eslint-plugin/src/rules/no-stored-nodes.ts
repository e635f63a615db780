import { ASTUtils, AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { nodeReadsOf } from "../node-reads.ts";
import { listenersOf, ruleDefinitionOf } from "../rule-definition.ts";

/** The scopes that live as long as the process. */
const OUTERMOST = new Set<string>(["global", "module"]);

/** Methods that keep their arguments. */
const STORE = new Set(["add", "push", "set", "unshift"]);

/** Expressions that keep those in them. */
const CONTAINERS = new Set<string>([
  AST_NODE_TYPES.ArrayExpression,
  AST_NODE_TYPES.ObjectExpression,
  AST_NODE_TYPES.SpreadElement,
  AST_NODE_TYPES.TSAsExpression,
  AST_NODE_TYPES.TSNonNullExpression,
]);

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
    function keeperOf(read: TSESTree.Node): TSESTree.Identifier | null {
      const value = outermost(read);
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
          for (const value of listen ? nodeReadsOf(listen, sourceCode) : []) {
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

/** Returns the literal around a value in `{ node }`, `[node]` or `[...nodes]`; else the value. */
function outermost(value: TSESTree.Node): TSESTree.Node {
  const { parent } = value;
  return parent && (CONTAINERS.has(parent.type) || isValue(value, parent))
    ? outermost(parent)
    : value;
}

function isValue(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  return parent.type === AST_NODE_TYPES.Property && parent.value === node;
}
