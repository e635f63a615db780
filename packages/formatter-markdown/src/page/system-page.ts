import { largestGroups } from "@gopherwood/core/report";
import { withIcon, type Context } from "../context.ts";
import {
  code,
  heading,
  list,
  paragraph,
  strong,
  type Block,
  type Inline,
  type Item,
} from "../markdown/nodes.ts";
import { counted, grouped, listed } from "../markdown/words.ts";
import type { AssessedCategory, AssessedSystem } from "../model/assessment.ts";
import { actionsOf } from "../model/actions.ts";
import { cleanupOf } from "../model/cleanup.ts";
import { describeHours, effortOf } from "../model/effort.ts";
import { locationsOf } from "../model/locations.ts";
import { isActive, violationsOf } from "../model/overall.ts";
import { byReason } from "../model/reasons.ts";
import { describeShare } from "../model/share.ts";
import { sizeOf } from "../model/size.ts";
import { worstOf } from "../model/status.ts";
import { documentList } from "../sections/document-list.ts";
import { describeAction } from "./describe-action.ts";

const MOST_ACTIONS = 3;
const MOST_PLACES = 3;

/** Returns the summary of a system: verdict, place, evidence, and the first things to do. */
export function systemPage(system: AssessedSystem, context: Context): Block[] {
  const { assessment, options } = context;
  const actions = actionsOf(
    system,
    assessment,
    cleanupOf(assessment, options.date),
    options.effort,
  );
  const shown = actions.slice(0, MOST_ACTIONS);
  const more = actions.length - shown.length;
  const rest =
    more > 0 ? `, the first ${grouped(shown.length)} of ${grouped(actions.length)}` : "";
  return [
    heading(2, system.name),
    paragraph(strong("Verdict"), ": ", verdict(system, context)),
    ...where(system, context),
    ...evidence(system, context),
    ...(shown.length === 0
      ? []
      : [
          paragraph(strong("To do"), `${rest}:`),
          list(
            shown.map((action) => ({ text: describeAction(action, context) })),
            true,
          ),
        ]),
  ];
}

/** Returns the status of a system, the compliant categories and the cost of the rest. */
function verdict(system: AssessedSystem, { options }: Context): string {
  const { categories, status, since, note, isNamed } = system;
  const violations = violationsOf([system]);
  const files = new Set(violations.map(({ file }) => file)).size;
  const open = `${counted(violations.length, "violation")} in ${counted(files, "file")}`;
  const remark = note === undefined ? "" : ` ${note.replace(/[.!]?$/u, ".")}`;
  if (!isActive(system)) {
    const when = since === undefined ? "" : ` since ${since}`;
    const left = violations.length === 0 ? "" : ` Leave its ${open} alone.`;
    return `${withIcon(status, options)}${when}.${remark}${left}`;
  }
  const judged = categories.filter((category) => category.status !== "not applicable");
  if (judged.length === 0) return `no rule judged a site.${remark}`;
  const good = judged.filter((category) => category.status === "compliant").length;
  const worst = worstOf(judged.map((category) => category.status));
  const cost = describeHours(effortOf(violations, options.effort).hours);
  const work = violations.length === 0 ? "No violation." : `${open}; ${cost} to fix.`;
  const state = isNamed ? `${status}, ` : "";
  return (
    `${withIcon(worst, options)}: ${state}${grouped(good)} of ` +
    `${counted(judged.length, "category", "categories")} compliant. ${work}${remark}`
  );
}

/** Returns the directories, the size and the documents of a system that the config names. */
function where(
  { files, isNamed, isDocumented, documentation }: AssessedSystem,
  context: Context,
): Block[] {
  if (!isNamed) return [paragraph(strong("Size"), `: ${sizeOf(files)}.`)];
  const directories = locationsOf(files.map(({ path }) => path));
  const more = directories.length - MOST_PLACES;
  const places = directories
    .slice(0, MOST_PLACES)
    .flatMap((directory, index): Inline[] => [index > 0 ? ", " : "", code(directory)]);
  return [
    paragraph(
      strong("Where"),
      ": ",
      ...(places.length === 0 ? ["no file belongs to it"] : places),
      more > 0 ? ` and ${grouped(more)} more` : "",
      files.length === 0 ? "." : `: ${sizeOf(files)}.`,
      ...(isDocumented ? [" Documents: ", ...documentList(documentation, context), "."] : []),
    ),
  ];
}

/** Returns a line for each category with judged sites, and one for the others. */
function evidence({ categories }: AssessedSystem, context: Context): Block[] {
  const judged = categories.filter(({ sites }) => Object.values(sites).flat().length > 0);
  const others = categories.filter((category) => !judged.includes(category));
  const items: Item[] = [
    ...judged.map((category) => ({ text: evidenceLine(category, context) })),
    ...(others.length === 0
      ? []
      : [{ text: [`No rule judged a site: ${listed(others.map(({ name }) => name))}.`] }]),
  ];
  return items.length === 0 ? [] : [paragraph(strong("Evidence"), ":"), list(items)];
}

function evidenceLine(category: AssessedCategory, { options }: Context): Inline[] {
  const { name, status, sites } = category;
  const [exempt] = byReason(sites.exempt, ({ reason }) => reason);
  const others = exempt && exempt.count < sites.exempt.length ? " and other reasons" : "";
  const parts = [
    describeShare([...sites.compliant, ...sites.violation]),
    exempt ? `${grouped(sites.exempt.length)} exempt (${exempt.text}${others})` : "",
    sites.undecided.length > 0 ? `${grouped(sites.undecided.length)} undecided` : "",
  ];
  return [
    strong(name),
    `: ${withIcon(status, options)}: ${parts.filter(Boolean).join("; ")}.${ways(category)}`,
  ];
}

/** Returns the ways in which code follows or breaks the rule with the most violations. */
function ways({ judged, sites }: AssessedCategory): string {
  const [worst] = judged;
  if (!worst || worst.counts.violation === 0) return "";
  const count = (some: AssessedCategory["sites"]["compliant"], noun: string) =>
    largestGroups(
      some.filter(({ ruleId, approach }) => ruleId === worst.ruleId && approach !== undefined),
      ({ approach }) => approach,
    ).map(([approach, own]) => `${approach ?? ""} ${counted(own.length, noun)}`);
  const found = [...count(sites.compliant, "site"), ...count(sites.violation, "violation")];
  return found.length < 2 || found.length > 6 ? "" : ` Ways: ${found.join(", ")}.`;
}
