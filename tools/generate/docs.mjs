/**
 * Writes the generated pages and tables from a build of the packages, or with --check
 * says which differ and exits 1.
 *
 *   node tools/generate/docs.mjs [--check]
 */
import { join } from "node:path";
import { generateApi } from "./api.mjs";
import { generateConfigSchema } from "./config-schema.mjs";
import { generateDecisions } from "./decisions.mjs";
import { PACKS } from "./packages.mjs";
import { generateRuleTable } from "./rule-tables.mjs";
import { root, writeOutputs } from "./write.mjs";

const outputs = new Map([
  ["decisions/README.md", generateDecisions()],
  ["packages/core/docs/api.md", generateApi()],
]);

const plugins = [];
for (const pack of PACKS) {
  const path = `packages/${pack}/README.md`;
  const { default: plugin } = await import(
    new URL(`../../packages/${pack}/dist/index.js`, import.meta.url).href
  );
  outputs.set(path, generateRuleTable(join(root, path), plugin));
  plugins.push(plugin);
}
outputs.set("packages/config/schema.json", generateConfigSchema(plugins));

await writeOutputs(outputs);
