import type { ESLint, Linter } from "eslint";
import { describeOptions } from "./describe-options.ts";
import { splitRuleId } from "./rule-id.ts";

/** Returns the rule that a message about its options names, which may be ESLint's. */
export function ruleIn(message: string): string | null {
  const pattern = /Key "rules": Key "(?<theirs>[^"]+)"|^Rule '(?<ours>[^']+)'/u;
  const { theirs, ours } = pattern.exec(message)?.groups ?? {};
  return theirs ?? ours ?? null;
}

/** Adds the allowed values to what ESLint says of an unknown rule, plugin or option. */
export function explainConfigError(message: string, configs: readonly Linter.Config[]): string {
  if (message.startsWith("Unexpected array")) {
    return `${message} Spread a preset that is an array: [...recommended].`;
  }
  const plugins = Object.assign(
    {},
    ...configs.map((config: Linter.Config | null | undefined) => config?.plugins ?? {}),
  ) as Record<string, ESLint.Plugin>;
  const [, missing] = /Could not find (?:"[^"]*" in )?plugin "([^"]*)"/u.exec(message) ?? [];
  if (missing !== undefined) {
    const rules = Object.keys(plugins[missing]?.rules ?? {});
    return rules.length > 0
      ? `${message} Its rules are: ${list(rules)}.`
      : `${message} The plugins are: ${list(Object.keys(plugins))}.`;
  }
  const schema = schemaOf(ruleIn(message) ?? "", plugins);
  return schema === undefined
    ? message
    : `${message}\nThe rule's options are: ${describeOptions(schema)}.`;
}

function schemaOf(ruleId: string, plugins: Record<string, ESLint.Plugin>): unknown {
  const { plugin, name } = splitRuleId(ruleId);
  const rule = plugins[plugin]?.rules?.[name] as { meta?: { schema?: unknown } } | undefined;
  return rule && (rule.meta?.schema ?? []);
}

function list(names: readonly string[]): string {
  return [...names].sort().join(", ");
}
