import { largestGroups } from "@gopherwood/core/report";
import { fileLink, lineLink, linesOf, type Context } from "../context.ts";
import { code, type Inline } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { Action } from "../model/actions.ts";
import type { Site } from "../model/assessment.ts";
import { cleanupOf } from "../model/cleanup.ts";
import { countFixes, describeFixes, describeHours, effortOf } from "../model/effort.ts";
import { groupLines } from "../model/lines.ts";
import { taskOf } from "../model/task.ts";

const MOST_NAMED = 2;

/** Returns an action as a sentence: the work, the place, the way and the cost. */
export function describeAction(action: Action, context: Context): Inline[] {
  switch (action.kind) {
    case "imports":
      return imports(action.imports, context);
    case "mentions":
      return [
        `Update ${counted(action.documents.length, "document")} that name it: `,
        ...named(action.documents, context),
        ".",
      ];
    case "fix":
      return fix(action.ruleId, action.sites, context);
    case "copies":
      return copies(action.sites, context);
    case "alike":
      return [
        `Decide what stays of ${counted(action.sites.length, "file that is", "files that are")} like others: `,
        ...named(filesOf(action.sites), context),
        ".",
      ];
    case "places":
      return [
        `Clean up ${counted(action.sites.length, "place")} in `,
        ...named(filesOf(action.sites), context),
        ".",
      ];
  }
}

function imports(
  all: Extract<Action, { kind: "imports" }>["imports"],
  context: Context,
): Inline[] {
  const shown = all.slice(0, MOST_NAMED);
  return [
    `Change ${counted(all.length, "import that keeps", "imports that keep")} it alive: `,
    ...shown.flatMap(({ file, line, instead }, index) => [
      index > 0 ? ", " : "",
      ...lineLink(file, line, context),
      ...(instead === undefined ? [] : [" (import ", code(instead), " instead)"]),
    ]),
    rest(all.length - shown.length),
    ".",
  ];
}

function copies(sites: readonly Site[], context: Context): Inline[] {
  const { archive } = cleanupOf(context.assessment, context.options.date);
  return [
    `Delete ${counted(sites.length, "copied file")}, or move ${sites.length === 1 ? "it" : "them"} to `,
    code(archive ?? "archive/"),
    ": ",
    ...named(filesOf(sites), context),
    ".",
  ];
}

function fix(ruleId: string, sites: readonly Site[], context: Context): Inline[] {
  const { assessment, options } = context;
  const [[file, own] = ["", []], ...others] = largestGroups(sites, (site) => site.file);
  const groups = groupLines(own.map(({ range }) => range.start.line));
  // The number of violations says the count of one group.
  const lines = groups.length === 1 ? groups.map((group) => ({ ...group, count: 1 })) : groups;
  const place: Inline[] =
    others.length === 0
      ? [" in ", ...fileLink(file, context), " ", ...linesOf(file, lines, context)]
      : [
          ` in ${counted(others.length + 1, "file")}, ${own.length > 1 ? "most in" : "such as"} `,
          ...fileLink(file, context),
          own.length > 1 ? ` (${grouped(own.length)})` : "",
        ];
  const { hours } = effortOf(sites, options.effort);
  const task = taskOf(assessment.report.rules[ruleId]);
  return [
    task && `${task} `,
    code(ruleId),
    `: ${counted(sites.length, "violation")}`,
    ...place,
    `: ${describeFixes(countFixes(sites))}; ${describeHours(hours)}.`,
  ];
}

/** Returns the first of some paths, and the number of the others. */
function named(paths: readonly string[], context: Context): Inline[] {
  const shown = paths.slice(0, MOST_NAMED);
  return [
    ...shown.flatMap((path, index) => [index > 0 ? ", " : "", ...fileLink(path, context)]),
    rest(paths.length - shown.length),
  ];
}

function rest(count: number): string {
  return count > 0 ? ` and ${grouped(count)} more` : "";
}

function filesOf(sites: readonly Site[]): string[] {
  return [...new Set(sites.map(({ file }) => file))];
}
