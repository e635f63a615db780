import { fileLink, lineLink, LONGEST_LIST, type Context } from "../context.ts";
import { code, list, paragraph, strong, type Block, type Item } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import type { AssessedSystem, Site } from "../model/assessment.ts";
import { cleanupOf, type RetiredImport } from "../model/cleanup.ts";
import { locationsOf } from "../model/locations.ts";
import { violationTable } from "./violations.ts";

/** Returns the copies to remove, the retired systems and their importers. */
export function cleanup(context: Context): Block[] {
  const { assessment, options } = context;
  const { copies, alike, retired, imports, places, archive } = cleanupOf(
    assessment,
    options.date,
  );
  return [
    ...(archive === null
      ? []
      : [
          paragraph(
            strong("Copies"),
            `: ${counted(copies.length, "file")}. ${copies.length === 1 ? "Delete it, or move it" : "Delete them, or move them"} to `,
            code(archive),
            ".",
          ),
          files(copies, context),
        ]),
    ...(alike.length === 0
      ? []
      : [
          paragraph(
            strong("Files that are alike"),
            `: ${counted(alike.length, "file")}. Keep one of each, or move what they share to one place.`,
          ),
          files(alike, context),
        ]),
    ...(retired.length === 0 ? [] : deprecated(retired)),
    ...(retired.length === 0 ? [] : importers(imports, context)),
    ...(places.length === 0
      ? []
      : [
          paragraph(strong("To update"), `: ${counted(places.length, "place")}.`),
          ...violationTable(places, context),
        ]),
  ];
}

/** Returns an item for each file, with its message. */
function files(sites: readonly Site[], context: Context): Block {
  return cut(
    sites.map(({ file, message = "", ruleId }) => ({
      text: [...fileLink(file, context), `: ${message} (`, code(ruleId), ")"],
    })),
    "more file",
  );
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

function importers(imports: readonly RetiredImport[], context: Context): Block[] {
  if (imports.length === 0) {
    return [paragraph(strong("Imports"), ": no Go file outside imports any of these.")];
  }
  return [
    paragraph(strong("Imports"), `: ${counted(imports.length, "place")} to update.`),
    cut(
      imports.map(({ file, line, target, instead }) => ({
        text: [
          ...lineLink(file, line, context),
          " imports ",
          code(target),
          ...(instead === undefined ? [] : ["; instead: ", code(instead)]),
        ],
      })),
      "more import",
    ),
  ];
}

function cut(items: readonly Item[], noun: string): Block {
  const more = items.length - LONGEST_LIST;
  const rest = more > 0 ? [{ text: [`and ${counted(more, noun)}`] }] : [];
  return list([...items.slice(0, LONGEST_LIST), ...rest]);
}
