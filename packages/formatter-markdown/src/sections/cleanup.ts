import { fileLink, lineLink, LONGEST_LIST, ruleLink, type Context } from "../context.ts";
import { code, list, paragraph, strong, type Block, type Item } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import type { AssessedSystem, Site } from "../model/assessment.ts";
import { cleanupOf, type Reference } from "../model/cleanup.ts";
import { locationsOf } from "../model/locations.ts";
import { violationTable } from "./violations.ts";

/** Copies to remove, retired systems, who still imports them and imports to change. */
export function cleanup(context: Context): Block[] {
  const { assessment, options } = context;
  const { copies, retired, imports, places, archive } = cleanupOf(assessment, options.date);
  if (copies.length + retired.length + places.length === 0)
    return [paragraph("Nothing to clean up.")];
  return [
    ...(archive === null ? [] : copied(copies, archive, context)),
    ...(retired.length === 0 ? [] : deprecated(retired)),
    ...(copies.length + retired.length === 0 ? [] : importers(imports, context)),
    ...(places.length === 0
      ? []
      : [
          paragraph(strong("To update"), `: ${counted(places.length, "place")}.`),
          ...violationTable(places, context),
        ]),
  ];
}

function copied(copies: readonly Site[], archive: string, context: Context): Block[] {
  return [
    paragraph(
      strong("Copies"),
      `: ${counted(copies.length, "file")}. Delete them, or move them to `,
      code(archive),
      ".",
    ),
    cut(
      copies.map(({ file, message = "", ruleId }) => ({
        text: [...fileLink(file, context), `: ${message} (`, ...ruleLink(ruleId, context), ")"],
      })),
      "more copy",
      "more copies",
    ),
  ];
}

function deprecated(systems: readonly AssessedSystem[]): Block[] {
  const items = systems.map(({ name, files, since }) => {
    const when = since === undefined ? "" : ` since ${since}`;
    const where = locationsOf(files.map(({ path }) => path)).map(code);
    const places = where.flatMap((one, index) => [index > 0 ? ", " : "", one]);
    return {
      text: [
        `${name}: deprecated${when}, ${counted(files.length, "file")}`,
        ...(places.length > 0 ? [" in ", ...places] : []),
      ],
    };
  });
  return [paragraph(strong("Deprecated systems"), ":"), list(items)];
}

function importers(imports: readonly Reference[], context: Context): Block[] {
  if (imports.length === 0) {
    return [paragraph(strong("Imports"), ": no Go file outside imports any of these.")];
  }
  return [
    paragraph(strong("Imports"), `: ${counted(imports.length, "file")} still import them.`),
    cut(
      imports.map(({ file, line, target }) => ({
        text: [...lineLink(file, line, context), " imports ", code(target)],
      })),
      "more import",
    ),
  ];
}

function cut(items: readonly Item[], noun: string, plural?: string): Block {
  const more = items.length - LONGEST_LIST;
  const rest = more > 0 ? [{ text: [`and ${counted(more, noun, plural)}`] }] : [];
  return list([...items.slice(0, LONGEST_LIST), ...rest]);
}
