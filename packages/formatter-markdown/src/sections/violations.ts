import { largestGroups } from "@gopherwood/core/report";
import { fileLink, linesOf, type Context } from "../context.ts";
import {
  code,
  codeBlock,
  list,
  paragraph,
  strong,
  table,
  type Block,
  type Item,
} from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { Site } from "../model/assessment.ts";
import { chooseExcerpts, excerptText } from "../model/excerpts.ts";
import { groupLines } from "../model/lines.ts";
import { cutTable } from "./cut.ts";

/** Returns the violations of a category: the messages, the places, and some of the code. */
export function violations(sites: readonly Site[], context: Context): Block[] {
  if (sites.length === 0) return [];
  const files = new Set(sites.map(({ file }) => file)).size;
  const chosen = chooseExcerpts(sites, context.options.excerpts);
  return [
    paragraph(
      strong("Violations"),
      `: ${counted(sites.length, "site")} in ${counted(files, "file")}.`,
    ),
    list(messages(sites)),
    ...violationTable(sites, context),
    ...(chosen.length > 0 ? [codeBlock("go", excerptText(chosen))] : []),
  ];
}

const COLUMNS = [
  { title: "File" },
  { title: "Where" },
  { title: "Rule" },
  { title: "Count", align: "right" },
] as const;

/** Of more rows only so many are shown: what is to be fixed is listed by file as well. */
const MOST_ROWS = 10;

/** Returns a row for each file and rule, those with the most violations first. */
export function violationTable(sites: readonly Site[], context: Context): Block[] {
  const groups = largestGroups(sites, ({ file, ruleId }) => `${file}\0${ruleId}`);
  const rows = (some: typeof groups) =>
    table(
      COLUMNS,
      some.map(([, group]) => row(group, context)),
    );
  const summaryOf = (others: typeof groups) => {
    const rest = others.flatMap(([, group]) => group);
    const files = new Set(rest.map(({ file }) => file)).size;
    return `${counted(rest.length, "more violation")} in ${counted(files, "file")}`;
  };
  return cutTable(groups, rows, context, summaryOf, MOST_ROWS);
}

function row(sites: readonly Site[], context: Context) {
  const [{ file, ruleId } = { file: "", ruleId: "" }] = sites;
  const lines = groupLines(sites.map(({ range }) => range.start.line));
  return [
    fileLink(file, context),
    linesOf(file, lines, context),
    code(ruleId),
    grouped(sites.length),
  ];
}

/** Returns the messages of violations, once for each kind, with an example. */
function messages(sites: readonly Site[]): Item[] {
  const kinds = largestGroups(
    sites,
    ({ ruleId, messageId }) => `${ruleId}\0${messageId ?? ""}`,
  );
  return kinds.map(([, some]) => {
    const [{ ruleId, message = "" } = { ruleId: "" }] = some;
    const words = some.length > 1 ? `${grouped(some.length)} times, such as: ` : "";
    return { text: [code(ruleId), `: ${words}${message}`] };
  });
}
