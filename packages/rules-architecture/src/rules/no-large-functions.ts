import { defineRule, enclosingSymbol, paths, testFiles, type GoNode } from "@gopherwood/core";
import { countCodeLines, lineSpan } from "../code-lines.ts";

export default defineRule({
  name: "architecture/no-large-functions",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow functions with too many lines of code.",
      task: "Split functions that are too long",
      category: "Architecture Rules",
    },
    messages: {
      large:
        "The body of {{name}} has {{lines}} lines of code, and {{max}} are allowed: give its steps functions of their own.",
    },
    options: {
      max: {
        description: "How many lines of code the body of a function may have.",
        type: "integer",
        minimum: 1,
        default: 100,
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ["func"],
  },
  create(context, { max }) {
    const { sourceCode } = context;
    let depth = 0;

    /** @param node The name of a function, or what else is reported. */
    const judge = (node: GoNode, body: GoNode | null): void => {
      if (!body) return;
      // Without its braces.
      const range = [body.range[0] + 1, body.range[1] - 1] as const;
      const lines =
        lineSpan(body) - 2 > max ? countCodeLines(sourceCode, range) : lineSpan(body) - 2;
      if (lines <= max) {
        context.attest({ node, verdict: "compliant" });
      } else {
        const name = enclosingSymbol(node) || "this function";
        context.report({
          node,
          messageId: "large",
          data: { name, lines, max },
          noFixReason: "where to cut is for the team to decide",
        });
      }
    };
    const leave = (): void => {
      depth -= 1;
    };

    return {
      function_declaration(node) {
        depth += 1;
        judge(node.name, node.body ?? null);
      },
      "function_declaration:exit": leave,
      method_declaration(node) {
        depth += 1;
        judge(node.name, node.body ?? null);
      },
      "method_declaration:exit": leave,
      func_literal(node) {
        // One inside a function is a part of it.
        if (depth === 0) judge(node.parameters, node.body);
        depth += 1;
      },
      "func_literal:exit": leave,
    };
  },
});
