import { createRule } from "../create-rule.ts";
import { FIELDS } from "../fields.generated.ts";
import { listenersOf, ruleDefinitionOf } from "../rule-definition.ts";

export default createRule({
  name: "known-node-kinds",
  meta: {
    type: "problem",
    docs: { description: "Disallow listeners for node kinds that Go's grammar has not." },
    messages: {
      unknown:
        "Go's grammar has no node kind '{{kind}}': 'gopherwood ast' prints those of a file.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      CallExpression(call) {
        const create = ruleDefinitionOf(call)?.create;
        if (!create) return;
        for (const { key, selector } of listenersOf(create, context.sourceCode)) {
          for (const kind of kindsIn(selector)) {
            if (!Object.hasOwn(FIELDS, kind)) {
              context.report({ node: key, messageId: "unknown", data: { kind } });
            }
          }
        }
      },
    };
  },
});

/** Returns the node kinds in an esquery selector, without its attributes, fields and classes. */
function kindsIn(selector: string): string[] {
  const kinds = selector.replaceAll(/\[[^\]]*\]/gu, "").replaceAll(/:[\w-]+|\.\w+/gu, " ");
  return kinds.match(/[A-Za-z_]\w*/gu) ?? [];
}
