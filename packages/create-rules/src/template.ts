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
  const text = readFileSync(new URL(file, TEMPLATE), "utf8");
  for (const from of Object.keys(replacements)) {
    if (!text.includes(from)) throw new Error(`template/${file} does not contain ${from}.`);
  }
  return replaceEach(text, Object.entries(replacements));
}

/** Replaces texts in their order, and leaves alone what takes the place of one. */
function replaceEach(text: string, [first, ...others]: [string, string][]): string {
  if (first === undefined) return text;
  const [from, to] = first;
  const parts = text.split(from).map((part) => replaceEach(part, others));
  return parts.join(to);
}
