import { fileLink, LONGEST_LIST, withIcon, type Context } from "../context.ts";
import {
  code,
  heading,
  list,
  strong,
  table,
  type Block,
  type Inline,
  type Item,
} from "../markdown/nodes.ts";
import { counted, grouped, size } from "../markdown/words.ts";
import type { AssessedSystem, File } from "../model/assessment.ts";
import { sizeOf } from "../model/size.ts";
import { locationsOf } from "../model/locations.ts";
import { cutTable } from "./cut.ts";
import { documentList } from "./document-list.ts";

const COLUMNS = [
  { title: "File" },
  { title: "Size", align: "right" },
  { title: "Lines", align: "right" },
] as const;

/** Returns the place, the size, the status and the documents of each system. */
export function systems(context: Context): Block[] {
  return [
    heading(2, "Systems identified"),
    ...context.assessment.systems.flatMap((system) => describe(system, context)),
  ];
}

function describe(system: AssessedSystem, context: Context): Block[] {
  const { files, name, documentation, isNamed, isDocumented } = system;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const generated = files.filter(({ outcome }) => outcome === "generated").length;
  const facts: Item[] = [
    { text: [strong("Location"), ": ", ...location(system, context)] },
    ...(isNamed ? [{ text: [strong("Status"), `: ${status(system, context)}`] }] : []),
    {
      text: [
        strong("Size"),
        `: ${sizeOf(files)}; ${size(bytes)} in all`,
        generated > 0 ? `, ${grouped(generated)} of the files generated` : "",
      ],
    },
    ...(isDocumented
      ? [{ text: [strong("Documentation"), ": ", ...documentList(documentation, context)] }]
      : []),
  ];
  return [heading(3, `${name}: files`), list(facts), ...fileTable(files, context)];
}

function location({ files, isNamed }: AssessedSystem, { assessment }: Context): Inline[] {
  if (files.length === 0) return ["no file belongs to it"];
  if (!isNamed) {
    const isAll = assessment.systems.length === 1;
    return [isAll ? "everything that was linted" : "everything that belongs to no system"];
  }
  const directories = locationsOf(files.map(({ path }) => path));
  const shown = directories.slice(0, 5);
  const more = directories.length - shown.length;
  return [
    ...shown.flatMap((directory, index) => [index > 0 ? ", " : "", code(directory)]),
    more > 0 ? ` and ${more} more` : "",
  ];
}

function status({ status: word, since, note }: AssessedSystem, { options }: Context): string {
  const when = since === undefined ? "" : ` since ${since}`;
  return `${withIcon(word, options)}${when}${note === undefined ? "" : `. ${note}`}`;
}

/** Of more files than fit in a list only so many are shown. */
const LARGEST = 10;

/** Returns the files that people wrote, the largest first. */
function fileTable(files: readonly File[], context: Context): Block[] {
  const written = files.filter(({ outcome }) => outcome !== "generated");
  if (written.length === 0) return [];
  const sorted = written.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const rows = (some: readonly File[]) =>
    table(
      COLUMNS,
      some.map(({ path, bytes, lines }) => [
        fileLink(path, context),
        size(bytes),
        grouped(lines),
      ]),
    );
  return cutTable(
    sorted,
    rows,
    context,
    (others) => `${counted(others.length, "more file")}, smaller than these`,
    sorted.length > LONGEST_LIST ? LARGEST : LONGEST_LIST,
  );
}
