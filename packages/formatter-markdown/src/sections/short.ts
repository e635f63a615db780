import { fileLink, lineLink, type Context } from "../context.ts";
import {
  code,
  heading,
  list,
  paragraph,
  strong,
  type Block,
  type Item,
} from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import { actionsOf, type Action } from "../model/actions.ts";
import { cleanupOf } from "../model/cleanup.ts";
import { countFixes } from "../model/effort.ts";
import { violationsOf } from "../model/overall.ts";
import { comparison } from "./comparison.ts";
import { exampleOf } from "./examples.ts";
import { limits } from "./limits.ts";
import { reasonsByHand } from "./reasons-by-hand.ts";
import { rules } from "./rules.ts";

/** The number of actions of a system that its page shows. */
const ON_PAGE = 3;

const MOST = 5;

/** Fewer systems are compared by their pages. */
const SIDE_BY_SIDE = 3;

/** Returns an appendix of about two pages: rules, systems, further work, and how to read it. */
export function shortAppendix(context: Context): Block[] {
  const { systems } = context.assessment;
  return [
    heading(2, "Appendix"),
    ...rules(context),
    ...(systems.length < SIDE_BY_SIDE ? [] : comparison(context, 3)),
    ...furtherWork(context),
    ...retiredCode(context),
    ...example(context),
    ...notes(context),
  ];
}

/** Returns the actions that the pages of the systems leave out, a line for each system. */
function furtherWork(context: Context): Block[] {
  const { assessment, options } = context;
  const cleanup = cleanupOf(assessment, options.date);
  const items = assessment.systems.flatMap((system): Item[] => {
    const others = actionsOf(system, assessment, cleanup, options.effort).slice(ON_PAGE);
    if (others.length === 0) return [];
    return [
      {
        text: [
          strong(system.name),
          ": ",
          ...others.flatMap((action, index) => [index > 0 ? ", " : "", ...brief(action)]),
          ".",
        ],
      },
    ];
  });
  return items.length === 0 ? [] : [heading(3, "Further work"), list(items)];
}

function brief(action: Action) {
  switch (action.kind) {
    case "fix":
      return [code(action.ruleId), ` (${grouped(action.sites.length)})`];
    case "imports":
      return [counted(action.imports.length, "import"), " to change"];
    case "mentions":
      return [counted(action.documents.length, "document"), " to update"];
    case "copies":
      return [counted(action.sites.length, "copied file"), " to delete"];
    case "alike":
      return [counted(action.sites.length, "file that is", "files that are"), " like others"];
    case "places":
      return [counted(action.sites.length, "place"), " to clean up"];
  }
}

/** Returns who still imports retired code, its copies, and the documents that name it. */
function retiredCode(context: Context): Block[] {
  const { assessment, options } = context;
  const { imports, copies, mentions } = cleanupOf(assessment, options.date);
  const items = [
    ...cut(
      imports.map(({ file, line, target }) => ({
        text: [...lineLink(file, line, context), " imports ", code(target)],
      })),
      "more import",
    ),
    ...cut(
      copies.map(({ file, related: [original] = [] }) => ({
        text: [...fileLink(file, context), " is like ", code(original?.path ?? "")],
      })),
      "more copy",
      "more copies",
    ),
    ...cut(
      mentions.map(({ file, line, target }) => ({
        text: [...lineLink(file, line, context), " names ", code(target)],
      })),
      "more place in documents",
      "more places in documents",
    ),
  ];
  return items.length === 0 ? [] : [heading(3, "Retired code"), list(items)];
}

function cut(items: readonly Item[], noun: string, plural = `${noun}s`): Item[] {
  const more = items.length - MOST;
  const rest = more > 0 ? [{ text: [`and ${counted(more, noun, plural)}`] }] : [];
  return [...items.slice(0, MOST), ...rest];
}

function example(context: Context): Block[] {
  const blocks = exampleOf(context);
  return blocks.length === 0 ? [] : [heading(3, "A fix"), ...blocks];
}

function notes(context: Context): Block[] {
  const { assessment, options } = context;
  const { fix, suggestion, manual } = options.effort;
  const open = violationsOf(assessment.systems);
  const counts = countFixes(open);
  const cost =
    `Hours are an assumption, not a measurement: ${grouped(fix)} min for a violation that --fix ` +
    `fixes, ${grouped(suggestion)} min for a suggestion and ${grouped(manual)} min by hand, a ` +
    "third of that from the 21st of a rule on. The formatter's option ";
  return [
    heading(3, "How to read it"),
    ...limits(context, MOST),
    ...(counts.manual > 0 ? reasonsByHand(open) : []),
    ...(open.length > 0 ? [paragraph(cost, code("effort"), " changes it.")] : []),
    paragraph(
      "A percentage stands only where 20 sites or more were judged and no rule has violations " +
        "alone. ",
      code("--appendix full"),
      " adds all evidence: the sites by file, with their code.",
    ),
  ];
}
