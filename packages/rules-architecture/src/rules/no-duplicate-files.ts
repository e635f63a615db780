import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  projectIndexOf,
  type ExemptFiles,
  type IndexedFile,
  type ProjectIndex,
} from "@gopherwood/core";
import { reasonForCopy } from "../duplicates/differences.ts";
import { copiesIn, type Copy } from "../duplicates/find-copies.ts";
import { importersOf, kindOfCopy, pathInTree } from "../duplicates/originality.ts";
import { packageClauseOf } from "../package-clause.ts";

export interface Options extends ExemptFiles {
  /** How many tokens a file has at least, without imports and comments. */
  readonly minTokens: number;
  /** From what similarity on files are copies, in per cent. */
  readonly minSimilarity: number;
}

/** Source: "Cleanup Duplicate Code" in the failover systems assessment. */
export default defineLegacyRule<[Options], "identical" | "renamed" | "similar">({
  name: "architecture/no-duplicate-files",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow files that are copies of others, with or without changed names.",
      category: "Architecture Rules",
      action: "cleanup",
      recommended: true,
    },
    messages: {
      identical:
        "This {{kind}} says what '{{original}}' says: keep one of them, or move what they share to one place. {{importers}}.",
      renamed:
        "This {{kind}} differs from '{{original}}' in comments, imports and names alone: keep one of them, or move what they share to one place. {{importers}}.",
      similar:
        "This {{kind}} is {{similarity}} % the same as '{{original}}', apart from comments, imports and names: keep one of them, or move what they share to one place. {{importers}}.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          minTokens: {
            description: "How many tokens a file has at least, without imports and comments.",
            type: "integer",
            minimum: 1,
          },
          minSimilarity: {
            description: "From what similarity on files are copies, in per cent.",
            type: "number",
            minimum: 50,
            maximum: 100,
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      { minTokens: 250, minSimilarity: 85, exemptPaths: ["zz_generated*.go"], tests: false },
    ],
    prefilter: ["package"],
    lazy: true,
  },
  create(context) {
    const [{ minTokens, minSimilarity, ...exemptions }] = context.options;
    const { path, files } = context.sourceCode;

    const loc = packageClauseOf(context.sourceCode);
    if (loc === null) return {};
    const index = projectIndexOf(context.sourceCode);
    const file = index.fileAt(path);
    if (!file) {
      const reason = "the file is not a part of the tree that is compared";
      context.attest({ loc, verdict: "undecided", reason });
      return {};
    }
    const thresholds = { minTokens, minSimilarity: minSimilarity / 100 };
    const copy = copiesIn(index, files, thresholds).get(path);
    if (copy === undefined) return {};
    if (copy === null) {
      context.attest({ loc, verdict: "compliant" });
      return {};
    }
    const reason =
      fileExemption(context.filename, exemptions) ??
      reasonForCopy(path, copy.original.path, files);
    if (reason !== null) {
      context.attest({ loc, verdict: "exempt", reason });
      return {};
    }
    context.report({
      loc,
      messageId: messageOf(copy),
      data: {
        kind: kindOfCopy(pathInTree(index, path)) ?? "file",
        original: pathSeenFrom(file, copy.original, index),
        // Never rounded up to what it is not.
        similarity: Math.floor(copy.similarity * 100),
        importers: importersText(file, index),
      },
      related: [{ path: copy.original.path }],
      noFixReason: "which of the two stays is for the team to say",
    });
    return {};
  },
});

function messageOf({ isIdentical, similarity }: Copy): "identical" | "renamed" | "similar" {
  if (isIdentical) return "identical";
  return similarity === 1 ? "renamed" : "similar";
}

/** The path of a file inside the module of another, or else inside the tree. */
function pathSeenFrom(
  { package: { moduleDirectory } }: IndexedFile,
  { path }: IndexedFile,
  index: ProjectIndex,
): string {
  return moduleDirectory !== null && path.startsWith(`${moduleDirectory}/`)
    ? path.slice(moduleDirectory.length + 1)
    : pathInTree(index, path);
}

/** Who would miss the file. */
function importersText(file: IndexedFile, index: ProjectIndex): string {
  if (file.isTest) return "It is a test";
  if (file.package.name === "main") return "It is a part of a program";
  const count = importersOf(file.package, index);
  if (count === 0) return "Nothing imports its package";
  return count === 1
    ? "One package imports its package"
    : `${count} packages import its package`;
}
