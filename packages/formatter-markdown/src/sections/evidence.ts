import { lineLink, withIcon, type Context } from "../context.ts";
import {
  code,
  codeBlock,
  heading,
  list,
  paragraph,
  strong,
  table,
  type Block,
} from "../markdown/nodes.ts";
import { counted, grouped, listed } from "../markdown/words.ts";
import type { AssessedCategory, AssessedSystem, Site } from "../model/assessment.ts";
import { chooseExcerpts, excerptText } from "../model/excerpts.ts";
import { byReason } from "../model/reasons.ts";
import { describeShare } from "../model/share.ts";
import { statusOf, worstOf } from "../model/status.ts";
import { approaches } from "./approaches.ts";
import { violations } from "./violations.ts";

/** Returns the evidence of each system, category by category, with the code of some sites. */
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
  const share = describeShare([...sites.compliant, ...sites.violation]);
  return [
    heading(3, `${system.name}: ${category.name}`),
    paragraph(
      strong("Status"),
      `: ${withIcon(status, context.options)}${worstRule(category)}` +
        `${share === "" ? "" : `: ${share}`}.`,
    ),
    ...rules(category, context),
    ...compliant(sites.compliant, context),
    ...exceptions(sites.exempt, context),
    ...approaches(category, context),
    ...violations(sites.violation, context),
    ...undecided(sites.undecided, context),
    ...(impact !== "" && counts.violation > 0
      ? [paragraph(strong("Impact"), `: ${impact}`)]
      : []),
  ];
}

/** Returns the rule that makes the status differ from that of the sum of all sites. */
function worstRule({ judged, status, counts }: AssessedCategory): string {
  if (status === statusOf(counts)) return "";
  const worst = worstOf(judged.map((rule) => rule.status));
  return ` because of ${judged.find((rule) => rule.status === worst)?.ruleId ?? ""}`;
}

const COLUMNS = [
  { title: "Rule" },
  { title: "Status" },
  { title: "Compliant", align: "right" },
  { title: "Exempt", align: "right" },
  { title: "Undecided", align: "right" },
  { title: "Violations", align: "right" },
] as const;

/** Returns the counts of each rule, where there are several. */
function rules({ judged }: AssessedCategory, context: Context): Block[] {
  if (judged.length < 2) return [];
  const rows = judged.map(({ ruleId, status, counts }) => [
    code(ruleId),
    withIcon(status, context.options),
    ...[counts.compliant, counts.exempt, counts.undecided, counts.violation].map(grouped),
  ]);
  return [table(COLUMNS, rows)];
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
    list(
      byReason(sites, ({ reason }) => reason).map(({ text, count }) => ({
        text: [`${text}: ${counted(count, "site")}`],
      })),
    ),
    ...excerpts(sites, context),
  ];
}

function undecided(sites: readonly Site[], context: Context): Block[] {
  if (sites.length === 0) return [];
  const what = `: ${counted(sites.length, "site")} could not be judged: neither compliant nor a violation.`;
  return [
    paragraph(strong("Undecided"), what),
    list(
      byReason(sites, ({ reason }) => reason).map(({ text, count, first }) => ({
        text: [
          `${text}: ${counted(count, "site")}, ${count > 1 ? "the first " : ""}at `,
          ...lineLink(first.file, first.range.start.line, context),
        ],
      })),
    ),
  ];
}

function excerpts(sites: readonly Site[], { options }: Context): Block[] {
  const chosen = chooseExcerpts(sites, options.excerpts);
  return chosen.length === 0 ? [] : [codeBlock("go", excerptText(chosen))];
}
