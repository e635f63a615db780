import { defineLegacyRule, matchesGlob, STRING_LIST } from "@gopherwood/core";
import { packageClauseOf } from "../package-clause.ts";

export interface Options {
  /** Globs of the files of the canonical tree. */
  readonly source: readonly string[];
  /** Globs of the files that may be elsewhere. */
  readonly exemptPaths: readonly string[];
}

/** Source: the assessment's "Verify No Dependencies" and "Archive Safely". */
export default defineLegacyRule<[Options], "outside">({
  name: "architecture/no-code-outside-source",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Go files outside of the source tree.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: false,
    },
    messages: {
      outside:
        "This file is outside of the source tree ({{source}}): move it there, or delete it if nothing needs it.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          source: { description: "Globs of the files of the source tree.", ...STRING_LIST },
          exemptPaths: {
            description: "Globs of the files that may be elsewhere.",
            ...STRING_LIST,
          },
        },
      },
    ],
    defaultOptions: [{ source: [], exemptPaths: [] }],
    // Where the team has not said what its tree is, nothing can be outside of it.
    prefilter: ([{ source }]) => (source.length > 0 ? ["package"] : []),
    lazy: true,
  },
  create(context) {
    const [{ source, exemptPaths }] = context.options;
    const globOf = (globs: readonly string[]) =>
      globs.find((glob) => matchesGlob(context.filename, glob));

    const loc = packageClauseOf(context.sourceCode);
    if (loc === null) return {};
    const exempt = globOf(exemptPaths);
    if (globOf(source) !== undefined) {
      context.attest({ loc, verdict: "compliant" });
    } else if (exempt !== undefined) {
      context.attest({ loc, verdict: "exempt", reason: `exempt path: ${exempt}` });
    } else {
      context.report({
        loc,
        messageId: "outside",
        data: { source: source.join(", ") },
        noFixReason: "files are moved or deleted by hand",
      });
    }
    return {};
  },
});
