import type { ESLint } from "eslint";
import { relative, resolve, sep } from "node:path";
import type { AssessmentOptions, Category } from "../settings/types.ts";
import { readSettings } from "../settings/read-settings.ts";
import { readCommit, type Commit } from "./commit.ts";
import type { DetailedSite } from "./site-details.ts";
import { survey, type Survey } from "./survey/survey.ts";
import { CollectedSettings, type ReportedSystem } from "./systems.ts";
import type { LintedFile, Outcome } from "./lint-file.ts";
import type { FileConfig } from "./configs.ts";
import { enabledRules } from "./prefilter.ts";
import type { Problem } from "./problems.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** The version of the report's shape; its major part changes when a reader would break. */
export const REPORT_SCHEMA = "1.1";

/** Everything a run found out, as `report.schema.json` describes it. Plain data. */
export interface Report {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** The directory that the paths of `files`, `sites` and `problems` are relative to. */
  readonly root: string;
  /** What the repository around the root stands on, or null. */
  readonly commit: Commit | null;
  /** The config files that were used. */
  readonly configs: readonly string[];
  /** The systems of the configs, in their order. */
  readonly systems: readonly ReportedSystem[];
  /** The categories of the configs, in their order; rules name others. */
  readonly categories: readonly Category[];
  /** How the team wants its assessment. */
  readonly assessment: AssessmentOptions;
  readonly files: readonly ReportedFile[];
  /** How many Go files were met that their config ignores or has nothing for. */
  readonly ignored: number;
  /**
   * One of ESLint's results for each of the files, in their order: what plain ESLint
   * would give for them, clean ones included.
   */
  readonly results: readonly ESLint.LintResult[];
  readonly sites: readonly ReportedSite[];
  /** The rules that were on for some file, by id. */
  readonly rules: Readonly<Record<string, ReportedRule>>;
  /** What was fixed, by file and rule. */
  readonly fixes: readonly ReportedFix[];
  readonly problems: readonly Problem[];
  /** What was looked up beside the code, if it was asked for. */
  readonly survey?: Survey;
  readonly timings: Timings;
}

/** A file that was found, and what became of it. */
export interface ReportedFile {
  /** Relative to the root, with `/`; absolute if it is not in the root. */
  readonly path: string;
  /** 0 for an ignored file, which is not read; so are its lines. */
  readonly bytes: number;
  readonly lines: number;
  readonly outcome: Outcome;
  readonly syntaxError?: LintedFile["syntaxError"];
}

/** The fixes of one rule in one file. */
export interface ReportedFix {
  readonly file: string;
  /** Null for directives that nothing used. */
  readonly ruleId: string | null;
  /** How many violations it fixed in the file. */
  readonly count: number;
}

/** A judged site and its file. */
export interface ReportedSite extends DetailedSite {
  readonly file: string;
}

/** The documentation of a rule that ran. */
export interface ReportedRule {
  readonly description: string;
  readonly category: string;
  readonly url: string;
  /** What is done about a violation: the code is fixed, or files are moved or deleted. */
  readonly action: "fix" | "cleanup";
}

/** In milliseconds. */
export interface Timings {
  /** Finding the files. */
  readonly discovery: number;
  /** Loading and merging configs. */
  readonly configs: number;
  readonly reading: number;
  /** Prefilter, parse and rules. */
  readonly linting: number;
  /** Documents and imports, where they are asked for. */
  readonly survey: number;
  readonly total: number;
}

/** Collects what becomes of the files of a run. */
export class ReportBuilder {
  readonly #root: string;
  readonly #files: ReportedFile[] = [];
  /** How many files were met and not wanted. */
  ignored = 0;
  readonly #results: ESLint.LintResult[] = [];
  readonly #sites: ReportedSite[] = [];
  readonly #problems: Problem[] = [];
  readonly #rules = new Map<string, ReportedRule>();
  readonly #settings = new CollectedSettings();
  readonly #fixes: ReportedFix[] = [];
  readonly #seen = new WeakSet<FileConfig>();

  constructor(root: string) {
    this.#root = root;
  }

  addFile(file: LintedFile): void {
    const { outcome, bytes, lines, syntaxError, result } = file;
    const path = this.#relative(result.filePath);
    this.#files.push({ path, bytes, lines, outcome, ...(syntaxError && { syntaxError }) });
    this.#results.push(result);
    for (const site of file.sites) this.#sites.push({ file: path, ...this.#withRelated(site) });
    for (const ruleId of new Set(file.applied)) {
      const count = file.applied.filter((other) => other === ruleId).length;
      this.#fixes.push({ file: path, ruleId, count });
    }
    for (const problem of file.problems) this.addProblem(problem);
  }

  /** Adds a file that was asked for and is not linted; the result says why. */
  addIgnored(result: ESLint.LintResult): void {
    const nothing = { bytes: 0, lines: 0, sites: [], applied: [], problems: [] };
    this.addFile({ outcome: "ignored", result, ...nothing });
  }

  addProblem(problem: Problem): void {
    this.#problems.push({ ...problem, path: this.#relative(problem.path) });
  }

  addConfig(config: FileConfig): void {
    if (this.#seen.has(config)) return;
    this.#seen.add(config);
    this.#settings.add(readSettings(config.settings ?? {}));
    for (const { ruleId, rule } of enabledRules(config)) {
      const docs = rule?.meta?.docs;
      const { description = "", category = "", url = "", action = "fix" } = docs ?? {};
      this.#rules.set(ruleId, { description, category, url, action });
    }
  }

  /** @param withSurvey Also look at what documents and imports name. */
  build(
    version: string,
    configs: readonly string[],
    stopwatch: Stopwatch,
    withSurvey: boolean,
  ): Report {
    const paths = this.#files.map(({ path }) => path);
    const report = {
      schema: REPORT_SCHEMA,
      tool: { name: "gopherwood", version },
      root: this.#root,
      commit: readCommit(this.#root),
      configs: configs.map((path) => this.#relative(path)),
      systems: this.#settings.systemsOf(paths, (path) => resolve(this.#root, path)),
      categories: this.#settings.categories,
      assessment: this.#settings.assessment,
      files: this.#files,
      ignored: this.ignored,
      results: this.#results,
      sites: this.#sites,
      rules: Object.fromEntries([...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1))),
      fixes: this.#fixes,
      problems: this.#problems,
    };
    const found = withSurvey ? { survey: survey(report, this.#root) } : {};
    stopwatch.lap("survey");
    return { ...report, ...found, timings: stopwatch.timings };
  }

  #withRelated(site: DetailedSite): DetailedSite {
    if (!site.related) return site;
    const related = site.related.map((one) => ({ ...one, path: this.#relative(one.path) }));
    return { ...site, related };
  }

  #relative(path: string): string {
    const inside = path.startsWith(this.#root + sep);
    return inside ? relative(this.#root, path).split(sep).join("/") : path;
  }
}
