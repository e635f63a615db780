/**
 * The table of a pack's rules for its README, from the rules themselves. Needs a
 * build of the packs.
 */
import { readFileSync } from "node:fs";

const MARKED = /(<!-- rules -->\n)[^]*?(<!-- \/rules -->)/u;

/**
 * @param {string} readme The path of the README.
 * @param {{ meta: { namespace: string }, rules: object, configs: object }} pack
 * @returns {string} The README with its table.
 */
export function generateRuleTable(readme, { meta, rules, configs }) {
  const rows = Object.entries(rules).map(([name, { meta: rule }]) => {
    const id = `${meta.namespace}/${name}`;
    const recommended = configs.recommended.rules[id] === undefined ? "" : "yes";
    const fixes = rule.fixable ? "fix" : rule.hasSuggestions ? "suggestion" : "";
    return `| [${id}](docs/rules/${name}.md) | ${rule.docs.description} | ${recommended} | ${fixes} |`;
  });
  const table = ["| rule | what | recommended | fixes |", "| --- | --- | --- | --- |", ...rows];
  return readFileSync(readme, "utf8").replace(MARKED, `$1\n${table.join("\n")}\n\n$2`);
}
