import { enabledRules, type FileConfig, type Gopherwood } from "@gopherwood/core/runner";
import { RefusedError } from "../errors.ts";
import { goFileAt } from "../workspace.ts";

/** The options of an engine that runs one rule alone. */
export interface OneRule {
  readonly rules?: Record<string, "off">;
  readonly reportUnusedDisableDirectives?: "off";
}

/**
 * Returns the options of an engine that runs one rule alone, as the config has it; none if no
 * rule is named.
 *
 * @param engine Finds the config.
 * @param path A Go file that the config is for, or a directory of them. Absolute.
 * @throws {RefusedError} If the config does not turn the rule on.
 */
export async function onlyRule(
  rule: string | undefined,
  engine: Gopherwood,
  path: string,
): Promise<OneRule> {
  if (rule === undefined) return {};
  const config = await engine.configFor(goFileAt(path));
  const on = rulesOn(config);
  if (!on.includes(rule)) {
    throw new RefusedError(
      `The config turns no rule '${rule}' on in ${path}. These are on: ${on.join(", ")}.`,
    );
  }
  // Other rules may be on in a directory below.
  const others = [...on, ...rulesOf(config)].filter((other) => other !== rule);
  // A directive for other rules is not unused.
  const rules = Object.fromEntries(others.map((other) => [other, "off"] as const));
  return { rules, reportUnusedDisableDirectives: "off" };
}

/** Returns the ids of the rules that a config turns on, sorted. */
export function rulesOn(config: FileConfig | null): string[] {
  return config
    ? enabledRules(config)
        .map(({ ruleId }) => ruleId)
        .sort()
    : [];
}

/** Returns the ids of the rules that the plugins of a config have. */
function rulesOf(config: FileConfig | null): string[] {
  return Object.entries(config?.plugins ?? {}).flatMap(([plugin, { rules = {} }]) =>
    Object.keys(rules).map((name) => `${plugin}/${name}`),
  );
}
