import type { Report } from "@gopherwood/core/runner";
import { projectName } from "../options.ts";
import { chaptersOf, type Chapter } from "./categories.ts";
import { statusOf, worstOf, type Counts, type Status } from "./status.ts";

export type Site = Report["sites"][number];
export type File = Report["files"][number];

/** A report, sorted by systems and categories. */
export interface Assessment {
  readonly report: Report;
  readonly chapters: readonly Chapter[];
  /** The systems of the config, then all other code; without systems, the project as one. */
  readonly systems: readonly AssessedSystem[];
}

export interface AssessedSystem {
  readonly name: string;
  readonly status: "active" | "deprecated";
  readonly since?: string | undefined;
  readonly note?: string | undefined;
  readonly group?: string | undefined;
  /** False for code that the config gives to no system. */
  readonly isNamed: boolean;
  readonly files: readonly File[];
  /** True if the config says where its documentation is. */
  readonly isDocumented: boolean;
  readonly documentation: readonly { readonly path: string; readonly lines: number }[];
  /** One for each chapter, in their order. */
  readonly categories: readonly AssessedCategory[];
  /** Of all its categories. */
  readonly counts: Counts;
}

export interface AssessedCategory extends Chapter {
  readonly status: Status;
  readonly counts: Counts;
  /** By verdict, in the order of the report. */
  readonly sites: Readonly<Record<Site["verdict"], readonly Site[]>>;
}

/** Sorts what a report says by systems and categories. */
export function assess(report: Report): Assessment {
  const judged = new Set(report.sites.map(({ ruleId }) => ruleId));
  const compliant = report.sites.filter(({ verdict }) => verdict === "compliant");
  const measured = new Set(compliant.map(({ ruleId }) => ruleId));
  const chapters = chaptersOf(report).filter(
    ({ isNamed, rules }) => isNamed || rules.some((ruleId) => judged.has(ruleId)),
  );
  const named = new Set(report.systems.flatMap(({ files }) => files));
  const rest: Report["systems"][number] = {
    name: report.systems.length > 0 ? "Other code" : projectName(report.root),
    status: "active",
    files: report.files.map(({ path }) => path).filter((path) => !named.has(path)),
  };
  const sitesOf = groupBy(report.sites, ({ file }) => file);
  const filesOf = groupBy(report.files, ({ path }) => path);
  const systems = [...report.systems, ...(rest.files.length > 0 ? [rest] : [])];
  return {
    report,
    chapters,
    systems: systems.map((system) => {
      const sites = system.files.flatMap((path) => sitesOf.get(path) ?? []);
      const categories = chapters.map((chapter) => assessChapter(chapter, sites, measured));
      return {
        ...system,
        isNamed: system !== rest,
        files: system.files.flatMap((path) => filesOf.get(path) ?? []),
        isDocumented: system.documentation !== undefined,
        documentation: (report.survey?.documentation ?? []).filter(({ systems: names }) =>
          names.includes(system.name),
        ),
        categories,
        counts: countsOf(sites),
      };
    }),
  };
}

/** How many sites have each verdict. */
export function countsOf(sites: readonly Site[]): Counts {
  const counts = { violation: 0, compliant: 0, exempt: 0, undecided: 0 };
  for (const { verdict } of sites) counts[verdict] += 1;
  return counts;
}

/** Items by a key, in the order in which the keys first come. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The worst status of the rules that judged some sites; partial is the worst where any site
 * is compliant. A rule that has no compliant site anywhere in the run only complains: its
 * violations make the whole mixed, or non-compliant if nothing else is compliant.
 */
function statusOfRules(sites: readonly Site[], measured: ReadonlySet<string>): Status {
  const byRule = groupBy(sites, ({ ruleId }) => (measured.has(ruleId) ? ruleId : ""));
  const statuses = [...byRule].map(([ruleId, some]) => {
    const status = statusOf(countsOf(some));
    return ruleId === "" && status === "non-compliant" ? "mixed" : status;
  });
  const { violation, compliant } = countsOf(sites);
  if (compliant === 0) return violation > 0 ? "non-compliant" : worstOf(statuses);
  const worst = worstOf(statuses);
  return worst === "non-compliant" ? "partial" : worst;
}

function assessChapter(
  chapter: Chapter,
  sites: readonly Site[],
  measured: ReadonlySet<string>,
): AssessedCategory {
  const rules = new Set(chapter.rules);
  const own = sites.filter(({ ruleId }) => rules.has(ruleId));
  const counts = countsOf(own);
  const of = (verdict: Site["verdict"]) => own.filter((site) => site.verdict === verdict);
  return {
    ...chapter,
    counts,
    status: statusOfRules(own, measured),
    sites: {
      violation: of("violation"),
      compliant: of("compliant"),
      exempt: of("exempt"),
      undecided: of("undecided"),
    },
  };
}
