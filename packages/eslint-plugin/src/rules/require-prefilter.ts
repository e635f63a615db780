import { AST_NODE_TYPES } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { hasSpread, ruleDefinitionOf, valueOf } from "../rule-definition.ts";

export default createRule({
  name: "require-prefilter",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require rules to name words without which they have nothing to say.",
    },
    messages: {
      missing:
        "Name in 'meta.prefilter' the words, one of which stands in every file that the rule has something to say about: other files are not parsed then.",
      empty:
        "The empty word stands in every file: leave the file to be parsed, or name a word.",
      none: "Without a word no file is parsed, and the rule never looks at one: name the words.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      CallExpression(call) {
        const meta = ruleDefinitionOf(call)?.meta;
        if (!meta || hasSpread(meta)) return;
        const prefilter = valueOf(meta, "prefilter");
        if (!prefilter) context.report({ node: call.callee, messageId: "missing" });
        if (prefilter?.type !== AST_NODE_TYPES.ArrayExpression) return;
        if (prefilter.elements.length === 0) {
          context.report({ node: prefilter, messageId: "none" });
        }
        for (const element of prefilter.elements) {
          if (element?.type === AST_NODE_TYPES.Literal && element.value === "") {
            context.report({ node: element, messageId: "empty" });
          }
        }
      },
    };
  },
});
