import { createRule } from "../create-rule.ts";
import { keysOf, nameOf, ruleDefinitionOf } from "../rule-definition.ts";

const IGNORED = new Set(["schema", "defaultOptions"]);

export default createRule({
  name: "no-manual-schema",
  meta: {
    type: "problem",
    docs: { description: "Disallow a schema or defaults of options that are written by hand." },
    messages: {
      ignored:
        "'defineRule' ignores '{{key}}': declare each option in 'meta.options', with its default.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      CallExpression(call) {
        const meta = ruleDefinitionOf(call)?.meta;
        for (const node of meta ? keysOf(meta) : []) {
          const key = nameOf(node) ?? "";
          if (IGNORED.has(key)) context.report({ node, messageId: "ignored", data: { key } });
        }
      },
    };
  },
});
