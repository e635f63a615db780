import { defineRule, paths, testFiles } from "@gopherwood/core";
import { allowedCopyReason } from "../duplicates/allowed-copies.ts";
import { copiesIn, type Copy } from "../duplicates/copies.ts";
import { importersText, pathSeenFrom } from "../duplicates/wording.ts";
import { packageClauseOf } from "../package-clause.ts";

/** Names of files that programs write, some of them without saying so in the file. */
const GENERATED_FILES = [
  "zz_generated*.go",
  "{generated,gen}_*.go",
  "*_{generated,gen}.go",
  "*.{generated,gen,pb}.go",
  "{generated,gen}.go",
  "generated/**",
];

const OUTSIDE = { kind: "outside" } as const;
const ORIGINAL = { kind: "original" } as const;
const NOT_COMPARED = { kind: "not compared" } as const;

/** Source: "Cleanup Duplicate Code" in the failover systems assessment. */
export default defineRule({
  name: "architecture/no-duplicate-files",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow files that are copies of others, with or without changed names.",
      task: "Keep one of the files that are copies",
      category: "Architecture Rules",
      action: "cleanup",
    },
    messages: {
      identical:
        "This file is the same as '{{original}}': keep one of them, or move what they share to one place. {{importers}}.",
      renamed:
        "This file differs from '{{original}}' only in comments, imports and names: keep one of them, or move what they share to one place. {{importers}}.",
      similar:
        "This file is {{similarity}} % the same as '{{original}}', apart from comments, imports and names: keep one of them, or move what they share to one place. {{importers}}.",
    },
    options: {
      minTokens: {
        description: "How many tokens a file has at least, without imports and comments.",
        type: "integer",
        minimum: 1,
        default: 250,
      },
      minSimilarity: {
        description: "From what similarity on files are copies, in per cent.",
        type: "number",
        minimum: 50,
        maximum: 100,
        default: 85,
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths(GENERATED_FILES) },
    prefilter: ["package"],
    lazy: true,
  },
  askTree({ path, index, files }, { minTokens, minSimilarity }) {
    const file = index.fileAt(path);
    if (!file) return OUTSIDE;
    const thresholds = { minTokens, minSimilarity: minSimilarity / 100 };
    const copy = copiesIn(index, files, thresholds).get(path);
    if (!copy) return copy === null ? ORIGINAL : NOT_COMPARED;
    const { original } = copy;
    return {
      kind: "copy",
      path: original.path,
      allowed: allowedCopyReason(path, original.path, files),
      messageId: messageOf(copy),
      data: {
        original: pathSeenFrom(file, original, index),
        // Never rounded up to what it is not.
        similarity: Math.floor(copy.similarity * 100),
        importers: importersText(file, index),
      },
    } as const;
  },
  create(context, _options, answer) {
    const loc = packageClauseOf(context.sourceCode);
    if (loc === null || answer.kind === "not compared") return {};
    if (answer.kind === "outside") {
      const reason = "the file is not a part of the tree that is compared";
      context.attest({ loc, verdict: "undecided", reason });
    } else if (answer.kind === "original") {
      context.attest({ loc, verdict: "compliant" });
    } else if (answer.allowed !== null) {
      context.attest({ loc, verdict: "exempt", reason: answer.allowed });
    } else {
      const { path, messageId, data } = answer;
      context.report({
        loc,
        messageId,
        data,
        related: [{ path }],
        noFixReason: "which of the two stays is for the team to decide",
      });
    }
    return {};
  },
});

function messageOf({ isIdentical, similarity }: Copy): "identical" | "renamed" | "similar" {
  if (isIdentical) return "identical";
  return similarity === 1 ? "renamed" : "similar";
}
