// A config with one rule, which writes `bar` for calls of `foo`.
import core, { defineRule } from "@gopherwood/core";

const fix = defineRule({
  name: "demo/fix",
  meta: {
    docs: { description: "Disallow foo.", category: "demo" },
    messages: { foo: "Do not use foo." },
    fixable: "code",
  },
  create: (context) => ({
    call_expression(node) {
      if (node.function.text !== "foo") return;
      context.report({
        node,
        messageId: "foo",
        fix: (fixer) => fixer.replaceText(node.function, "bar"),
      });
    },
  }),
});

export const base = {
  files: ["**/*.go"],
  plugins: { demo: { rules: { fix } }, gopherwood: core },
  language: "gopherwood/go",
  rules: { "demo/fix": "error" },
};

export default [base];
