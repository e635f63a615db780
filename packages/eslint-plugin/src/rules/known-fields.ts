import { ASTUtils, AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { FIELDS } from "../fields.generated.ts";
import { listenersOf, ruleDefinitionOf, type Listener } from "../rule-definition.ts";

/** The properties of every node. */
const COMMON = new Set(
  "kind range loc text parent namedChildren isMissing hasError".split(" "),
);

export default createRule({
  name: "known-fields",
  meta: {
    type: "problem",
    docs: { description: "Disallow fields that a listener's node kind has not." },
    messages: {
      unknown: "A {{kind}} has no field '{{field}}'; it has {{fields}}.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    function check({ selector, listen }: Listener): void {
      const kind = selector.replace(/:exit$/u, "");
      const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
      const [parameter] = listen?.params ?? [];
      if (!fields || !listen || !parameter) return;
      for (const { name, node } of readsOf(parameter, listen)) {
        if (COMMON.has(name) || fields.includes(name)) continue;
        const known = fields.length === 0 ? "none" : fields.join(", ");
        context.report({
          node,
          messageId: "unknown",
          data: { kind, field: name, fields: known },
        });
      }
    }

    /** Returns the properties that a function reads of a parameter. */
    function readsOf(parameter: TSESTree.Parameter, listen: TSESTree.Node): Read[] {
      if (parameter.type === AST_NODE_TYPES.ObjectPattern) {
        return parameter.properties.flatMap((property) =>
          property.type === AST_NODE_TYPES.Property &&
          property.key.type === AST_NODE_TYPES.Identifier
            ? [{ name: property.key.name, node: property.key }]
            : [],
        );
      }
      if (parameter.type !== AST_NODE_TYPES.Identifier) return [];
      const scope = context.sourceCode.getScope(listen);
      const variable = ASTUtils.findVariable(scope, parameter.name);
      return (variable?.references ?? []).flatMap(({ identifier: { parent } }) =>
        parent?.type === AST_NODE_TYPES.MemberExpression &&
        !parent.computed &&
        parent.property.type === AST_NODE_TYPES.Identifier &&
        parent.object.type === AST_NODE_TYPES.Identifier &&
        parent.object.name === parameter.name
          ? [{ name: parent.property.name, node: parent.property }]
          : [],
      );
    }

    return {
      CallExpression(call) {
        const create = ruleDefinitionOf(call)?.create;
        if (create) listenersOf(create).forEach(check);
      },
    };
  },
});

/** A property that is read of a node. */
interface Read {
  readonly name: string;
  readonly node: TSESTree.Node;
}
