import { defineRule } from "@gopherwood/core";
import { countCodeLines } from "../code-lines.ts";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";

export interface Options extends Exemptions {
  /** How many lines of code a file may have. */
  readonly max: number;
}

/** Source: issue 5; the file sizes of the failover systems assessment. */
export default defineRule<[Options], "large">({
  name: "architecture/no-large-files",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow files with too many lines of code.",
      category: "Architecture Rules",
      recommended: false,
    },
    messages: {
      large:
        "This file has {{lines}} lines of code, and {{max}} are allowed: move what belongs together to a file of its own.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          max: {
            description: "How many lines of code a file may have.",
            type: "integer",
            minimum: 1,
          },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [{ max: 750, exemptPaths: [], tests: false }],
  },
  create(context) {
    const [{ max, ...exemptions }] = context.options;
    const { sourceCode } = context;

    return {
      package_clause(node) {
        const fits =
          sourceCode.lines.length <= max ||
          countCodeLines(sourceCode, [0, sourceCode.text.length]) <= max;
        if (fits) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const reason = exemptionOf(context.filename, exemptions);
        if (reason !== null) {
          context.attest({ node, verdict: "exempt", reason });
          return;
        }
        const lines = countCodeLines(sourceCode, [0, sourceCode.text.length]);
        context.report({
          node,
          messageId: "large",
          data: { lines, max },
          unfixable: "where to cut is for the team to say",
        });
      },
    };
  },
});
