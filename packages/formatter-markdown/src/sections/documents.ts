import { lineLink, type Context } from "../context.ts";
import { code, list, paragraph, strong, table, type Block } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";
import { cleanupOf, type Reference } from "../model/cleanup.ts";
import { isActive } from "../model/overall.ts";
import { cutTable } from "./cut.ts";
import { documentList } from "./document-list.ts";

/**
 * Returns the documents that name retired files, and the rules that documents should explain.
 */
export function documents(context: Context): Block[] {
  const { assessment, options } = context;
  const { mentions } = cleanupOf(assessment, options.date);
  const unexplained = assessment.systems.filter(
    (system) => system.isDocumented && isActive(system) && system.counts.violation > 0,
  );
  return [
    ...(mentions.length === 0 ? [] : outdated(mentions, context)),
    ...unexplained.flatMap((system) => rulesToExplain(system, context)),
  ];
}

function outdated(mentions: readonly Reference[], context: Context): Block[] {
  const files = new Set(mentions.map(({ file }) => file)).size;
  const rows = (some: Reference[]) =>
    table(
      [{ title: "Where" }, { title: "What it names" }, { title: "The line" }],
      some.map(({ file, line, target, text }) => [
        lineLink(file, line, context),
        code(target),
        text,
      ]),
    );
  return [
    paragraph(
      strong("Documents that name retired files"),
      `: ${counted(mentions.length, "place")} in ${counted(files, "document")}.`,
    ),
    ...cutTable(mentions, rows, context, (others) => counted(others.length, "more place")),
  ];
}

/** Returns the rules that a system breaks, which its documentation should explain. */
function rulesToExplain(
  { name, documentation, categories }: AssessedSystem,
  context: Context,
): Block[] {
  const items = categories
    .filter(({ counts }) => counts.violation > 0)
    .map(({ name: category, sites }) => {
      const rules = [...new Set(sites.violation.map(({ ruleId }) => ruleId))].sort();
      const links = rules.flatMap((ruleId, index) => [index > 0 ? ", " : "", code(ruleId)]);
      return { text: [`${category}: `, ...links] };
    });
  return [
    paragraph(
      strong(`Rules to explain in the documentation of ${name}`),
      " (",
      ...documentList(documentation, context),
      "), since they are broken:",
    ),
    list(items),
  ];
}
