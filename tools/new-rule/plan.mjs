import { parseRuleId, planRule, UsageError } from "@gopherwood/create-rules";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKS } from "../generate/packages.mjs";
import { root } from "../generate/write.mjs";

/**
 * Returns the files of a new rule in one of our packs: their texts by their paths from the root.
 *
 * @param {string} id `pack/rule-name`.
 * @param {string} [description] One sentence; by default made of the rule's name.
 * @throws {UsageError} If there is no such pack, or there can be no such rule.
 */
export function planOurRule(id, description) {
  const [namespace, , ...rest] = id.split("/");
  const pack = `rules-${namespace}`;
  if (id.includes("/") && rest.length === 0 && !PACKS.includes(pack)) {
    const names = PACKS.map((directory) => directory.replace("rules-", "")).join(", ");
    throw new UsageError(`There is no pack "${namespace}": the packs are ${names}.`);
  }
  parseRuleId(id);
  const planned = planRule({ id, description, category: categoryOf(pack) });
  const files = new Map([...planned].map(([path, text]) => [`packages/${pack}/${path}`, text]));
  if ([...files.keys()].some((path) => existsSync(join(root, path)))) {
    throw new UsageError(`The rule ${id} exists already.`);
  }
  return files;
}

/** Returns the chapter of the report in which the rules of a pack stand. */
function categoryOf(pack) {
  const directory = join(root, "packages", pack, "src/rules");
  const [first] = readdirSync(directory).sort();
  const source = readFileSync(join(directory, first), "utf8");
  return /\bcategory: "(?<category>[^"]+)"/u.exec(source).groups.category;
}
