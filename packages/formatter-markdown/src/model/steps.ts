import { counted, grouped } from "../markdown/words.ts";
import type { Assessment } from "./assessment.ts";
import { cleanupOf, isCleanup } from "./cleanup.ts";
import { countFixes } from "./effort.ts";
import { isActive, violationsOf } from "./overall.ts";
import { choicesOf, type Choice } from "./recommendation.ts";

/** Something to do, or that is done already. */
export interface Step {
  readonly done: boolean;
  readonly text: string;
}

/** The command that fetches missing packages, as the reasons of sites name it. */
const DOWNLOAD = "go mod download";

/**
 * Returns the steps that follow from an assessment, by risk and effect: a run that did not read
 * everything, decisions, imports that keep retired code alive, violations, files, documents.
 *
 * @param date `YYYY-MM-DD`.
 */
export function stepsOf(assessment: Assessment, date: string): Step[] {
  const { systems, report } = assessment;
  const { copies, alike, places, imports, mentions } = cleanupOf(assessment, date);
  const documents = new Set(mentions.map(({ file }) => file)).size;
  const undecided = report.sites.filter(({ verdict }) => verdict === "undecided");
  const unread = undecided.filter(({ reason }) => reason?.includes(DOWNLOAD)).length;
  return [
    ...todo(
      report.problems.length,
      (n) => `Look at ${counted(n, "problem")} of the run: not all was read.`,
    ),
    ...choicesOf(assessment).map(decision),
    ...todo(imports.length, (n) => `Change ${counted(n, "import")} of retired packages.`),
    ...systems.filter(isActive).flatMap((system) => {
      const sites = violationsOf([system]).filter((site) => !isCleanup(site, report));
      const { fix } = countFixes(sites);
      const tool = fix > 0 ? ` (${grouped(fix)} by --fix)` : "";
      return todo(
        sites.length,
        (n) => `Fix ${counted(n, "violation")} in ${system.name}${tool}.`,
      );
    }),
    ...todo(copies.length, (n) => `Remove ${counted(n, "copied file")}.`),
    ...todo(
      alike.length,
      (n) =>
        `Decide what stays of ${counted(n, "file that is", "files that are")} like others.`,
    ),
    ...todo(places.length, (n) => `Update ${counted(n, "place")} to clean up.`),
    ...todo(documents, (n) => `Update ${counted(n, "document")} that name retired files.`),
    ...todo(
      unread,
      (n) => `Run '${DOWNLOAD}' and lint again: ${counted(n, "site")} could not be judged.`,
    ),
    ...todo(undecided.length - unread, (n) => `Look at ${counted(n, "undecided site")}.`),
  ];
}

function decision({ chosen, by, group }: Choice): Step {
  if (chosen === null) {
    return { done: false, text: `Decide which system to use for ${group}.` };
  }
  return by === "status"
    ? { done: true, text: `Confirmed: ${chosen.name} is the system to use for ${group}.` }
    : {
        done: false,
        text: `Decide for ${chosen.name}, and deprecate the others for ${group}.`,
      };
}

/** Returns a step that is open, if there is something to do. */
function todo(count: number, textOf: (count: number) => string): Step[] {
  return count === 0 ? [] : [{ done: false, text: textOf(count) }];
}
