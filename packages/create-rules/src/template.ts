import { readFileSync } from "node:fs";

/** The directory of the templates; a module does not know in which file of the build it ends up. */
const TEMPLATE = new URL(
  "template/",
  import.meta.resolve("@gopherwood/create-rules/package.json"),
);

/**
 * Returns a file of the template with some of its texts replaced wherever they stand.
 *
 * @param file Its path in `template`.
 * @throws {Error} If it does not contain one of the texts.
 */
export function fill(file: string, replacements: Readonly<Record<string, string>>): string {
  let text = readFileSync(new URL(file, TEMPLATE), "utf8");
  for (const [from, to] of Object.entries(replacements)) {
    if (!text.includes(from)) throw new Error(`template/${file} does not contain ${from}.`);
    text = text.replaceAll(from, () => to);
  }
  return text;
}
