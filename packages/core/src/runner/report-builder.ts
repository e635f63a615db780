import type { ESLint } from "eslint";
import { resolve } from "node:path";
import { readSettings } from "../settings/read-settings.ts";
import { readCommit } from "./commit.ts";
import { sumOf, type Evidence } from "./evidence.ts";
import type { FileConfig } from "./file-config.ts";
import type { FileOutcome } from "./file-runner.ts";
import { unlinted, type LintedFile } from "./linted-file.ts";
import { pathInReport } from "./paths.ts";
import { enabledRules } from "./prefilter.ts";
import type { Problem } from "./problems.ts";
import type {
  Report,
  ReportedFile,
  ReportedFix,
  ReportedRule,
  ReportedSite,
  VanishedFinding,
} from "./report.ts";
import type { DetailedSite } from "./site-details.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { survey } from "./survey/survey.ts";
import { CollectedSettings } from "./systems.ts";

/** The version of the report's shape; its major part changes when a reader would break. */
const REPORT_SCHEMA = "1.4";

/** Collects what becomes of the files of a run. */
export class ReportBuilder {
  readonly #root: string;
  readonly #brief: boolean;
  readonly #files: ReportedFile[] = [];
  /** The number of files that their config ignores or has nothing for. */
  ignored = 0;
  readonly #results: ESLint.LintResult[] = [];
  readonly #sites: ReportedSite[] = [];
  readonly #evidence: Evidence[] = [];
  readonly #problems: Problem[] = [];
  readonly #rules = new Map<string, ReportedRule>();
  readonly #settings = new CollectedSettings();
  readonly #fixes: ReportedFix[] = [];
  readonly #vanished: VanishedFinding[] = [];
  readonly #seen = new WeakSet<FileConfig>();

  constructor(root: string, brief: boolean) {
    this.#root = root;
    this.#brief = brief;
  }

  addOutcome(outcome: FileOutcome): void {
    if (outcome.ok) this.addFile(outcome.file);
    else this.addProblem(outcome.problem);
  }

  addFile(file: LintedFile): void {
    const { outcome, bytes, lines, syntaxError, result } = file;
    const path = this.#relative(result.filePath);
    this.#files.push({ path, bytes, lines, outcome, ...(syntaxError && { syntaxError }) });
    this.#results.push(result);
    for (const site of file.sites) this.#sites.push({ file: path, ...this.#withRelated(site) });
    this.#evidence.push(file.evidence);
    for (const ruleId of new Set(file.applied)) {
      const count = file.applied.filter((other) => other === ruleId).length;
      this.#fixes.push({ file: path, ruleId, count });
    }
    for (const { ruleId, line, column, message } of file.vanished) {
      this.#vanished.push({ file: path, ruleId: ruleId ?? "", line, column, message });
    }
    for (const problem of file.problems) this.addProblem(problem);
  }

  /** Adds a file that was named and is not linted; the result says why. */
  addIgnored(result: ESLint.LintResult): void {
    this.addFile(unlinted("ignored", result, { bytes: 0, lines: 0 }));
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
      const { description = "", task, category = "", url = "", action = "fix" } = docs ?? {};
      const type = rule?.meta?.type ?? "problem";
      const named = task !== undefined && { task };
      this.#rules.set(ruleId, { description, ...named, category, url, action, type });
    }
  }

  /**
   * Returns the report of the run.
   *
   * @param surveying Also read documents and imports; null for no survey.
   */
  async build(
    version: string,
    configs: readonly string[],
    stopwatch: Stopwatch,
    surveying: { readonly output?: string | undefined } | null,
  ): Promise<Report> {
    const paths = this.#files.map(({ path }) => path);
    const report = {
      schema: REPORT_SCHEMA,
      tool: { name: "gopherwood", version },
      root: this.#root,
      commit: this.#brief ? null : readCommit(this.#root),
      configs: configs.map((path) => this.#relative(path)),
      systems: this.#settings.systemsOf(paths, (path) => resolve(this.#root, path)),
      categories: this.#settings.categories,
      assessment: this.#settings.assessment,
      files: this.#files,
      ignored: this.ignored,
      results: this.#results,
      sites: this.#sites,
      evidence: sumOf(this.#evidence),
      rules: Object.fromEntries([...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1))),
      fixes: this.#fixes,
      vanished: this.#vanished,
      problems: this.#problems,
    };
    const found = surveying
      ? { survey: await survey(report, this.#root, surveying.output) }
      : {};
    stopwatch.lap("survey");
    return { ...report, ...found, timings: stopwatch.timings };
  }

  #withRelated(site: DetailedSite): DetailedSite {
    if (!site.related) return site;
    const related = site.related.map((one) => ({ ...one, path: this.#relative(one.path) }));
    return { ...site, related };
  }

  #relative(path: string): string {
    return pathInReport(this.#root, path);
  }
}
