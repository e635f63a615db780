import { counted, grouped } from "../markdown/words.ts";
import type { Assessment } from "./assessment.ts";
import { cleanupOf, isCleanup } from "./cleanup.ts";
import { countFixes } from "./effort.ts";
import { isActive, violationsOf } from "./overall.ts";
import { choicesOf } from "./recommendation.ts";

/** Something to do, or that is done already. */
export interface Step {
  readonly done: boolean;
  readonly text: string;
}

/**
 * Returns the steps that follow from an assessment, the most important first.
 *
 * @param date `YYYY-MM-DD`.
 */
export function stepsOf(assessment: Assessment, date: string): Step[] {
  const { systems, report } = assessment;
  const { copies, alike, places, imports, mentions } = cleanupOf(assessment, date);
  const documents = new Set(mentions.map(({ file }) => file)).size;
  const undecided = report.sites.filter(({ verdict }) => verdict === "undecided").length;
  const chosen = choicesOf(systems).map(({ chosen: { name }, by, group }) =>
    by === "status"
      ? { done: true, text: `Confirmed: ${name} is the system to use for ${group}.` }
      : { done: false, text: `Decide for ${name}, and deprecate the others for ${group}.` },
  );
  const fixes = systems.filter(isActive).flatMap((system) => {
    const sites = violationsOf([system]).filter((site) => !isCleanup(site, report));
    if (sites.length === 0) return [];
    const { fix } = countFixes(sites);
    const tool = fix > 0 ? ` (${grouped(fix)} by --fix)` : "";
    return [todo(`Fix ${counted(sites.length, "violation")} in ${system.name}${tool}.`)];
  });
  return [
    ...chosen,
    ...fixes,
    ...(copies.length > 0
      ? [todo(`Remove ${counted(copies.length, "copied file", "copied files")}.`)]
      : []),
    ...(alike.length > 0
      ? [
          todo(
            `Decide what stays of ${counted(alike.length, "file that is", "files that are")} like others.`,
          ),
        ]
      : []),
    ...(imports.length > 0
      ? [todo(`Change ${counted(imports.length, "import")} of retired packages.`)]
      : []),
    ...(places.length > 0
      ? [todo(`Update ${counted(places.length, "place")} to clean up.`)]
      : []),
    ...(documents > 0
      ? [todo(`Update ${counted(documents, "document")} that name retired files.`)]
      : []),
    ...(undecided > 0 ? [todo(`Look at ${counted(undecided, "undecided site")}.`)] : []),
    ...(report.problems.length > 0
      ? [
          todo(
            `Look at ${counted(report.problems.length, "problem")} of the run: not all was read.`,
          ),
        ]
      : []),
  ];
}

function todo(text: string): Step {
  return { done: false, text };
}
