import { defineRule, paths, testFiles, type GoSourceCode } from "@gopherwood/core";
import { countCodeLines } from "../code-lines.ts";
import { packageClauseOf } from "../package-clause.ts";

// Source: the file sizes of the failover systems assessment.
// eslint-disable-next-line gopherwood-authoring/require-prefilter -- every file has a length
export default defineRule({
  name: "architecture/no-large-files",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow files with too many lines of code.",
      task: "Split files that are too long",
      category: "Architecture Rules",
    },
    messages: {
      large:
        "This file has {{lines}} lines of code, and {{max}} are allowed: move what belongs together to a file of its own.",
    },
    options: {
      max: {
        description: "How many lines of code a file may have.",
        type: "integer",
        minimum: 1,
        default: 750,
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    lazy: true,
  },
  create(context, { max }) {
    const { sourceCode } = context;
    const loc = packageClauseOf(sourceCode);
    if (loc === null) return {};
    const lines = countLines(sourceCode, max);
    if (lines <= max) {
      context.attest({ loc, verdict: "compliant" });
    } else {
      context.report({
        loc,
        messageId: "large",
        data: { lines, max },
        noFixReason: "where to cut is for the team to decide",
      });
    }
    return {};
  },
});

/** Returns the lines of code, or all lines of a file that is small enough with its comments. */
function countLines(sourceCode: GoSourceCode, max: number): number {
  const { lines, text } = sourceCode;
  return lines.length <= max ? lines.length : countCodeLines(sourceCode, [0, text.length]);
}
