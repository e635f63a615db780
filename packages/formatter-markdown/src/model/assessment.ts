import type { Report } from "@gopherwood/core/runner";
import { projectName } from "../options.ts";
import { chaptersOf, type Chapter } from "./categories.ts";
import { groupBy } from "@gopherwood/core/report";
import { judgeRules, statusOfRules, type JudgedRule } from "./judged-rules.ts";
import { countsOf, type Counts, type Status } from "./status.ts";

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
  /** The rules that judged some site, those with the most violations first. */
  readonly judged: readonly JudgedRule[];
  /** By verdict, in the order of the report. */
  readonly sites: Readonly<Record<Site["verdict"], readonly Site[]>>;
}

/** Sorts what a report says by systems and categories. */
export function assess(report: Report): Assessment {
  const judged = new Set(report.sites.map(({ ruleId }) => ruleId));
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
      const files = system.files.flatMap((path) => filesOf.get(path) ?? []);
      return {
        ...system,
        isNamed: system !== rest,
        files,
        isDocumented: system.documentation !== undefined,
        documentation: (report.survey?.documentation ?? []).filter(({ systems: names }) =>
          names.includes(system.name),
        ),
        categories: chapters.map((chapter) => assessChapter(chapter, sites, files)),
        counts: countsOf(sites),
      };
    }),
  };
}

function assessChapter(
  chapter: Chapter,
  sites: readonly Site[],
  files: readonly File[],
): AssessedCategory {
  const rules = new Set(chapter.rules);
  const own = sites.filter(({ ruleId }) => rules.has(ruleId));
  const written = files.filter(({ outcome }) => outcome !== "generated").length;
  const judged = judgeRules(own, written);
  const of = (verdict: Site["verdict"]) => own.filter((site) => site.verdict === verdict);
  return {
    ...chapter,
    counts: countsOf(own),
    status: statusOfRules(judged),
    judged,
    sites: {
      violation: of("violation"),
      compliant: of("compliant"),
      exempt: of("exempt"),
      undecided: of("undecided"),
    },
  };
}
