import type { Context } from "../context.ts";
import {
  heading,
  list,
  paragraph,
  strong,
  table,
  type Block,
  type Item,
} from "../markdown/nodes.ts";
import { counted, grouped, percent } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";
import { describeHours, describeFixes, effortOf, countFixes, riskOf } from "../model/effort.ts";
import { isActive, violationsOf } from "../model/overall.ts";
import { choicesOf, type Choice } from "../model/recommendation.ts";
import { complianceOf } from "../model/status.ts";
import { documentList } from "./document-list.ts";

/** Shares that differ by less are alike. */
const CLEARLY = 0.05;

/** Which system to use and why, and how much work is left in those that are in use. */
export function recommendation(context: Context): Block[] {
  const { systems } = context.assessment;
  const open = systems.filter((system) => isActive(system) && system.counts.violation > 0);
  return [
    heading(2, "Recommendation"),
    ...choicesOf(systems).flatMap((choice) => [
      ...use(choice, context),
      ...choice.others.flatMap(avoid),
    ]),
    heading(3, "Required work"),
    ...(open.length === 0 ? [paragraph("None: there is no violation.")] : [work(open)]),
  ];
}

function use({ chosen, others, by, group }: Choice, context: Context): Block[] {
  const why =
    by === "status"
      ? `it is the only active system of ${counted(others.length + 1, "system")} for ${group}`
      : `of ${counted(others.length + 1, "system")} for ${group} it keeps the rules best`;
  const better = others.filter((other) => ratio(other) - ratio(chosen) >= CLEARLY);
  return [
    heading(3, `System to use: ${chosen.name}`),
    paragraph(`Because ${why}:`),
    list([
      ...note(chosen),
      {
        text: [
          strong("Compliance"),
          `: ${compliance(chosen)}; ${others.map((other) => `${other.name} ${compliance(other)}`).join("; ")}.`,
        ],
      },
      { text: [strong("Categories"), `: ${kept(chosen)}.`] },
      ...(chosen.isDocumented
        ? [
            {
              text: [
                strong("Documentation"),
                ": ",
                ...documentList(chosen.documentation, context),
              ],
            },
          ]
        : []),
    ]),
    ...better.map(({ name }) =>
      paragraph(`${name} has the higher share of compliant sites: the choice is worth a look.`),
    ),
  ];
}

function avoid(system: AssessedSystem): Block[] {
  const { name, status, since, counts } = system;
  const state =
    status === "deprecated"
      ? `deprecated${since === undefined ? "" : ` since ${since}`}`
      : status;
  return [
    heading(3, `Not to use: ${name}`),
    list([
      { text: [strong("Status"), `: ${state}`] },
      ...note(system),
      {
        text: [
          strong("Compliance"),
          `: ${compliance(system)}, ${counted(counts.violation, "violation")}.`,
        ],
      },
      { text: [strong("Categories"), `: ${kept(system)}.`] },
    ]),
  ];
}

/** What the team says of a system. */
function note({ note: text }: AssessedSystem): Item[] {
  return text === undefined ? [] : [{ text: [strong("Note"), `: ${text}`] }];
}

function work(systems: readonly AssessedSystem[]): Block {
  return table(
    [
      { title: "System" },
      { title: "Scope" },
      { title: "Effort" },
      { title: "Risk" },
      { title: "Impact" },
    ],
    systems.map((system) => {
      const sites = violationsOf([system]);
      const counts = countFixes(sites);
      const { level, hours } = effortOf(sites);
      const files = new Set(sites.map(({ file }) => file)).size;
      return [
        system.name,
        `${counted(sites.length, "violation")} in ${counted(files, "file")}: ${describeFixes(counts)}`,
        `${level} (${describeHours(hours)})`,
        riskOf(counts),
        impact(system),
      ];
    }),
  );
}

function impact({ categories, counts }: AssessedSystem): string {
  const share = complianceOf(counts);
  const now = share === null ? 100 : percent(share.part, share.whole);
  const broken = categories.filter((category) => category.counts.violation > 0).length;
  return `${counted(broken, "category", "categories")} to make compliant; ${now}% to 100%`;
}

function compliance({ counts }: AssessedSystem): string {
  const share = complianceOf(counts);
  if (share === null) return "nothing judged";
  return `${percent(share.part, share.whole)}% (${grouped(share.part)} of ${grouped(share.whole)} sites)`;
}

/** `2 of 3 compliant; Logging Standards non-compliant`. */
function kept({ categories }: AssessedSystem): string {
  const judged = categories.filter(({ status }) => status !== "not applicable");
  const good = judged.filter(({ status }) => status === "compliant");
  const others = judged.filter(({ status }) => status !== "compliant");
  const names = others.map(({ name, status }) => `${name} ${status}`);
  return [`${good.length} of ${judged.length} compliant`, ...names].join("; ");
}

function ratio({ counts }: AssessedSystem): number {
  const share = complianceOf(counts);
  return share === null ? 0 : share.part / share.whole;
}
