import { defineRule, semanticsOf } from "@gopherwood/core";

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
    schema: [],
    // A file in which none of these words stands is not parsed.
    prefilter: ["println"],
  },
  create(context) {
    const semantics = semanticsOf(context.sourceCode);
    return {
      call_expression(node) {
        if (node.function.text !== "println") return;
        // The package may declare a function of this name.
        if (semantics.resolve(node.function)?.isUniverse !== true) return;
        context.report({ node, messageId: "println" });
      },
    };
  },
});
