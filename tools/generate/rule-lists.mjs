import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PACKS } from "./packages.mjs";
import { root } from "./write.mjs";

/** Returns the modules that list the rules of the packs, by path. */
export function generateRuleLists() {
  return new Map(
    PACKS.map((pack) => [`packages/${pack}/src/rules.generated.ts`, ruleList(pack)]),
  );
}

function ruleList(pack) {
  const names = readdirSync(join(root, "packages", pack, "src/rules"))
    .map((file) => file.replace(/\.ts$/u, ""))
    .sort();
  return `// Generated from src/rules by 'npm run generate'. Do not edit.

${names.map((name) => `import ${camelCase(name)} from "./rules/${name}.ts";`).join("\n")}

/** The rules of this pack, by name. */
export const rules = {
${names.map((name) => `  ${JSON.stringify(name)}: ${camelCase(name)},`).join("\n")}
};
`;
}

/** Returns `noPanic` for `no-panic`. */
function camelCase(name) {
  return name.replaceAll(/-(.)/gu, (_, letter) => letter.toUpperCase());
}
