import type { Site } from "../reports.ts";
import { copies } from "./actions.ts";
import {
  count,
  documents,
  effort,
  fileCount,
  fixCounts,
  shareIn,
  type Counting,
} from "./counting.ts";
import { cells, inReason, numbers, places, type Line } from "./lines.ts";

/** Returns the numbers of a line of the summary of all systems. */
export function inSummary({ text }: Line, counting: Counting): number[] | undefined {
  if (text.startsWith("**System to use")) {
    const [, name = ""] = /: (.+?)\. It is/u.exec(text) ?? [];
    const { systems } = counting.report;
    const group = systems.find((system) => system.name === name)?.group;
    return [systems.filter((system) => system.group === group).length];
  }
  if (!text.startsWith("**What the systems share")) return undefined;
  const shared = counting.report.survey?.shared ?? [];
  const shown = [...text.matchAll(/`([^`]+)` \(/gu)].map(([, path]) => path);
  return [
    copies(counting).length,
    shared.length,
    ...shown.map((path) => shared.find((one) => one.path === path)?.systems.length ?? -1),
  ];
}

/** Returns the numbers of a line of a system's page. */
export function inPage(
  { text, h2: system, lead }: Line,
  counting: Counting,
): number[] | undefined {
  const sites = counting.sitesOf(system);
  const violations = sites.filter(({ verdict }) => verdict === "violation");
  const named = counting.report.systems.find(({ name }) => name === system);
  if (text.startsWith("**Verdict**")) {
    const own = [violations.length, fileCount(violations)];
    if (!counting.isActive(system)) return [...numbers(named?.since ?? ""), ...own];
    const judged = counting.categoriesOf(system);
    const good = judged.filter(
      (category) => count(counting.sitesOf(system, category), "violation") === 0,
    );
    return [good.length, judged.length, ...own, ...effort(violations)];
  }
  if (text.startsWith("**Where**") || text.startsWith("**Size**")) {
    const [, where = "", listed = ""] = /^(.*?)(?:Documents: (.*))?$/u.exec(text) ?? [];
    expectSize(where);
    return [...counting.sizeOf(counting.filesOf(system)), ...documents(listed, counting)];
  }
  if (text.startsWith("**To do**")) {
    return text.includes("first") ? [3, actionCount(system, counting)] : [];
  }
  if (lead === "Evidence") return inEvidenceLine(text, system, counting);
  const [, index = "", action = ""] = /^(\d+)\. (.*)$/u.exec(text) ?? [];
  const numbersOf = inAction(action, system, counting);
  return numbersOf && [Number(index), ...numbersOf];
}

function expectSize(text: string): void {
  if (!/files?, [\d,]+ lines/u.test(text)) throw new Error(`No size in: ${text}`);
}

function inEvidenceLine(text: string, system: string, counting: Counting): number[] {
  const [, category = ""] = /^- \*\*(.+?)\*\*/u.exec(text) ?? [];
  const sites = counting.sitesOf(system, category);
  const ways = [
    ...(text.split("Ways: ")[1] ?? "").matchAll(/([\w.-]+) (\d[\d,]*) (site|viol)/gu),
  ];
  const [worst] = rulesByViolations(sites);
  const some = (verdict: Site["verdict"]) => {
    const number = count(sites, verdict);
    return number > 0 ? [number] : [];
  };
  return [
    ...shareIn(sites),
    ...some("exempt"),
    ...some("undecided"),
    ...ways.map(
      ([, way, , noun]) =>
        sites.filter(
          ({ ruleId, approach, verdict }) =>
            ruleId === worst &&
            approach === way &&
            verdict === (noun === "site" ? "compliant" : "violation"),
        ).length,
    ),
  ];
}

function rulesByViolations(sites: readonly Site[]): string[] {
  const of = (rule: string) =>
    count(
      sites.filter(({ ruleId }) => ruleId === rule),
      "violation",
    );
  return [...new Set(sites.map(({ ruleId }) => ruleId))].sort((a, b) => of(b) - of(a));
}

function inAction(text: string, system: string, counting: Counting): number[] | undefined {
  if (text.startsWith("Change")) return [counting.references("import").length];
  if (text.startsWith("Delete")) return [copies(counting).length];
  const listed = [...text.matchAll(/`[^`]+`/gu)].length;
  if (text.startsWith("Update")) {
    const paths = counting.filesOf(system);
    const naming = counting
      .references("mention")
      .filter(({ target }) =>
        paths.some((path) => path === target || path.startsWith(`${target}/`)),
      );
    const all = new Set(naming.map(({ file }) => file)).size;
    return [all, ...(all > listed ? [all - listed] : [])];
  }
  const [, rule = "", rest = ""] = /`([^`]+)`: (.*)$/u.exec(text) ?? [];
  const sites = counting.fixesOf(system).filter(({ ruleId }) => ruleId === rule);
  if (sites.length === 0) return undefined;
  const cost = [...fixCounts(sites), ...effort(sites)];
  const [, most] = /most in `([^`]+)`/u.exec(rest) ?? [];
  if (most !== undefined) {
    const own = sites.filter(({ file }) => file === most).length;
    return [sites.length, fileCount(sites), own, ...cost];
  }
  if (rest.includes(", such as ")) return [sites.length, fileCount(sites), ...cost];
  const [, where = ""] =
    /(lines? [\d-]+(?: \(\d+\))?(?:(?:,| and) [\d-]+(?: \(\d+\))?)*)/u.exec(rest) ?? [];
  const isOne = /^lines? [\d-]+$/u.test(where);
  return [
    sites.length,
    ...places(isOne ? `${where} (${sites.length})` : where, sites).slice(
      0,
      isOne ? -1 : undefined,
    ),
    ...cost,
  ];
}

/** Returns the number of actions of a system that is in use: one for each rule or kind. */
function actionCount(system: string, counting: Counting): number {
  const rules = new Set(counting.fixesOf(system).map(({ ruleId }) => ruleId));
  const cleanups = counting
    .sitesOf(system)
    .filter(
      ({ verdict, ruleId, related, file, range }) =>
        verdict === "violation" &&
        !related &&
        counting.report.rules[ruleId]?.action === "cleanup" &&
        !counting
          .references("import")
          .some((one) => one.file === file && one.line === range.start.line),
    );
  return rules.size + (cleanups.length > 0 ? 1 : 0);
}

/** Returns the numbers of a line of the short appendix. */
export function inAppendix({ text, h3, head }: Line, counting: Counting): number[] | undefined {
  const { sites } = counting.report;
  if (head[0] === "Rule") {
    const own = sites.filter(({ ruleId }) => ruleId === cells(text)[0]);
    const verdicts = ["violation", "compliant", "exempt", "undecided"] as const;
    return verdicts.map((verdict) => count(own, verdict));
  }
  if (h3 === "Further work") {
    const [, system = ""] = /^- \*\*(.+?)\*\*/u.exec(text) ?? [];
    const rules = [...text.matchAll(/`([^`]+)` \(/gu)].map(([, rule]) => rule);
    return rules.map(
      (rule) => counting.fixesOf(system).filter(({ ruleId }) => ruleId === rule).length,
    );
  }
  if (text.startsWith("- and")) return [counting.references("mention").length - 5];
  const manual = sites.filter(
    ({ verdict, fixKind }) => verdict === "violation" && fixKind === "manual",
  );
  if (text.startsWith("By hand")) return [manual.length];
  if (text.startsWith("Hours are")) return [1, 4, 10, 21];
  if (text.startsWith("A percentage")) return [20];
  return inReason(text, manual);
}
