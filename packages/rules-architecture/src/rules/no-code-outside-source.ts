import { defineRule, matchesGlob, STRINGS } from "@gopherwood/core";
import { packageClauseOf } from "../package-clause.ts";

/** Source: the assessment's "Verify No Dependencies" and "Archive Safely". */
export default defineRule({
  name: "architecture/no-code-outside-source",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Go files outside of the source tree.",
      task: "Move Go files into the source tree",
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
      exemptPaths: {
        description: "Globs of the files that may be elsewhere.",
        ...STRINGS,
        default: [],
      },
    },
    // Nothing is outside of a tree that the team has not described.
    prefilter: ({ source }) => (source.length > 0 ? ["package"] : []),
    lazy: true,
  },
  create(context, { source, exemptPaths }) {
    const { projectPath, sourceCode } = context;
    const loc = packageClauseOf(sourceCode);
    if (loc === null) return {};
    const matchOf = (globs: readonly string[]) =>
      globs.find((glob) => matchesGlob(projectPath, glob));
    const exempt = matchOf(exemptPaths);
    if (matchOf(source) !== undefined) {
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
