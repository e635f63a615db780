import { ruleList } from "@gopherwood/create-rules";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PACKS } from "./packages.mjs";
import { root } from "./write.mjs";

/** Returns the modules that list the rules of the packs, by path. */
export function generateRuleLists() {
  return new Map(
    PACKS.map((pack) => [`packages/${pack}/src/rules.generated.ts`, listOf(pack)]),
  );
}

function listOf(pack) {
  const files = readdirSync(join(root, "packages", pack, "src/rules"));
  const names = files.map((file) => file.replace(/\.ts$/u, ""));
  return ruleList(names, "Generated from src/rules by 'npm run generate'. Do not edit.");
}
