import type { ESLint } from "eslint";
import { relative, sep } from "node:path";
import type { Site } from "../source/sites.ts";
import type { LintedFile, Outcome } from "./lint-file.ts";
import type { FileConfig } from "./configs.ts";
import { enabledRules } from "./prefilter.ts";
import type { Problem } from "./problems.ts";

/** The version of the report's shape; its major part changes when a reader would break. */
export const REPORT_SCHEMA = "1.0";

/** Everything a run found out, as `report.schema.json` describes it. Plain data. */
export interface Report {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** The directory that the paths of `files`, `sites` and `problems` are relative to. */
  readonly root: string;
  /** The config files that were used. */
  readonly configs: readonly string[];
  readonly files: readonly ReportedFile[];
  /**
   * One of ESLint's results for each of the files, in their order: what plain ESLint
   * would give for them, clean ones included.
   */
  readonly results: readonly ESLint.LintResult[];
  readonly sites: readonly ReportedSite[];
  /** The rules that were on for some file, by id. */
  readonly rules: Readonly<Record<string, ReportedRule>>;
  readonly problems: readonly Problem[];
  readonly timings: Timings;
}

export interface ReportedFile {
  /** Relative to the root, with `/`; absolute if it is not in the root. */
  readonly path: string;
  /** 0 for an ignored file, which is not read; so are its lines. */
  readonly bytes: number;
  readonly lines: number;
  readonly outcome: Outcome;
  readonly syntaxError?: LintedFile["syntaxError"];
}

export interface ReportedSite extends Site {
  readonly file: string;
}

export interface ReportedRule {
  readonly description: string;
  readonly category: string;
  readonly url: string;
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
  readonly total: number;
}

/** Collects what becomes of the files of a run. */
export class ReportBuilder {
  readonly #root: string;
  readonly #files: ReportedFile[] = [];
  readonly #results: ESLint.LintResult[] = [];
  readonly #sites: ReportedSite[] = [];
  readonly #problems: Problem[] = [];
  readonly #rules = new Map<string, ReportedRule>();
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
    for (const problem of file.problems) this.addProblem(problem);
  }

  /** Adds a file that was asked for and is not linted; the result says why. */
  addIgnored(result: ESLint.LintResult): void {
    const nothing = { bytes: 0, lines: 0, sites: [], problems: [] };
    this.addFile({ outcome: "ignored", result, ...nothing });
  }

  addProblem(problem: Problem): void {
    this.#problems.push({ ...problem, path: this.#relative(problem.path) });
  }

  addRules(config: FileConfig): void {
    if (this.#seen.has(config)) return;
    this.#seen.add(config);
    for (const { ruleId, rule } of enabledRules(config)) {
      const { description = "", category = "", url = "" } = rule?.meta?.docs ?? {};
      this.#rules.set(ruleId, { description, category, url });
    }
  }

  build(version: string, configs: readonly string[], timings: Timings): Report {
    return {
      schema: REPORT_SCHEMA,
      tool: { name: "gopherwood", version },
      root: this.#root,
      configs: configs.map((path) => this.#relative(path)),
      files: this.#files,
      results: this.#results,
      sites: this.#sites,
      rules: Object.fromEntries([...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1))),
      problems: this.#problems,
      timings,
    };
  }

  #withRelated(site: Site): Site {
    if (!site.related) return site;
    const related = site.related.map((one) => ({ ...one, path: this.#relative(one.path) }));
    return { ...site, related };
  }

  #relative(path: string): string {
    const inside = path.startsWith(this.#root + sep);
    return inside ? relative(this.#root, path).split(sep).join("/") : path;
  }
}
