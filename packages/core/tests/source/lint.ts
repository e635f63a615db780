import { Linter, type ESLint } from "eslint";
import gopherwood, { defineRule, type GoNode, type GoSourceCode } from "../../src/index.ts";

const META = {
  type: "problem",
  docs: { description: "Disallow what the test says.", category: "test" },
  messages: { found: "Found {{what}}." },
} as const;

/** A rule that reports every node that its listeners' keys find. */
export function finding(name: string, ...keys: string[]) {
  return defineRule({
    name,
    meta: META,
    create(context) {
      const listener = (key: string) => (node: GoNode) => {
        context.report({ node, messageId: "found", data: { what: `${key} ${node.text}` } });
      };
      return Object.fromEntries(keys.map((key) => [key, listener(key)]));
    },
  });
}

const calls = finding("x/calls", "call_expression");
const functions = finding("x/functions", "function_declaration");

/** The outcome of a lint. */
export interface Linted {
  readonly messages: Linter.LintMessage[];
  /** The messages as `line:column rule message`; `-` for no rule. */
  readonly lines: string[];
  readonly suppressed: number;
  readonly sourceCode: GoSourceCode;
}

/** A flat config for Go with the rules `x/calls` (on) and `x/functions` (off). */
export function goConfig(config: Linter.Config = {}, plugins: ESLint.Plugin["rules"] = {}) {
  return [
    {
      files: ["**/*.go"],
      plugins: {
        gopherwood: gopherwood,
        x: { rules: { calls, functions, ...plugins } },
      },
      language: "gopherwood/go",
      rules: { "x/calls": "error" },
      linterOptions: { reportUnusedDisableDirectives: "warn" },
    },
    { files: ["**/*.go"], ...config },
  ] satisfies Linter.Config[];
}

/** Lints a text as `a.go` with plain ESLint. */
export function lint(
  text: string,
  config?: Linter.Config,
  plugins?: ESLint.Plugin["rules"],
): Linted {
  const linter = new Linter({ configType: "flat" });
  const messages = linter.verify(text, goConfig(config, plugins), { filename: "a.go" });
  const { length } = (
    linter as unknown as { getSuppressedMessages(): unknown[] }
  ).getSuppressedMessages();
  return {
    messages,
    lines: messages.map(
      ({ ruleId, line, column, message }) => `${line}:${column} ${ruleId ?? "-"} ${message}`,
    ),
    suppressed: length,
    sourceCode: linter.getSourceCode() as unknown as GoSourceCode,
  };
}

/** The text after ESLint's fixes. */
export function fixed(text: string): string {
  const linter = new Linter({ configType: "flat" });
  return linter.verifyAndFix(text, goConfig(), { filename: "a.go" }).output;
}

/** Lints with one rule that listens to these keys; what it found, in the order it did. */
export function found(text: string, ...keys: string[]): string[] {
  const order: string[] = [];
  const rule = defineRule({
    name: "x/it",
    meta: META,
    create: () =>
      Object.fromEntries(
        keys.map((key) => [key, (node: GoNode) => void order.push(`${key} | ${node.text}`)]),
      ),
  });
  lint(text, { rules: { "x/calls": "off", "x/it": "error" } }, { it: rule });
  return order;
}

/** A file with one function of this body. */
export function inFunction(body: string): string {
  return `package p\n\nfunc f() {\n\t${body.split("\n").join("\n\t")}\n}\n`;
}
