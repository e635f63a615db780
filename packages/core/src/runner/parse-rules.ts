import type { RulesConfig } from "@eslint/core";
import { commentParser } from "../source/config-comments.node.ts";
import { ConfigError } from "./problems.ts";

/**
 * Reads rules as ESLint's `--rule` takes them: `pack/rule: error`,
 * `pack/rule: [warn, {option: 1}]` or JSON. Of the same rule, the last one counts.
 *
 * @throws {ConfigError} If a text is neither.
 */
export function parseRules(texts: readonly string[]): RulesConfig {
  return Object.fromEntries(texts.flatMap((text) => Object.entries(parseRule(text))));
}

function parseRule(text: string): RulesConfig {
  const parsed = commentParser().parseJSONLikeConfig(text);
  const wrong = parsed.ok
    ? Object.entries(parsed.config).find(([, value]) => !isEntry(value))?.[0]
    : text;
  if (parsed.ok && wrong === undefined && Object.keys(parsed.config).length > 0) {
    return parsed.config;
  }
  throw new ConfigError(
    "--rule",
    `cannot read the rule '${text}': write 'pack/rule: error', ` +
      `'pack/rule: [warn, { "option": "value" }]' or JSON; the severity is off, warn or error.`,
  );
}

function isEntry(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || Array.isArray(value);
}
