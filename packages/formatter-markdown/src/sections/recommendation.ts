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
import { counted } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";
import { describeHours, describeFixes, effortOf, countFixes, riskOf } from "../model/effort.ts";
import { isActive, violationsOf } from "../model/overall.ts";
import { choicesOf, type Choice } from "../model/recommendation.ts";
import { describeCounts } from "../model/share.ts";
import { describeChoice } from "../page/overview.ts";
import { documentList } from "./document-list.ts";

/** Returns the system to use and why, and the work that is left in those that are in use. */
export function recommendation(context: Context): Block[] {
  const { systems } = context.assessment;
  const open = systems.filter((system) => isActive(system) && system.counts.violation > 0);
  return [
    heading(2, "Recommendation"),
    ...choicesOf(context.assessment).flatMap((choice) => [
      ...use(choice, context),
      ...choice.others
        .filter((other) => choice.chosen !== null || !isActive(other))
        .flatMap(avoid),
    ]),
    heading(3, "Required work"),
    ...(open.length === 0
      ? [paragraph("None: there is no violation.")]
      : [work(open, context)]),
  ];
}

function use(choice: Choice, context: Context): Block[] {
  const { chosen, others, by, group } = choice;
  if (chosen === null) {
    return [
      heading(3, `System to use for ${group}: to be decided`),
      paragraph(...describeChoice(choice, context)),
    ];
  }
  const count = counted(others.length + 1, "system");
  const why =
    by === "status"
      ? `it is the only active system of ${count} for ${group}`
      : `of ${count} for ${group} it clearly follows the rules best`;
  const shares = others.map((other) => `${other.name} ${describeCounts(other.counts)}`);
  return [
    heading(3, `System to use: ${chosen.name}`),
    paragraph(`Because ${why}:`),
    list([
      ...note(chosen),
      {
        text: [
          strong("Compliant sites"),
          `: ${describeCounts(chosen.counts)}; ${shares.join("; ")}.`,
        ],
      },
      { text: [strong("Categories"), `: ${categories(chosen)}.`] },
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
          strong("Compliant sites"),
          `: ${describeCounts(counts)}, ${counted(counts.violation, "violation")}.`,
        ],
      },
      { text: [strong("Categories"), `: ${categories(system)}.`] },
    ]),
  ];
}

/** Returns the team's note on a system. */
function note({ note: text }: AssessedSystem): Item[] {
  return text === undefined ? [] : [{ text: [strong("Note"), `: ${text}`] }];
}

function work(systems: readonly AssessedSystem[], { options }: Context): Block {
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
      const { level, hours } = effortOf(sites, options.effort);
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

function impact({ categories: all }: AssessedSystem): string {
  const broken = all.filter((category) => category.counts.violation > 0).length;
  return `${counted(broken, "category", "categories")} to make compliant`;
}

/** Returns the compliant categories and the others: `2 of 3 compliant; Logging mixed`. */
function categories({ categories: all }: AssessedSystem): string {
  const judged = all.filter(({ status }) => status !== "not applicable");
  const good = judged.filter(({ status }) => status === "compliant");
  const others = judged.filter(({ status }) => status !== "compliant");
  const names = others.map(({ name, status }) => `${name} ${status}`);
  return [`${good.length} of ${judged.length} compliant`, ...names].join("; ");
}
