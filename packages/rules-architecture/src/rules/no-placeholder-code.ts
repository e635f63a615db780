import {
  defineRule,
  isBuildConstrained,
  paths,
  testFiles,
  type GoNode,
  type GoSourceCode,
  type SourceRange,
} from "@gopherwood/core";
import { commentParagraphs, type CommentLine } from "../comments/comment-paragraphs.ts";
import { markPattern } from "../placeholders/marks.ts";
import { PLACEHOLDER_OPTIONS, TEST_DOUBLES } from "../placeholders/options.ts";
import { isSaidOfOther } from "../placeholders/phrase-subjects.ts";
import { literalsOf, phrasePattern } from "../placeholders/phrases.ts";
import { messageOf } from "../placeholders/unimplemented-calls.ts";

type Place = { readonly node: GoNode } | { readonly loc: SourceRange };

/** Source: the team's rule against simulation code. */
export default defineRule({
  name: "architecture/no-placeholder-code",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow code that stands for code which is still to be written.",
      task: "Write the code that placeholders stand for",
      category: "Architecture Rules",
    },
    messages: {
      unfinished: "Finish this, or name the issue that records it: '{{text}}'.",
      "stand-in": "Write the real code that this stands for: '{{text}}'.",
      missing: "Implement this, or remove it: it only says '{{text}}'.",
    },
    options: PLACEHOLDER_OPTIONS,
    exemptions: { tests: testFiles(), exemptPaths: paths(TEST_DOUBLES) },
    prefilter: ({ marks, phrases, missing }) => [
      ...marks,
      ...[...phrases, ...missing].flatMap(literalsOf),
    ],
    lazy: true,
  },
  create(context, { marks, phrases, missing, tracked }) {
    const { sourceCode, filename } = context;
    const { text: all } = sourceCode;
    const mark = markPattern(marks);
    const [phrase, missingPhrase] = [phrases, missing].map(phrasePattern);
    const hasMark = marks.some((one) => all.includes(one));
    if (!hasMark && !phrase?.test(all) && !missingPhrase?.test(all)) return {};
    const isTracked = tracked === "" ? null : new RegExp(tracked, "u");
    const isForSomeBuilds = isBuildConstrained(filename, all);

    const report = (
      place: Place,
      messageId: "unfinished" | "stand-in" | "missing",
      text: string,
    ): void => {
      const noFixReason = "what the real code does is not known";
      if (messageId !== "unfinished" && isForSomeBuilds) {
        const reason = "the file is for some builds alone";
        context.attest({ ...place, verdict: "exempt", reason });
      } else {
        context.report({ ...place, messageId, data: { text: shortened(text) }, noFixReason });
      }
    };

    const judgeLine = (line: CommentLine, paragraph: readonly CommentLine[]): void => {
      const at = paragraph.indexOf(line);
      const place = placeOf(line, sourceCode);
      const before = textOf(paragraph.slice(0, at));
      const next = paragraph.slice(at + 1);
      if (mark?.test(line.text)) {
        const end = next.findIndex(({ text }) => mark.test(text));
        const record = textOf([line, ...next.slice(0, end === -1 ? undefined : end)]);
        if (isTracked?.test(record)) {
          context.attest({ ...place, verdict: "exempt", reason: "recorded elsewhere" });
        } else {
          report(place, "unfinished", line.text);
        }
        return;
      }
      const found = phrase?.exec(line.text);
      if (!found) return;
      const [words] = found;
      const start = `${before} ${line.text.slice(0, found.index)}`;
      const rest = `${line.text.slice(found.index + words.length)} ${textOf(next)}`;
      if (isSaidOfOther(words, start, rest)) {
        const reason = "it may be said of something else than this code";
        context.attest({ ...place, verdict: "undecided", reason });
      } else {
        report(place, "stand-in", line.text);
      }
    };

    return {
      source_file() {
        for (const paragraph of commentParagraphs(sourceCode.comments)) {
          for (const line of paragraph) judgeLine(line, paragraph);
        }
      },
      call_expression(node) {
        const text = missingPhrase ? messageOf(node, context.semantics) : null;
        if (text !== null && missingPhrase?.test(text)) report({ node }, "missing", text);
      },
    };
  },
});

/** Returns the whole comment, or one of its lines if it has several. */
function placeOf({ node, range: [start, end] }: CommentLine, sourceCode: GoSourceCode): Place {
  if (node.loc.start.line === node.loc.end.line) return { node };
  return {
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
  };
}

function textOf(lines: readonly CommentLine[]): string {
  return lines.map(({ text }) => text).join(" ");
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
