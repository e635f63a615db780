import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  type ExemptFiles,
} from "@gopherwood/core";
import { countCodeLines } from "../code-lines.ts";
import { packageClauseOf } from "../package-clause.ts";

export interface Options extends ExemptFiles {
  /** How many lines of code a file may have. */
  readonly max: number;
}

/** Source: the file sizes of the failover systems assessment. */
export default defineLegacyRule<[Options], "large">({
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
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [{ max: 750, exemptPaths: [], tests: false }],
    lazy: true,
  },
  create(context) {
    const [{ max, ...exemptions }] = context.options;
    const { sourceCode } = context;

    const loc = packageClauseOf(sourceCode);
    if (loc === null) return {};
    const lines =
      sourceCode.lines.length <= max
        ? sourceCode.lines.length
        : countCodeLines(sourceCode, [0, sourceCode.text.length]);
    const exemption = fileExemption(context.filename, exemptions);
    if (lines <= max) context.attest({ loc, verdict: "compliant" });
    else if (exemption !== null) context.attest({ loc, verdict: "exempt", reason: exemption });
    else {
      context.report({
        loc,
        messageId: "large",
        data: { lines, max },
        noFixReason: "where to cut is for the team to say",
      });
    }
    return {};
  },
});
