import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./write.mjs";

/** The directory names of all packages. */
export const PACKAGES = readdirSync(join(root, "packages"));

/** The directory names of the rule packs. */
export const PACKS = PACKAGES.filter((name) => name.startsWith("rules-"));

/** Returns the package.json of a package. */
export function manifestOf(directory) {
  return JSON.parse(readFileSync(join(root, "packages", directory, "package.json"), "utf8"));
}
