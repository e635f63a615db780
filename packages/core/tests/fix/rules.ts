import type { Linter } from "eslint";
import gopherwood, { defineRule, type GoNode, type GoRuleMeta } from "../../src/index.ts";

type Ids = "wrong" | "fix";
type Rule = ReturnType<typeof defineRule<Ids>>;
type Context = Parameters<Parameters<typeof defineRule<Ids>>[0]["create"]>[0];
type Fix = NonNullable<Parameters<Context["report"]>[0]["fix"]>;
export type Fixer = Parameters<Fix>[0];

/** Of rules whose messages nobody reads. */
export const META: GoRuleMeta<[], Ids> = {
  type: "problem",
  docs: { description: "Disallow.", category: "Tests" },
  fixable: "code",
  hasSuggestions: true,
  schema: [],
  defaultOptions: [],
  messages: { wrong: "Wrong.", fix: "Fix." },
};

/** A rule for calls of one function, which fixes them by a fix or a suggestion. */
export function fixingRule(
  called: string,
  fix: (fixer: Fixer, call: Extract<GoNode, { kind: "call_expression" }>) => ReturnType<Fix>,
  { how = "fix", meta = {} }: { how?: "fix" | "suggest"; meta?: Partial<typeof META> } = {},
): Rule {
  return defineRule<Ids>({
    name: `t/${called}`,
    meta: { ...META, ...meta },
    create: (context) => ({
      call_expression(node) {
        if (node.function.text !== called) return;
        const its = (fixer: Fixer) => fix(fixer, node);
        const proposal =
          how === "fix" ? { fix: its } : { suggest: [{ messageId: "fix" as const, fix: its }] };
        context.report({ node, messageId: "wrong", ...proposal });
      },
    }),
  });
}

/** A config with rules, under their names and the prefix `t/`. */
export function configOf(
  rules: Readonly<Record<string, Rule>>,
  severity: "error" | "warn" = "error",
): Linter.Config[] {
  return [
    {
      files: ["**/*.go"],
      language: "gopherwood/go",
      plugins: { gopherwood, t: { rules } },
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`t/${name}`, severity])),
    },
  ];
}
