import type { Site } from "../reports.ts";
import { count, fileCount, shareIn, type Counting } from "./counting.ts";
import { cells, isReason, numbers, places, plain, type Line } from "./lines.ts";

/** Returns the numbers of a line about a system's evidence. */
export function inEvidence(
  { text, h2, h3, lead, about, head }: Line,
  counting: Counting,
): number[] | undefined {
  const system = h2.replace(/: what was found$/u, "");
  const sites = counting.sitesOf(system, h3.slice(system.length + 2));
  const of = (verdict: Site["verdict"]) => sites.filter((site) => site.verdict === verdict);
  if (text.startsWith("**Status**")) return shareIn(sites);
  if (text.startsWith("**Compliant**")) {
    return [of("compliant").length, fileCount(of("compliant"))];
  }
  if (text.startsWith("**Violations**")) {
    return [of("violation").length, fileCount(of("violation"))];
  }
  if (text.startsWith("**Allowed exceptions**")) return [of("exempt").length];
  if (text.startsWith("**Undecided**")) return [of("undecided").length];
  if (text.startsWith("**Approaches")) {
    const judged = [...of("compliant"), ...of("violation")].filter(
      ({ ruleId }) => ruleId === about,
    );
    return [new Set(judged.map(({ verdict, approach }) => `${verdict} ${approach}`)).size];
  }
  if (head[0] === "Rule") {
    const own = sites.filter(({ ruleId }) => ruleId === cells(text)[0]);
    const verdicts = ["compliant", "exempt", "undecided", "violation"] as const;
    return verdicts.map((verdict) => count(own, verdict));
  }
  if (head[0] === "File") {
    const [file, where = "", rule] = cells(text);
    const own = of("violation").filter((site) => site.file === file && site.ruleId === rule);
    return [...places(where, own), own.length];
  }
  const [, item = ""] = /^(?:-|\d+\.) (.*)$/u.exec(text) ?? [];
  if (item === "") return undefined;
  if (lead !== "Approaches in use") return inItem(plain(item), lead, of);
  const [, way = "", kept] = /^\*\*(.+?)\*\*: (compliant)?/u.exec(item) ?? [];
  const own = of(kept === undefined ? "violation" : "compliant").filter(
    ({ ruleId, approach = "none of these" }) => ruleId === about && approach === way,
  );
  return [...numbers(/^\d+/u.exec(text)?.[0] ?? ""), own.length];
}

/** Returns the numbers of a list item: a reason, or a message. */
function inItem(
  item: string,
  lead: string,
  of: (verdict: Site["verdict"]) => Site[],
): number[] | undefined {
  if (lead === "Violations") {
    const said = of("violation").filter(({ message = "" }) =>
      item.endsWith(`: ${message}`.replaceAll("`", "").replaceAll("\\", "")),
    );
    const [first] = said;
    const kind = of("violation").filter(
      ({ ruleId, messageId }) => ruleId === first?.ruleId && messageId === first.messageId,
    );
    return [...(kind.length > 1 ? [kind.length] : []), ...numbers(first?.message ?? "")];
  }
  const sites = of(lead === "Undecided" ? "undecided" : "exempt");
  const [, said = ""] = /^(.*): [\d,]+ sites?(?:, .*)?$/u.exec(item) ?? [];
  const own = sites.filter(({ reason = "" }) => isReason(reason, said));
  return own.length === 0 ? undefined : [...numbers(said), own.length];
}
