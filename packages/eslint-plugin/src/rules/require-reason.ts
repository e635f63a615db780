import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.ts";
import { hasSpread, valueOf } from "../rule-definition.ts";

const NEED_REASON = new Set<unknown>(["exempt", "undecided"]);

export default createRule({
  name: "require-reason",
  meta: {
    type: "problem",
    docs: { description: "Require a reason of sites that are exempt or undecided." },
    messages: {
      missing: "Say in 'reason' why the site is {{verdict}}: reports print it.",
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      "CallExpression[callee.property.name='attest'] > ObjectExpression"(
        node: TSESTree.ObjectExpression,
      ) {
        if (hasSpread(node)) return;
        const verdict = valueOf(node, "verdict");
        if (verdict?.type !== AST_NODE_TYPES.Literal || !NEED_REASON.has(verdict.value)) return;
        if (valueOf(node, "reason")) return;
        const data = { verdict: String(verdict.value) };
        context.report({ node: verdict, messageId: "missing", data });
      },
    };
  },
});
