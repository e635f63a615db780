import { defineRule, matchesGlob, paths, STRINGS } from "@gopherwood/core";
import { packageClauseOf } from "../package-clause.ts";

/** Source: the assessment's "Verify No Dependencies" and "Archive Safely". */
export default defineRule({
  name: "architecture/no-code-outside-source",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Go files outside of the source tree.",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      outside:
        "This file is outside of the source tree ({{source}}): move it there, or delete it if nothing needs it.",
    },
    options: {
      source: {
        description: "Globs of the files of the source tree.",
        ...STRINGS,
        default: [],
      },
    },
    exemptions: {
      exemptPaths: paths([], {
        description: "Globs of the files that may be elsewhere.",
        reason: "exempt path",
      }),
    },
    // Nothing is outside of a tree that the team has not described.
    prefilter: ({ source }) => (source.length > 0 ? ["package"] : []),
    lazy: true,
  },
  create(context, { source }) {
    const loc = packageClauseOf(context.sourceCode);
    if (loc === null) return {};
    if (source.some((glob) => matchesGlob(context.projectPath, glob))) {
      context.attest({ loc, verdict: "compliant" });
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
