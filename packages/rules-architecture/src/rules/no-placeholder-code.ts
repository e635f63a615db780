import {
  argumentsOf,
  childrenOf,
  defineRule,
  isBuildConstrained,
  paths,
  testFiles,
  unquote,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";
import { literalsOf, phrasePattern } from "../comments/phrases.ts";
import { PLACEHOLDER_OPTIONS, TEST_DOUBLES } from "../comments/placeholder-options.ts";

/** Functions whose argument is a message. */
const MESSAGE_FUNCTION =
  /^(?:panic|(?:errors|fmt|status|log)\.(?:New|Errorf?|Fatalf?|Panicf?))$/u;

const FUNCTION = /^(?:function_declaration|method_declaration|func_literal)$/u;

/** Source: the team's rule against simulation code. */
export default defineRule({
  name: "architecture/no-placeholder-code",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow code that stands for code which is still to be written.",
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
    const { text: all } = context.sourceCode;
    const mark = marks.length === 0 ? null : new RegExp(`^(?:${marks.join("|")})\\b`, "u");
    const [phrase, missingPhrase] = [phrases, missing].map(phrasePattern);
    const hasMark =
      marks.length > 0 && new RegExp(`\\b(?:${marks.join("|")})\\b`, "u").test(all);
    if (!hasMark && !phrase?.test(all) && !missingPhrase?.test(all)) return {};
    const isTracked = new RegExp(tracked, "u");

    const report = (
      node: GoNode,
      messageId: "unfinished" | "stand-in" | "missing",
      text: string,
    ): void => {
      const noFixReason = "what the real code does is not known";
      context.report({ node, messageId, data: { text: shortened(text) }, noFixReason });
    };

    return {
      comment(node) {
        for (const line of linesOf(node.text)) {
          if (mark?.test(line)) {
            if (tracked !== "" && isTracked.test(line)) {
              context.attest({ node, verdict: "exempt", reason: "recorded elsewhere" });
            } else {
              report(node, "unfinished", line);
            }
            return;
          }
          if (phrase?.test(line)) {
            report(node, "stand-in", line);
            return;
          }
        }
      },
      call_expression(node) {
        const text = missingPhrase ? messageOf(node) : null;
        if (text === null || !missingPhrase?.test(text) || isPanicValue(node)) return;
        if (node.function.text !== "panic" && !isWholeFunction(node)) return;
        if (isBuildConstrained(context.filename, all)) {
          const reason = "the file is for some builds alone";
          context.attest({ node, verdict: "exempt", reason });
        } else {
          report(node, "missing", text);
        }
      },
    };
  },
});

/** Returns the lines of a comment without its marks; none for a directive like `//go:build`. */
function linesOf(comment: string): string[] {
  if (/^\/\/(?:[a-z]+:|nolint|export )/u.test(comment)) return [];
  return comment
    .replace(/^\/[/*]+|\*\/$/gu, "")
    .split("\n")
    .map((line) => line.replace(/^[\s*/-]+/u, "").trim());
}

/** Returns true for the argument of a panic, which is judged as a whole. */
function isPanicValue({ parent }: CallExpressionNode): boolean {
  const call = parent?.parent;
  return call?.kind === "call_expression" && call.function.text === "panic";
}

/** Returns the constant message of a panic or a new error, or null. */
function messageOf(call: CallExpressionNode): string | null {
  if (!MESSAGE_FUNCTION.test(call.function.text)) return null;
  for (const value of argumentsOf(call)) {
    if (value.kind === "interpreted_string_literal" || value.kind === "raw_string_literal") {
      return unquote(value.text);
    }
    if (value.kind === "call_expression") return messageOf(value);
  }
  return null;
}

/** Returns true for a call in the only statement of a function. */
function isWholeFunction(call: CallExpressionNode): boolean {
  let list: GoNode | null = call;
  while (list && list.kind !== "statement_list") list = list.parent;
  return (
    list !== null &&
    childrenOf(list).length === 1 &&
    FUNCTION.test(list.parent?.parent?.kind ?? "")
  );
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
