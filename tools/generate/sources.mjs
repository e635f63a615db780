/**
 * Writes the generated modules, which a build needs, or with --check says which differ
 * and exits 1.
 *
 *   node tools/generate/sources.mjs [--check]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateRuleLists } from "./rule-lists.mjs";
import { generateFields, generateSyntax } from "./syntax.mjs";
import { generateVersions } from "./versions.mjs";
import { root, writeOutputs } from "./write.mjs";

const nodeTypes = JSON.parse(
  readFileSync(join(root, "packages/core/grammar/node-types.json"), "utf8"),
);

await writeOutputs(
  new Map([
    ["packages/core/src/syntax/grammar.generated.ts", generateSyntax(nodeTypes)],
    ["packages/eslint-plugin/src/fields.generated.ts", generateFields(nodeTypes)],
    ...generateVersions(),
    ...generateRuleLists(),
  ]),
);
