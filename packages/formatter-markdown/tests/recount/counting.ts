import type { Report } from "@gopherwood/core/runner";
import type { Site } from "../reports.ts";

const COST = { fix: 1, suggestion: 4, manual: 10 };

/** Counts a report again, with nothing of the code that the document is written by. */
export class Counting {
  readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  get systems(): string[] {
    return [...this.report.systems.map(({ name }) => name), "Other code"];
  }

  isActive(system: string): boolean {
    return this.report.systems.find(({ name }) => name === system)?.status !== "deprecated";
  }

  filesOf(system: string): readonly string[] {
    const named = this.report.systems.find(({ name }) => name === system);
    if (named) return named.files;
    const taken = new Set(this.report.systems.flatMap(({ files }) => files));
    return this.report.files.map(({ path }) => path).filter((path) => !taken.has(path));
  }

  sitesOf(system: string, category?: string): Site[] {
    const files = this.filesOf(system);
    return this.report.sites.filter(
      ({ file, ruleId }) =>
        files.includes(file) &&
        (category === undefined || this.categoryOf(ruleId) === category),
    );
  }

  /** Returns the violations that are fixed in the code. */
  fixesOf(system: string): Site[] {
    return this.sitesOf(system).filter(
      ({ verdict, ruleId }) =>
        verdict === "violation" && this.report.rules[ruleId]?.action === "fix",
    );
  }

  categoriesOf(system: string): string[] {
    return [...new Set(this.sitesOf(system).map(({ ruleId }) => this.categoryOf(ruleId)))];
  }

  categoryOf(ruleId: string): string {
    const named = this.report.categories.find(({ rules = [] }) =>
      rules.some((rule) =>
        rule.endsWith("*") ? ruleId.startsWith(rule.slice(0, -1)) : rule === ruleId,
      ),
    );
    return named?.name ?? this.report.rules[ruleId]?.category ?? "";
  }

  total(paths: readonly string[], key: "bytes" | "lines"): number {
    return this.report.files
      .filter(({ path }) => paths.includes(path))
      .reduce((sum, file) => sum + file[key], 0);
  }

  /** Returns the files and lines of code, and of tests if there are any. */
  sizeOf(paths: readonly string[]): number[] {
    const tests = paths.filter((path) => path.endsWith("_test.go"));
    const code = paths.filter((path) => !path.endsWith("_test.go"));
    const size = [code.length, this.total(code, "lines")];
    return tests.length === 0 ? size : [...size, tests.length, this.total(tests, "lines")];
  }

  linesOfDocument(path: string): number {
    return this.report.survey?.documentation.find((one) => one.path === path)?.lines ?? -1;
  }

  references(kind: "import" | "mention") {
    return (this.report.survey?.references ?? []).filter((one) => one.kind === kind);
  }
}

export function count(sites: readonly Site[], verdict: Site["verdict"]): number {
  return sites.filter((site) => site.verdict === verdict).length;
}

/**
 * Returns the compliant sites, those that are compliant or violations, and the share in
 * percent.
 */
export function share(sites: readonly Site[]): [number, number, number] {
  const kept = count(sites, "compliant");
  const whole = kept + count(sites, "violation");
  const rounded = Math.round((100 * kept) / whole);
  return [kept, whole, kept < whole ? Math.min(rounded, 99) : 100];
}

/** Returns the numbers of the share of some sites: no percentage for few or one-sided ones. */
export function shareIn(sites: readonly Site[]): number[] {
  const [kept, whole, percent] = share(sites);
  if (whole === 0) return [];
  if (kept === 0) return [whole];
  const isOneSided = [...new Set(sites.map(({ ruleId }) => ruleId))].some((rule) => {
    const own = sites.filter(({ ruleId }) => ruleId === rule);
    return count(own, "violation") > 0 && count(own, "compliant") === 0;
  });
  return whole < 20 || isOneSided ? [kept, whole] : [kept, whole, percent];
}

export function fileCount(sites: readonly Site[]): number {
  return new Set(sites.map(({ file }) => file)).size;
}

/** Returns how many are fixed by the tool, by a suggestion and by hand, without zeros. */
export function fixCounts(sites: readonly Site[]): number[] {
  return (["fix", "suggestion", "manual"] as const)
    .map((way) => sites.filter(({ fixKind }) => fixKind === way).length)
    .filter((number) => number > 0);
}

/** Returns the hours or days of some violations, by the formula in `docs/assessment.md`. */
export function effort(sites: readonly Site[]): number[] {
  const seen = new Map<string, number>();
  let minutes = 0;
  for (const { ruleId, fixKind = "manual" } of sites) {
    const before = seen.get(ruleId + fixKind) ?? 0;
    seen.set(ruleId + fixKind, before + 1);
    minutes += before < 20 ? COST[fixKind] : COST[fixKind] / 3;
  }
  const hours = minutes / 60;
  const to = (hours * 4) / 3;
  if (to <= 0.75) return [];
  const unit = to > 40 ? 8 : to < 10 ? 0.5 : 1;
  const scale = to > 40 ? 1 : unit;
  const range = [hours / 1.5, to].map((one) => Math.max(Math.round(one / unit), 1) * scale);
  return range[0] === range[1] ? range.slice(1) : range;
}

/** Returns the lines of the documents that a text names. */
export function documents(text: string, counting: Counting): number[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, path = ""]) =>
    counting.linesOfDocument(path),
  );
}
