import { enabledRules, type Gopherwood } from "@gopherwood/core/runner";
import { join } from "node:path";
import { UsageError } from "./io.ts";
import { table } from "./text.ts";

/** A rule of a config, as `--list-rules --format json` prints it. */
interface ListedRule {
  readonly ruleId: string;
  readonly severity: "off" | "warn" | "error";
  readonly description: string;
  readonly url: string;
}

const SEVERITIES = ["off", "warn", "error"] as const;

/**
 * Returns every rule of the plugins of the config that applies to the Go files of a directory,
 * those that are off included.
 *
 * @param cwd Absolute.
 */
export async function listRules(
  engine: Gopherwood,
  cwd: string,
  asJson: boolean,
): Promise<string> {
  const config = await engine.configFor(join(cwd, "main.go"));
  if (!config) {
    throw new UsageError(
      `The config has nothing for Go files in ${cwd}, so there are no rules.`,
    );
  }
  const on = new Set(enabledRules(config).map(({ ruleId }) => ruleId));
  const rules: ListedRule[] = [];
  for (const [plugin, { rules: ofPlugin = {} }] of Object.entries(config.plugins ?? {})) {
    if (plugin === "@") continue;
    for (const [name, rule] of Object.entries(ofPlugin)) {
      const ruleId = `${plugin}/${name}`;
      const { docs } = ((rule as { meta?: unknown }).meta ?? {}) as {
        docs?: { description?: string; url?: string };
      };
      rules.push({
        ruleId,
        severity: SEVERITIES[on.has(ruleId) ? (config.rules?.[ruleId]?.[0] ?? 0) : 0] ?? "off",
        description: docs?.description ?? "",
        url: docs?.url ?? "",
      });
    }
  }
  rules.sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  return asJson ? JSON.stringify(rules, null, 2) : toTable(rules);
}

function toTable(rules: readonly ListedRule[]): string {
  if (rules.length === 0) return "The config's plugins have no rules.";
  return table([
    ["RULE", "SEVERITY", "DESCRIPTION", "DOCS"],
    ...rules.map(({ ruleId, severity, description, url }) => [
      ruleId,
      severity,
      description,
      url,
    ]),
  ]);
}
