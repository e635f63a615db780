import { defineRule, STRINGS, type FixFunction, type GoFixer } from "@gopherwood/core";
import { inFunction } from "./run-cases.ts";

/** The name of `noPrintln`, code that it reports, and the same after its fix. */
export const NAME = "sample/no-println";
export const BAD = inFunction('println("a")');
export const FIXED = inFunction('logger.Info("a")');

/** Reports `println`, attests `logger.Info` and what stands near: one of each verdict. */
export const noPrintln = defineRule({
  name: NAME,
  meta: {
    type: "problem",
    docs: { description: "Disallow println.", category: "logging" },
    messages: { println: "Do not call {{name}}." },
    options: {
      names: {
        description: "Names of functions that are not to be called.",
        ...STRINGS,
        default: ["println"],
      },
    },
    prefilter: ({ names }) => [...names, "logger"],
    fixable: "code",
  },
  create(context, { names }) {
    return {
      call_expression(node) {
        const name = node.function.text;
        if (names.includes(name)) {
          context.report({
            node,
            messageId: "println",
            data: { name },
            fix: (fixer) => fixer.replaceTextRange([...node.function.range], "logger.Info"),
          });
        } else if (name === "logger.Info") {
          context.attest({ node, verdict: "compliant", approach: "logger" });
        } else if (name === "logger.Debug") {
          context.attest({ node, verdict: "exempt", reason: "Debugging is allowed." });
        } else if (name.startsWith("logger")) {
          context.attest({ node, verdict: "undecided" });
        }
      },
    };
  },
});

/** A `no-println` whose prefilter is wrong. */
export const hiddenByPrefilter = defineRule({
  name: "sample/hidden",
  meta: {
    type: "problem",
    docs: { description: "Disallow println.", category: "logging" },
    messages: { println: "Do not call println." },
    prefilter: ["Println"],
  },
  create: (context) => ({
    call_expression(node) {
      if (node.function.text === "println") context.report({ node, messageId: "println" });
    },
  }),
});

/** A rule whose fix and suggestion leave something that is not Go. */
export const breaksCode = defineRule({
  name: "sample/breaks-code",
  meta: {
    type: "problem",
    docs: { description: "Disallow println.", category: "logging" },
    messages: { println: "Do not call println.", drop: "Drop it.", half: "Cut it." },
    fixable: "code",
    hasSuggestions: true,
  },
  create: (context) => ({
    call_expression(node) {
      const name = node.function.text;
      if (name === "println") {
        context.report({
          node,
          messageId: "println",
          fix: (fixer) => fixer.replaceTextRange([...node.range], "println("),
        });
      } else if (name === "print") {
        context.report({
          node,
          messageId: "drop",
          suggest: [
            {
              messageId: "half",
              fix: (fixer) => fixer.replaceTextRange([...node.range], "print("),
            },
          ],
        });
      }
    },
  }),
});

const STEPS = new Map([
  ["one", "two"],
  ["two", "three"],
]);

/** A rule whose fix of one call is what it fixes in the next pass. */
export const fixesInSteps = defineRule({
  name: "sample/fixes-in-steps",
  meta: {
    type: "problem",
    docs: { description: "Disallow steps.", category: "logging" },
    messages: { step: "Write '{{next}}'." },
    fixable: "code",
  },
  create: (context) => ({
    call_expression({ function: callee }) {
      const next = STEPS.get(callee.text);
      if (next === undefined) return;
      const fix: FixFunction = (fixer) => fixer.replaceText(callee, next);
      context.report({ node: callee, messageId: "step", data: { next }, fix });
    },
  }),
});

/** A rule with two suggestions for each call, which overlap where a call is an argument. */
export const suggestsTwo = defineRule({
  name: "sample/suggests-two",
  meta: {
    type: "problem",
    docs: { description: "Disallow print.", category: "logging" },
    messages: { print: "Do not call print.", write: "Write '{{name}}'." },
    hasSuggestions: true,
  },
  create: (context) => ({
    call_expression(node) {
      if (node.function.text !== "print") return;
      const suggest = ["println", "log.Print"].map((name) => ({
        messageId: "write" as const,
        data: { name },
        fix: (fixer: GoFixer) => fixer.replaceText(node, name + node.arguments.text),
      }));
      context.report({ node, messageId: "print", suggest });
    },
  }),
});

/** A rule that fixes nothing, and says why. */
export const leavesIt = defineRule({
  name: "sample/leaves-it",
  meta: {
    type: "problem",
    docs: { description: "Disallow println.", category: "logging" },
    messages: { println: "Do not call println." },
  },
  create: (context) => ({
    call_expression(node) {
      const noFixReason = "no logger is in scope";
      context.report({ node, messageId: "println", noFixReason });
    },
  }),
});

/** A rule that names a placeholder and never fills it. */
export const forgetsData = defineRule({
  name: "sample/forgets-data",
  meta: {
    type: "problem",
    docs: { description: "Disallow println.", category: "logging" },
    messages: { println: "Do not call {{name}}." },
  },
  create: (context) => ({
    call_expression(node) {
      context.report({ node, messageId: "println" });
    },
  }),
});
