import type { Site } from "../reports.ts";
import {
  count,
  documents,
  effort,
  fileCount,
  fixCounts,
  share,
  type Counting,
} from "./counting.ts";
import { cells, inReason, numbers, places, type Line } from "./lines.ts";

/** Returns the numbers of a line about violations to fix. */
export function inFixes({ text, lead, head }: Line, counting: Counting): number[] | undefined {
  const sites = counting.fixesOf(lead);
  if (text.startsWith("**")) return [sites.length, ...fixCounts(sites), ...effort(sites)];
  if (head[0] === "File to fix") {
    const [file, where = ""] = cells(text);
    const own = sites.filter((site) => site.file === file);
    return [...places(where, own), own.length];
  }
  const [, number, rule] = /^(\d+)\. `([^`]+)` \(/u.exec(text) ?? [];
  if (rule !== undefined) {
    return [Number(number), sites.filter(({ ruleId }) => ruleId === rule).length];
  }
  const byHand = sites.filter(({ fixKind }) => fixKind === "manual");
  return text.startsWith("By hand") ? [byHand.length] : inReason(text, byHand);
}

/** Returns the sites of files that are copies. */
export function copies({ report }: Counting): Site[] {
  return report.sites.filter(({ verdict, related }) => verdict === "violation" && related);
}

/** Returns the numbers of a line about the other actions. */
export function inOtherActions(
  { text, h3, lead, head }: Line,
  counting: Counting,
): number[] | undefined {
  if (h3.includes("keep")) {
    const [, category = "", system = ""] = /^- \*\*(.+)\*\* in (.+):/u.exec(text) ?? [];
    const sites = counting.sitesOf(system, category);
    const exempt = count(sites, "exempt");
    return [count(sites, "compliant"), ...(exempt > 0 ? [exempt] : [])];
  }
  if (text.startsWith("**Copies**")) return [copies(counting).length];
  if (text.startsWith("**Imports**")) return [counting.references("import").length];
  if (text.startsWith("**Documents")) {
    const mentions = counting.references("mention");
    return [mentions.length, new Set(mentions.map(({ file }) => file)).size];
  }
  if (text.startsWith("**Rules to explain")) return documents(text, counting);
  if (lead === "Deprecated systems") {
    const [, name = ""] = /^- (.+?): deprecated/u.exec(text) ?? [];
    const system = counting.report.systems.find((one) => one.name === name);
    return [...numbers(system?.since ?? ""), counting.filesOf(name).length];
  }
  if (head[0] === "Where") {
    const mention = counting
      .references("mention")
      .find(({ file, line }) => cells(text)[0] === `${file}:${line}`);
    return mention && numbers(mention.text);
  }
  return undefined;
}

/** Returns the numbers of a line of the recommendation. */
export function inRecommendation(
  { text, h3, head }: Line,
  counting: Counting,
): number[] | undefined {
  const name = h3.replace(/^(?:System to use|Not to use): /u, "");
  const system = counting.report.systems.find((one) => one.name === name);
  const group = counting.report.systems.filter((one) => one.group === system?.group);
  const shareOf = (one: string) => share(counting.sitesOf(one)).slice(0, 2);
  if (text.startsWith("Because")) return [group.length];
  if (text.startsWith("- **Status**")) return numbers(system?.since ?? "");
  if (text.startsWith("- **Documentation**")) return documents(text, counting);
  if (text.startsWith("- **Categories**")) {
    const judged = counting.categoriesOf(name);
    const kept = judged.filter(
      (category) => count(counting.sitesOf(name, category), "violation") === 0,
    );
    return [kept.length, judged.length];
  }
  if (text.startsWith("- **Compliant sites**") && h3.startsWith("Not")) {
    return [...shareOf(name), count(counting.sitesOf(name), "violation")];
  }
  if (text.startsWith("- **Compliant sites**")) {
    const others = group.map((one) => one.name).filter((one) => one !== name);
    return [name, ...others].flatMap(shareOf);
  }
  if (head[0] !== "System") return undefined;
  const row = cells(text)[0] ?? "";
  const sites = counting.sitesOf(row).filter(({ verdict }) => verdict === "violation");
  const broken = new Set(sites.map(({ ruleId }) => counting.categoryOf(ruleId)));
  return [sites.length, fileCount(sites), ...fixCounts(sites), ...effort(sites), broken.size];
}
