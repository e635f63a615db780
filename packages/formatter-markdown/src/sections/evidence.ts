import { withIcon, type Context } from "../context.ts";
import { codeBlock, heading, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted, grouped, listed, percent } from "../markdown/words.ts";
import {
  countsOf,
  groupBy,
  type AssessedCategory,
  type AssessedSystem,
  type Site,
} from "../model/assessment.ts";
import { chooseExcerpts, excerptText } from "../model/excerpts.ts";
import { complianceOf, statusOf, worstOf } from "../model/status.ts";
import { approaches } from "./approaches.ts";
import { violations } from "./violations.ts";

/** What was found in each system, category by category, with the code that shows it. */
export function evidence(context: Context): Block[] {
  return context.assessment.systems.flatMap((system) => [
    heading(2, `${system.name}: what was found`),
    ...ofSystem(system, context),
  ]);
}

function ofSystem(system: AssessedSystem, context: Context): Block[] {
  const judged = system.categories.filter(
    ({ sites }) => Object.values(sites).flat().length > 0,
  );
  const others = system.categories.filter((category) => !judged.includes(category));
  const silent = `No rule judged a site in ${listed(others.map(({ name }) => name))}.`;
  return [
    ...judged.flatMap((category) => ofCategory(system, category, context)),
    ...(others.length > 0 ? [paragraph(silent)] : []),
  ];
}

function ofCategory(
  system: AssessedSystem,
  category: AssessedCategory,
  context: Context,
): Block[] {
  const { sites, status, counts, impact } = category;
  const share = complianceOf(counts);
  const kept =
    share === null
      ? ""
      : `. ${grouped(share.part)} of ${grouped(share.whole)} sites keep the rules ` +
        `(${percent(share.part, share.whole)}%)`;
  return [
    heading(3, `${system.name}: ${category.name}`),
    paragraph(
      strong("Status"),
      `: ${withIcon(status, context.options)}${worstRule(category)}${kept}.`,
    ),
    ...compliant(sites.compliant, context),
    ...exceptions(sites.exempt, context),
    ...approaches(category),
    ...violations(sites.violation, context),
    ...undecided(sites.undecided),
    ...(impact !== "" && counts.violation > 0
      ? [paragraph(strong("Impact"), `: ${impact}`)]
      : []),
  ];
}

/** The rule that makes the status another than the sum of all sites has. */
function worstRule({ sites, status, counts }: AssessedCategory): string {
  if (status === statusOf(counts)) return "";
  const rules = [...groupBy(Object.values(sites).flat(), ({ ruleId }) => ruleId)];
  const statuses = rules.map(([ruleId, some]) => ({ ruleId, is: statusOf(countsOf(some)) }));
  const worst = worstOf(statuses.map(({ is }) => is));
  return ` because of ${statuses.find(({ is }) => is === worst)?.ruleId ?? ""}`;
}

function compliant(sites: readonly Site[], context: Context): Block[] {
  if (sites.length === 0) return [];
  const files = new Set(sites.map(({ file }) => file)).size;
  const where = `: ${counted(sites.length, "site")} in ${counted(files, "file")}.`;
  return [paragraph(strong("Compliant"), where), ...excerpts(sites, context)];
}

function exceptions(sites: readonly Site[], context: Context): Block[] {
  if (sites.length === 0) return [];
  return [
    paragraph(strong("Allowed exceptions"), `: ${counted(sites.length, "site")}.`),
    list(byReason(sites)),
    ...excerpts(sites, context),
  ];
}

function undecided(sites: readonly Site[]): Block[] {
  if (sites.length === 0) return [];
  const what = `: ${counted(sites.length, "site")} could not be judged: neither compliant nor a violation.`;
  return [paragraph(strong("Undecided"), what), list(byReason(sites))];
}

const MOST_REASONS = 10;

/** The reasons of sites with their counts, the most common first. */
function byReason(sites: readonly Site[]): { text: string[] }[] {
  const reasons = [...groupBy(sites, ({ reason = "no reason given" }) => reason)];
  reasons.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  const others = reasons.slice(MOST_REASONS).flatMap(([, some]) => some).length;
  return [
    ...reasons
      .slice(0, MOST_REASONS)
      .map(([reason, some]) => ({ text: [`${reason}: ${counted(some.length, "site")}`] })),
    ...(others > 0 ? [{ text: [`other reasons: ${counted(others, "site")}`] }] : []),
  ];
}

function excerpts(sites: readonly Site[], { options }: Context): Block[] {
  const chosen = chooseExcerpts(sites, options.excerpts);
  return chosen.length === 0 ? [] : [codeBlock("go", excerptText(chosen))];
}
