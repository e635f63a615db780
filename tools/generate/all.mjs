/**
 * Writes every generated file, or with --check says which differ and exits 1.
 *
 *   node tools/generate/all.mjs [--check]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { generateRuleTable } from "./rule-tables.mjs";
import { generateSyntax } from "./syntax.mjs";

const PACKS = [
  "rules-architecture",
  "rules-database",
  "rules-error-handling",
  "rules-logging",
  "rules-volume-daemon",
];

const root = fileURLToPath(new URL("../..", import.meta.url));
const check = process.argv.includes("--check");

const nodeTypes = JSON.parse(
  readFileSync(join(root, "packages/core/grammar/node-types.json"), "utf8"),
);

const outputs = new Map([
  ["packages/core/src/syntax/grammar.generated.ts", () => generateSyntax(nodeTypes)],
]);

for (const pack of PACKS) {
  const path = `packages/${pack}/README.md`;
  const url = new URL(`../../packages/${pack}/dist/index.js`, import.meta.url).href;
  outputs.set(path, async () =>
    generateRuleTable(join(root, path), (await import(url)).default),
  );
}

let stale = 0;
for (const [path, generate] of outputs) {
  const file = join(root, path);
  const options = await prettier.resolveConfig(file);
  const text = await prettier.format(await generate(), { ...options, filepath: file });
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  stale += 1;
  if (check) {
    console.error(
      `${relative(root, file)} is not what its generator prints: run 'npm run generate'.`,
    );
  } else {
    writeFileSync(file, text);
    console.error(`wrote ${relative(root, file)}`);
  }
}
process.exitCode = check && stale > 0 ? 1 : 0;
