import { enabledRules, type Gopherwood } from "@gopherwood/core/runner";
import { join } from "node:path";
import { UsageError, type Io } from "./io.ts";
import type { Options } from "./options/options.ts";
import { table, wrap } from "./text.ts";

/** A rule of a config, as `--list-rules --format json` prints it. */
interface ListedRule {
  readonly ruleId: string;
  readonly severity: "off" | "warn" | "error";
  readonly description: string;
  readonly url: string;
}

const SEVERITIES = ["off", "warn", "error"] as const;

/**
 * Returns every rule of the plugins of the config that applies to the Go files of the working
 * directory, those that are off included.
 *
 * @throws {UsageError} If the config has nothing for them.
 */
export async function listRules(
  engine: Gopherwood,
  { format, outputFile }: Options,
  { cwd, stdout }: Io,
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
  if (format.includes("json")) return JSON.stringify(rules, null, 2);
  return toText(rules, outputFile === undefined ? (stdout.columns ?? Infinity) : Infinity);
}

/**
 * Returns a line for each rule, or where some do not fit, the descriptions below the rules.
 *
 * @param width Of a line, in characters.
 */
function toText(rules: readonly ListedRule[], width: number): string {
  if (rules.length === 0) return "The config's plugins have no rules.";
  const asTable = table([
    ["RULE", "SEVERITY", "DESCRIPTION"],
    ...rules.map(({ ruleId, severity, description }) => [ruleId, severity, description]),
  ]);
  if (asTable.split("\n").every((line) => line.length <= width)) return asTable;
  return rules
    .map(({ ruleId, severity, description }) =>
      [
        `${severity.padEnd(5)}  ${ruleId}`,
        ...wrap(description, width - 7).map((line) => `       ${line}`),
      ].join("\n"),
    )
    .join("\n");
}
