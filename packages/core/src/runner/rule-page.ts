import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { splitRuleId } from "./rule-id.ts";
import type { FileConfig } from "./file-config.ts";
import { ruleOf } from "./prefilter.ts";

/** The documentation of a rule. */
export interface RulePage {
  readonly description: string;
  /** The address of the page; empty if it has none. */
  readonly url: string;
  /** The page in Markdown; empty if it was not found. */
  readonly text: string;
}

/**
 * Returns the documentation of a rule; its page stands in its pack at `docs/rules`. Null for a
 * rule that the config does not know.
 *
 * @param path Of a file in the project that the pack is installed in, absolute.
 */
export function readRulePage(
  config: FileConfig,
  ruleId: string,
  path: string,
): RulePage | null {
  const rule = ruleOf(config, ruleId);
  if (!rule) return null;
  const { description = "", url = "" } = rule.meta?.docs ?? {};
  const { plugin, name } = splitRuleId(ruleId);
  const packageName = config.plugins?.[plugin]?.meta?.name;
  const text = packageName === undefined ? "" : readPage(packageName, name, path);
  return { description, url, text };
}

function readPage(packageName: string, ruleName: string, path: string): string {
  const folder = folderOf(packageName, path);
  if (folder === null) return "";
  try {
    return readFileSync(join(folder, "docs", "rules", `${ruleName}.md`), "utf8");
  } catch {
    return "";
  }
}

/** Returns the directory that a package is installed in, or null. */
function folderOf(packageName: string, path: string): string | null {
  const require = createRequire(path);
  const manifest = `${packageName}/package.json`;
  try {
    return dirname(require.resolve(manifest));
  } catch {
    // Its `exports` may not name the manifest.
    const folders = require.resolve.paths(manifest) ?? [];
    const found = folders.find((folder) => existsSync(join(folder, manifest)));
    return found === undefined ? null : join(found, packageName);
  }
}
