import { defineRule } from "@gopherwood/core";

// TODO: this example forbids calls of Go's own println. Forbid what your rule is about.
export default defineRule({
  name: "example/no-println",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow calls of println.",
      category: "Example",
    },
    messages: {
      println: "Log through the team's logger instead of calling println.",
    },
    // A file in which none of these words stands is not parsed.
    prefilter: ["println"],
  },
  create(context) {
    return {
      call_expression(node) {
        if (node.function.text !== "println") return;
        // The package may declare a function of this name.
        if (context.semantics.resolve(node.function)?.isUniverse !== true) return;
        context.report({ node, messageId: "println" });
      },
    };
  },
});
