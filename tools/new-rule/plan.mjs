import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKS } from "../generate/packages.mjs";
import { root } from "../generate/write.mjs";

/** Input that no rule can be made of; the message is for the user. */
export class UsageError extends Error {}

const DESCRIPTION = /^(?:Disallow|Require|Enforce) \S.*\.$/u;

/**
 * Returns the files of a new rule, made of the template: their texts by their paths from
 * the root.
 *
 * @param {string} id `pack/rule-name`.
 * @param {string} [description] One sentence; by default made of the rule's name.
 * @throws {UsageError} If there is no such pack, or there can be no such rule.
 */
export function planRule(id, description) {
  const [namespace, name, ...rest] = id.split("/");
  if (name === undefined || rest.length > 0) {
    throw new UsageError(`"${id}" is not of the form <pack>/<rule-name>.`);
  }
  const pack = `rules-${namespace}`;
  if (!PACKS.includes(pack)) {
    const names = PACKS.map((directory) => directory.replace("rules-", "")).join(", ");
    throw new UsageError(`There is no pack "${namespace}": the packs are ${names}.`);
  }
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/u.test(name)) {
    throw new UsageError(
      `"${name}" is no rule name: write words in small letters with hyphens, such as no-println.`,
    );
  }
  const sentence = description ?? describe(name);
  if (!DESCRIPTION.test(sentence)) {
    throw new UsageError(
      `"${sentence}" is no description: it is one sentence that begins with Disallow, Require or Enforce and ends with a full stop.`,
    );
  }
  const files = new Map([
    [
      `packages/${pack}/src/rules/${name}.ts`,
      fill("rule.ts", {
        '"example/no-println"': JSON.stringify(id),
        '"Disallow calls of println."': JSON.stringify(sentence),
        '"Example"': JSON.stringify(categoryOf(pack)),
      }),
    ],
    [
      `packages/${pack}/tests/${name}.test.ts`,
      fill("rule.test.ts", {
        '"example/no-println"': JSON.stringify(id),
        '"./rule.ts"': `"../src/rules/${name}.ts"`,
      }),
    ],
    [
      `packages/${pack}/docs/rules/${name}.md`,
      fill("page.md", { "example/no-println": id, "Disallow calls of println.": sentence }),
    ],
  ]);
  if ([...files.keys()].some((path) => existsSync(join(root, path)))) {
    throw new UsageError(`The rule ${id} exists already.`);
  }
  return files;
}

/** Returns a file of the template with some of its texts replaced. */
function fill(file, replacements) {
  let text = readFileSync(new URL(`template/${file}`, import.meta.url), "utf8");
  for (const [from, to] of Object.entries(replacements)) {
    if (!text.includes(from)) throw new Error(`template/${file} does not contain ${from}.`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** Returns `Disallow naked returns.` for `no-naked-returns`. */
function describe(name) {
  const words = name.replace(/^(?:no|prefer|require)-/u, "").replaceAll("-", " ");
  if (name.startsWith("no-")) return `Disallow ${words}.`;
  return name.startsWith("require-") ? `Require ${words}.` : `Enforce ${words}.`;
}

/** Returns the chapter of the report in which the rules of a pack stand. */
function categoryOf(pack) {
  const directory = join(root, "packages", pack, "src/rules");
  const [first] = readdirSync(directory).sort();
  const source = readFileSync(join(directory, first), "utf8");
  return /\bcategory: "(?<category>[^"]+)"/u.exec(source).groups.category;
}
