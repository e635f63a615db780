import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  type ExemptFiles,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { commentGroups, type CommentGroup } from "../comment-groups.ts";
import { likenessOf } from "../commented-code.ts";

export default defineLegacyRule<[ExemptFiles], "code" | "delete">({
  name: "architecture/no-commented-out-code",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow code in comments that was turned off.",
      category: "Architecture Rules",
      recommended: true,
    },
    messages: {
      code: "Delete this code, which is turned off, or turn it on: the repository remembers it.",
      delete: "Delete the comment.",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: EXEMPT_FILES,
      },
    ],
    defaultOptions: [{ exemptPaths: [], tests: true }],
    prefilter: ["//", "/*"],
    lazy: true,
  },
  create(context) {
    const { sourceCode } = context;
    const exemption = fileExemption(context.filename, context.options[0]);

    const judge = (group: CommentGroup): void => {
      const { range, lines } = group;
      // What is no code as it stands is none where it is an example; to see that takes a parse.
      if (!mayBeCode(lines) || likenessOf(lines, false) === null) return;
      const node = sourceCode.tree.nodeAt(range[0]);
      if (node.kind !== "comment") return;
      const follower = followerOf(range[1], sourceCode);
      if (isForC(follower)) return;
      const likeness = likenessOf(lines, isDescribed(follower));
      if (likeness === null) return;
      if (likeness === "maybe") {
        const reason = "it may be an explanation in the form of code";
        context.attest({ node, verdict: "undecided", reason });
      } else if (exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: exemption });
      } else {
        context.report({
          node,
          loc: {
            start: sourceCode.getLocFromIndex(range[0]),
            end: sourceCode.getLocFromIndex(range[1]),
          },
          messageId: "code",
          suggest: [
            {
              messageId: "delete",
              fix: (fixer) => fixer.removeRange(wholeLines(range, sourceCode.text)),
            },
          ],
        });
      }
    };

    for (const group of commentGroups(sourceCode.text)) judge(group);
    return {};
  },
});

/** The cheapest test: code has one of these, and what an example prints is none. */
function mayBeCode(lines: readonly string[]): boolean {
  return (
    lines.some((line) => /[({=]/u.test(line)) &&
    !/^\s*(?:unordered )?output:/iu.test(lines[0] ?? "")
  );
}

/** What stands on the line below a comment, if that is not empty. */
function followerOf(end: number, { text, tree }: GoSourceCode): GoNode | null {
  const below = /^[ \t]*\r?\n[ \t]*(?=[^\s/])/u.exec(text.slice(end, end + 200));
  return below && tree.nodeAt(end + below[0].length);
}

/** Declarations and their parts have descriptions; statements have not. */
function isDescribed(follower: GoNode | null): boolean {
  for (let node = follower; node; node = node.parent) {
    if (node.kind === "statement_list" || node.kind === "block") return false;
    if (node.kind === "source_file") return true;
  }
  return false;
}

/** The C code before `import "C"` is not turned off. */
function isForC(follower: GoNode | null): boolean {
  let node = follower;
  while (node && node.kind !== "import_declaration") node = node.parent;
  return node?.text.includes('"C"') ?? false;
}

/** The lines of a range, with the end of the last one. */
function wholeLines([start, end]: readonly [number, number], text: string): [number, number] {
  const next = text.indexOf("\n", end);
  return [text.lastIndexOf("\n", start) + 1, next === -1 ? text.length : next + 1];
}
