import type { Linter } from "eslint";
import { defineRule, type GoRule } from "../../src/index.ts";
import { lint } from "../source/lint.ts";

export const DOCS = { description: "Disallow x.", category: "test" } as const;

export const MESSAGES = { found: "Found {{what}}.", other: "Other." } as const;

export type Create = Parameters<typeof defineRule<keyof typeof MESSAGES>>[0]["create"];

/** A rule `x/it` with these listeners. */
export function ruleOf(create: Create, meta: object = {}): GoRule {
  return defineRule({
    name: "x/it",
    meta: { docs: DOCS, messages: MESSAGES, ...meta },
    create,
  });
}

/** Lints with the rule alone. */
export function lintWith(rule: GoRule, text: string, setting: Linter.RuleEntry = "error") {
  return lint(text, { rules: { "x/calls": "off", "x/it": setting } }, { it: rule });
}
