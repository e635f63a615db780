import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  STRING_LIST,
  unquote,
  type CallExpressionNode,
  type ExemptFiles,
  type GoNode,
} from "@gopherwood/core";
import { isBuildVariant } from "../builds.ts";
import { literalsOf, phrasePattern } from "../phrases.ts";

export interface Options extends ExemptFiles {
  /** Words at the start of a comment line that says what is missing. */
  readonly marks: readonly string[];
  /** What comments say of code that only stands for something. */
  readonly phrases: readonly string[];
  /** What panics and errors say of code that is not there. */
  readonly missing: readonly string[];
  /** What a mark has beside it if the work is recorded elsewhere, as an expression. */
  readonly tracked: string;
}

/** What is said of code that is not the real one, and hardly of anything else. */
const PHRASES: readonly string[] = [
  ...["implementation", "logic", "code", "value", "data", "until", "for now"].map(
    (what) => `placeholder ${what}`,
  ),
  ...["this is", "just", "only"].map((what) => `${what} a placeholder`),
  ...["dummy", "stub", "mock", "fake", "simulated"].map((what) => `${what} implementation`),
  ...["success", "work", "processing", "delay", "api call", "response", "the call"].map(
    (what) => `simulate ${what}`,
  ),
  ...["response", "result", "results", "data", "success", "for now"].map(
    (what) => `simulated ${what}`,
  ),
  ...["simulate", "return", "just return", "hardcode", "hard-code"].map(
    (what) => `for now ${what}`,
  ),
  "hardcoded for now",
  "hard-coded for now",
  "in a real implementation",
  "in a real system",
  "in the real implementation",
  "in real implementation",
  "a real implementation would",
  "the real implementation would",
  "actual implementation would",
  "in production this would",
  "implement me",
  ...["still", "yet"].map((when) => `${when} to be implemented`),
  "not yet implemented",
  "not implemented yet",
];

const MISSING: readonly string[] = [
  "not implemented",
  "not yet implemented",
  "unimplemented",
  "implement me",
  "TODO",
];

const STAND_INS_FOR_TESTS: readonly string[] = [
  "{fake,fakes,mock,mocks,stub,stubs,test,tests,e2e}/**",
  "*test/**",
  "{fake,fakes,mock,mocks}*.go",
  "*_{fake,mock,stub}.go",
];

const SPEAKING = /^(?:panic|(?:errors|fmt|status|log)\.(?:New|Errorf?|Fatalf?|Panicf?))$/u;

const FUNCTION = /^(?:function_declaration|method_declaration|func_literal)$/u;

/** Source: the team's rule against simulation code. */
export default defineLegacyRule<[Options], "unfinished" | "stand-in" | "missing">({
  name: "architecture/no-placeholder-code",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow code that stands for code which is still to be written.",
      category: "Architecture Rules",
      recommended: false,
    },
    messages: {
      unfinished: "Finish this, or name the issue that records it: '{{text}}'.",
      "stand-in": "Write the real code that this stands for: '{{text}}'.",
      missing: "Implement this, or remove it: it only says '{{text}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          marks: {
            description: "Words at the start of a comment line that says what is missing.",
            ...STRING_LIST,
          },
          phrases: {
            description:
              "Phrases, of any case, that comments use for code which only stands for something.",
            ...STRING_LIST,
          },
          missing: {
            description:
              "Phrases, of any case, that panics and errors use for code which is not there.",
            ...STRING_LIST,
          },
          tracked: {
            description:
              "An expression for what stands beside a mark if the work is recorded elsewhere.",
            type: "string",
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        marks: ["TODO", "FIXME", "XXX"],
        phrases: PHRASES,
        missing: MISSING,
        tracked: String.raw`#\d|https?://|\b[A-Z][A-Z\d]+-\d`,
        exemptPaths: STAND_INS_FOR_TESTS,
        tests: false,
      },
    ],
    prefilter: ([{ marks, phrases, missing }]) => [
      ...marks,
      ...[...phrases, ...missing].flatMap(literalsOf),
    ],
    lazy: true,
  },
  create(context) {
    const [{ marks, phrases, missing, tracked, ...exemptions }] = context.options;
    const mark = marks.length === 0 ? null : new RegExp(`^(?:${marks.join("|")})\\b`, "u");
    const [phrase, missed] = [phrases, missing].map(phrasePattern);
    const { text: all } = context.sourceCode;
    const hasMark =
      marks.length > 0 && new RegExp(`\\b(?:${marks.join("|")})\\b`, "u").test(all);
    if (!hasMark && !phrase?.test(all) && !missed?.test(all)) return {};
    const isTracked = new RegExp(tracked, "u");
    const exemption = fileExemption(context.filename, exemptions);

    const judge = (
      node: GoNode,
      messageId: "unfinished" | "stand-in" | "missing",
      text: string,
      reason = exemption,
    ): void => {
      if (reason !== null) context.attest({ node, verdict: "exempt", reason });
      else
        context.report({
          node,
          messageId,
          data: { text: shortened(text) },
          noFixReason: "what the real code does is not known",
        });
    };

    return {
      comment(node) {
        for (const line of linesOf(node.text)) {
          if (mark?.test(line)) {
            const reason =
              tracked !== "" && isTracked.test(line) ? "recorded elsewhere" : exemption;
            judge(node, "unfinished", line, reason);
            return;
          }
          if (phrase?.test(line)) {
            judge(node, "stand-in", line);
            return;
          }
        }
      },
      call_expression(node) {
        const text = missed ? messageOf(node) : null;
        if (text === null || !missed?.test(text) || isPanicked(node)) return;
        if (node.function.text !== "panic" && !isWholeFunction(node)) return;
        const variant = isBuildVariant(context.filename, context.sourceCode.text);
        const reason = variant ? "the file is for some builds alone" : exemption;
        judge(node, "missing", text, reason);
      },
    };
  },
});

/** What the lines of a comment say. Of a directive, such as `//go:build`, there is nothing to read. */
function linesOf(comment: string): string[] {
  if (/^\/\/(?:[a-z]+:|nolint|export )/u.test(comment)) return [];
  return comment
    .replace(/^\/[/*]+|\*\/$/gu, "")
    .split("\n")
    .map((line) => line.replace(/^[\s*/-]+/u, "").trim());
}

/** True for the value of a panic, which is judged as a whole. */
function isPanicked({ parent }: CallExpressionNode): boolean {
  const call = parent?.parent;
  return call?.kind === "call_expression" && call.function.text === "panic";
}

/** The constant message of a panic or a new error, or null. */
function messageOf({ function: callee, arguments: list }: CallExpressionNode): string | null {
  if (!SPEAKING.test(callee.text)) return null;
  for (const value of list.namedChildren) {
    if (value.kind === "interpreted_string_literal" || value.kind === "raw_string_literal") {
      return unquote(value.text);
    }
    if (value.kind === "call_expression") return messageOf(value);
  }
  return null;
}

/** True if a function does nothing else than return the call's result. */
function isWholeFunction(call: CallExpressionNode): boolean {
  let list: GoNode | null = call;
  while (list && list.kind !== "statement_list") list = list.parent;
  const statements = list?.namedChildren.filter(({ kind }) => kind !== "comment") ?? [];
  return statements.length === 1 && FUNCTION.test(list?.parent?.parent?.kind ?? "");
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
