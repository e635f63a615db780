import { describe, expect, test } from "@jest/globals";
import type { CallExpressionNode, GoFixer, GoRuleContext } from "../../src/index.ts";
import { inFunction, lint } from "../source/lint.ts";
import { lintWith, MESSAGES, ruleOf } from "./rule-of.ts";

type Report = GoRuleContext<unknown[], keyof typeof MESSAGES>["report"];
type Violation = Parameters<Report>[0];
type Proposal = Pick<Violation, "fix" | "suggest" | "remedy" | "noFixReason">;

/** A rule that reports each call with a proposal. */
function proposing(propose: (node: CallExpressionNode) => Proposal) {
  return ruleOf(
    (context) => ({
      call_expression(node) {
        context.report({ node, messageId: "other", ...propose(node) });
      },
    }),
    { fixable: "code", hasSuggestions: true },
  );
}

/** Returns the fix, the suggestions and the reason for neither, of the only call. */
function proposed(propose: (node: CallExpressionNode) => Proposal, text: string) {
  const { messages, sourceCode } = lintWith(proposing(propose), text);
  const [message] = messages;
  return {
    fix: message?.fix?.text,
    suggestions: (message?.suggestions ?? []).map(
      ({ desc, fix: { text } }) => `${desc} ${text}`,
    ),
    reason: sourceCode.sites[0]?.noFixReason,
  };
}

const writing = (text: string) => (node: CallExpressionNode) => (fixer: GoFixer) =>
  fixer.replaceText(node, text);
const first = writing("first()");
const second = writing("second()");
/** A fix that would not compile: in the function, `log` means a variable. */
const refused = (node: CallExpressionNode) => (fixer: GoFixer) =>
  fixer.replaceText(node, `${fixer.ensureImport("log")}.Print()`);
const PLAIN = inFunction("g(1)");
const SHADOWED = "package p\n\nfunc f(log int) {\n\tg(1)\n}\n";
const REASON = "'log' means something else there";
const COMMENTED = inFunction("g(/* one */ 1)");
const LOSES = "Apply the fix: a comment in the code would go. first()";

describe("a violation has", () => {
  const suggesting =
    (...fixes: (typeof first)[]) =>
    (node: CallExpressionNode) =>
      fixes.map((fix, index) => ({
        messageId: "found" as const,
        data: { what: `${index}` },
        fix: fix(node),
      }));
  test.each<[string, string, (node: CallExpressionNode) => Proposal, object]>([
    ["nothing if none is proposed", PLAIN, () => ({}), {}],
    ["nothing for null", PLAIN, () => ({ fix: null, suggest: null }), {}],
    ["nothing of a fix without edits", PLAIN, () => ({ fix: () => null, suggest: [] }), {}],
    ["its fix", PLAIN, (node) => ({ fix: first(node) }), { fix: "first()" }],
    [
      "its suggestions, in order",
      PLAIN,
      (node) => ({ suggest: suggesting(first, second)(node) }),
      { suggestions: ["Found 0. first()", "Found 1. second()"] },
    ],
    [
      "its fix and its suggestions",
      PLAIN,
      (node) => ({ fix: first(node), suggest: suggesting(second)(node) }),
      { fix: "first()", suggestions: ["Found 0. second()"] },
    ],
    [
      "a fix that keeps the comment",
      COMMENTED,
      (node) => ({ fix: writing("h(/* one */)")(node) }),
      { fix: "h(/* one */)" },
    ],
    [
      "for a fix that loses a comment a suggestion, before the others",
      COMMENTED,
      (node) => ({ fix: first(node), suggest: suggesting(second)(node) }),
      { suggestions: [LOSES, "Found 0. second()"] },
    ],
    [
      "no reason if that suggestion is all",
      COMMENTED.replace("()", "(log int)"),
      (node) => ({ fix: first(node), suggest: suggesting(refused)(node) }),
      { suggestions: [LOSES] },
    ],
    [
      "the reason for a refused fix",
      SHADOWED,
      (node) => ({ fix: refused(node) }),
      { reason: REASON },
    ],
    [
      "the reason for refused suggestions",
      SHADOWED,
      (node) => ({ suggest: suggesting(refused, refused)(node) }),
      { reason: REASON },
    ],
    [
      "the suggestions that are left, and no reason",
      SHADOWED,
      (node) => ({ fix: refused(node), suggest: suggesting(refused, second)(node) }),
      { suggestions: ["Found 1. second()"] },
    ],
    [
      "its fix, and no reason for a refused suggestion",
      SHADOWED,
      (node) => ({ fix: first(node), suggest: suggesting(refused)(node) }),
      { fix: "first()" },
    ],
    [
      "the rule's reason before another",
      SHADOWED,
      (node) => ({ fix: refused(node), noFixReason: "its own" }),
      { reason: "its own" },
    ],
    [
      "its remedy's fix, suggestions and reason",
      PLAIN,
      (node) => ({
        remedy: () => ({
          fix: first(node),
          suggest: suggesting(second)(node),
          noFixReason: "why",
        }),
      }),
      { fix: "first()", suggestions: ["Found 0. second()"], reason: "why" },
    ],
    [
      "its remedy's reason alone",
      PLAIN,
      () => ({ remedy: () => ({ noFixReason: "why" }) }),
      { reason: "why" },
    ],
  ])("%s", (_what, text, propose, expected) => {
    expect(proposed(propose, text)).toEqual({
      fix: undefined,
      suggestions: [],
      reason: undefined,
      ...expected,
    });
  });
});

test("a violation that a glob turns off is suppressed with its place, and its evidence kept", () => {
  const rule = proposing((node) => ({ fix: first(node) }));
  const text = inFunction("g(1) //gopherwood:disable-line x/*\ng(2)");
  const { lines, suppressed, sourceCode } = lintWith(rule, text);
  expect([lines, suppressed]).toEqual([["5:2 x/it Other."], 1]);
  expect(sourceCode.sites).toMatchObject([
    { subject: "g(1)", verdict: "violation", range: { start: { line: 4, column: 2 } } },
    { subject: "g(2)", verdict: "violation" },
  ]);
});

test("without inline configs a violation is reported where it is", () => {
  const { lines } = lint(
    inFunction("g(1) //gopherwood:disable-line x/*"),
    { rules: { "x/calls": "off", "x/it": "error" }, linterOptions: { noInlineConfig: true } },
    { it: proposing(() => ({})) },
  );
  expect(lines).toEqual(["4:2 x/it Other."]);
});
