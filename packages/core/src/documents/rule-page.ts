import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { splitRuleId } from "../runner/rule-id.ts";
import type { FileConfig } from "../runner/file-config.ts";
import { ruleOf } from "../runner/prefilter.ts";

/** The documentation of a rule. */
export interface RulePage {
  readonly description: string;
  /** The address of the page; empty if it has none. */
  readonly url: string;
  /** The page in Markdown, from below its title to its examples; empty if it was not found. */
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
  const page = packageName === undefined ? "" : readPage(packageName, name, path);
  return { description, url, text: upToExamples(page) };
}

function readPage(packageName: string, ruleName: string, path: string): string {
  try {
    const manifest = createRequire(path).resolve(`${packageName}/package.json`);
    return readFileSync(join(dirname(manifest), "docs", "rules", `${ruleName}.md`), "utf8");
  } catch {
    return "";
  }
}

/** The sections that say why and show wrong and right code; the first has no heading. */
const SHOWN = new Set(["Wrong", "Right"]);

function upToExamples(page: string): string {
  const [first = "", ...sections] = page.split(/^(?=## )/mu);
  const introduction = first.replace(/^# .*\n/u, "");
  const shown = sections.filter((section) => SHOWN.has(/^## (.*)/u.exec(section)?.[1] ?? ""));
  return [introduction, ...shown].join("").trim();
}
