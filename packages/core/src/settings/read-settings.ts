import { matchesGlob } from "../source/matches-glob.ts";
import { count, day, flag, listOf, object, oneOf, SettingsError, text } from "./shape.ts";
import { ASSESSMENT_SECTIONS, type GopherwoodSettings, type System } from "./types.ts";

const PLACE = "settings.gopherwood";

const system = object(
  { name: text, files: listOf(text, 1), status: oneOf(["active", "deprecated"]) },
  { since: day, note: text, documentation: listOf(text), group: text },
);

const category = object({ name: text }, { rules: listOf(text), impact: text });

const assessment = object(
  {},
  {
    title: text,
    purpose: text,
    date: day,
    sections: listOf(oneOf(ASSESSMENT_SECTIONS)),
    emoji: flag,
    excerpts: count,
    links: text,
    effort: object({}, { fix: count, suggestion: count, manual: count }),
    collapsible: flag,
  },
);

const check = object({}, { systems: listOf(system), categories: listOf(category), assessment });

const known = new WeakMap<object, GopherwoodSettings>();

/**
 * Returns the team's settings, with empty lists for those that are missing.
 *
 * @param settings `settings` of a flat config, as `context.settings` has it.
 * @throws {SettingsError} If something in `settings.gopherwood` is wrong.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): GopherwoodSettings {
  let read = known.get(settings);
  if (!read) {
    const own = settings["gopherwood"] ?? {};
    check(own, PLACE);
    const {
      systems = [],
      categories = [],
      assessment = {},
    } = own as Partial<GopherwoodSettings>;
    checkNames(systems, "systems");
    checkNames(categories, "categories");
    read = { systems, categories, assessment };
    known.set(settings, read);
  }
  return read;
}

/**
 * Returns the system of a file: the first whose globs match it, or null.
 *
 * @param path From `projectPathOf`.
 */
export function systemOf(systems: readonly System[], path: string): System | null {
  const found = systems.find(({ files }) => files.some((glob) => matchesGlob(path, glob)));
  return found ?? null;
}

function checkNames(list: readonly { readonly name: string }[], key: string): void {
  const seen = new Set<string>();
  for (const [index, { name }] of list.entries()) {
    if (seen.has(name)) {
      throw new SettingsError(
        `${PLACE}.${key}[${index}].name is ${JSON.stringify(name)}, and so is that of another: ` +
          "give each a name of its own.",
      );
    }
    seen.add(name);
  }
}
