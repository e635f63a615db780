import { ASTUtils, AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { FIELDS } from "../fields.generated.ts";
import { listenersOf, ruleDefinitionOf, type FunctionNode } from "../rule-definition.ts";

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
    /** Checks a function that listens to some kinds: what one of them has may be read. */
    function check(listen: FunctionNode, kinds: readonly string[]): void {
      const known = kinds.map((kind) =>
        Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined,
      );
      const [parameter] = listen.params;
      if (!parameter || known.includes(undefined)) return;
      const kind = kinds.join(" or ");
      const fields = [...new Set(known.flatMap((some) => some ?? []))];
      for (const { name, node } of readsOf(parameter, listen)) {
        if (COMMON.has(name) || fields.includes(name)) continue;
        const data = { kind, field: name, fields: fields.join(", ") || "none" };
        context.report({ node, messageId: "unknown", data });
      }
    }

    /** Returns the properties that a function reads of a parameter. */
    function readsOf(parameter: TSESTree.Parameter, listen: TSESTree.Node): Read[] {
      if (parameter.type === AST_NODE_TYPES.ObjectPattern) {
        return parameter.properties.flatMap((property) =>
          property.type === AST_NODE_TYPES.Property &&
          !property.computed &&
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
        parent.property.type === AST_NODE_TYPES.Identifier
          ? [{ name: parent.property.name, node: parent.property }]
          : [],
      );
    }

    return {
      CallExpression(call) {
        const create = ruleDefinitionOf(call)?.create;
        if (!create) return;
        const kinds = new Map<FunctionNode, string[]>();
        for (const { selector, listen } of listenersOf(create, context.sourceCode)) {
          if (!listen) continue;
          kinds.set(listen, [...(kinds.get(listen) ?? []), selector.replace(/:exit$/u, "")]);
        }
        kinds.forEach((some, listen) => {
          check(listen, some);
        });
      },
    };
  },
});

/** A property that is read of a node. */
interface Read {
  readonly name: string;
  readonly node: TSESTree.Node;
}
