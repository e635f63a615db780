import { defineRule, paths, testFiles, type GoNode, type GoSourceCode } from "@gopherwood/core";
import { commentGroups, type CommentGroup } from "../comments/comment-groups.ts";
import { codeLikelihood, mayBeCode } from "../comments/commented-code.ts";

export default defineRule({
  name: "architecture/no-commented-out-code",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow code in comments that was turned off.",
      task: "Delete code that was turned off in comments",
      category: "Architecture Rules",
    },
    messages: {
      code: "Delete this commented-out code, or turn it on again: the repository remembers it.",
      delete: "Delete the comment.",
    },
    hasSuggestions: true,
    exemptions: { tests: testFiles(true), exemptPaths: paths() },
    prefilter: ["//", "/*"],
    lazy: true,
  },
  create(context) {
    const { sourceCode } = context;

    const judge = ({ range, lines }: CommentGroup): void => {
      // Code that documents something is an example; to see whether it does takes a parse.
      if (isOutput(lines) || !mayBeCode(lines)) return;
      const node = sourceCode.tree.nodeAt(range[0]);
      if (node.kind !== "comment") return;
      const next = nodeBelow(range[1], sourceCode);
      if (isCgoImport(next)) return;
      const likelihood = codeLikelihood(lines, isDocumented(next), node.parent);
      if (likelihood === "possible") {
        const reason = "it may be an explanation in the form of code";
        context.attest({ node, verdict: "undecided", reason });
      } else if (likelihood === "certain") {
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

/** Returns true for what an example prints. */
function isOutput([first = ""]: readonly string[]): boolean {
  return /^\s*(?:unordered )?output:/iu.test(first);
}

/** Returns the node that begins on the line below an offset, or null if that line is empty. */
function nodeBelow(offset: number, { text, tree }: GoSourceCode): GoNode | null {
  const below = /^[ \t]*\r?\n[ \t]*(?=[^\s/])/u.exec(text.slice(offset, offset + 200));
  return below && tree.nodeAt(offset + below[0].length);
}

/** Returns true for declarations and their parts, which have documentation; statements have not. */
function isDocumented(next: GoNode | null): boolean {
  for (let node = next; node; node = node.parent) {
    if (node.kind === "statement_list" || node.kind === "block") return false;
    if (node.kind === "source_file") return true;
  }
  return false;
}

/** Returns true for `import "C"`: the C code above it is compiled. */
function isCgoImport(next: GoNode | null): boolean {
  let node = next;
  while (node && node.kind !== "import_declaration") node = node.parent;
  return node?.text.includes('"C"') ?? false;
}

/**
 * Returns the range of all lines that a range touches, with the end of the last one, and the
 * empty lines that gofmt would not keep without them. Between elements whose values gofmt
 * aligns an empty line stays, as the comment did: it would align them anew.
 */
function wholeLines([start, end]: readonly [number, number], text: string): [number, number] {
  const next = text.indexOf("\n", end);
  const before = text.slice(0, text.lastIndexOf("\n", start) + 1);
  const after = next === -1 ? "" : text.slice(next + 1);
  const column = valueColumn(before.slice(before.lastIndexOf("\n", before.length - 2) + 1));
  if (column !== null && column !== (valueColumn(after) ?? column)) {
    return [before.length, text[next - 1] === "\r" ? next - 1 : next];
  }
  const [below = ""] = /^(?:[ \t]*\r?\n)+/u.exec(after) ?? [];
  const isClosed = /^(?:[ \t]*[)}]|$)/u.test(after.slice(below.length));
  const [above = ""] = (isClosed && /(?<=\n)(?:[ \t]*\r?\n)+$/u.exec(before)) || [];
  const isOpen = /(?:[({]|\n[ \t]*)\r?\n$/u.test(before);
  return [
    before.length - above.length,
    text.length - after.length + (isOpen || isClosed ? below.length : 0),
  ];
}

/** Returns the column of the value if a text begins with a keyed element of a literal, or null. */
function valueColumn(text: string): number | null {
  return /^[ \t]*[^\s:]+: +(?=\S)/u.exec(text)?.[0].length ?? null;
}
