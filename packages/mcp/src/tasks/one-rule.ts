import { enabledRules, type FileConfig, type Gopherwood } from "@gopherwood/core/runner";
import { join } from "node:path";
import { RefusedError } from "../errors.ts";

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
 * @param directory Absolute, with the Go files that the config is for.
 * @throws {RefusedError} If the config does not turn the rule on.
 */
export async function onlyRule(
  rule: string | undefined,
  engine: Gopherwood,
  directory: string,
): Promise<OneRule> {
  if (rule === undefined) return {};
  const config = await engine.configFor(join(directory, "main.go"));
  const on = rulesOn(config);
  if (!on.includes(rule)) {
    throw new RefusedError(
      `The config turns no rule '${rule}' on in ${directory}. These are on: ${on.join(", ")}.`,
    );
  }
  const others = on.filter((other) => other !== rule).map((other) => [other, "off"] as const);
  // A directive for other rules is not unused.
  return { rules: Object.fromEntries(others), reportUnusedDisableDirectives: "off" };
}

/** Returns the ids of the rules that a config turns on, sorted. */
export function rulesOn(config: FileConfig | null): string[] {
  return config
    ? enabledRules(config)
        .map(({ ruleId }) => ruleId)
        .sort()
    : [];
}
