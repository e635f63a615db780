import type { Report } from "@gopherwood/core/runner";
import type { Assessment } from "@gopherwood/formatter-markdown";
import { scriptJson } from "./html.ts";
import { markIn } from "./mark.ts";

type Site = Report["sites"][number];

const VERDICTS = ["violation", "undecided", "exempt", "compliant"] as const;

/**
 * Yields the judged sites as JSON: names once, and a row for each site, violations first. Compliant
 * sites come without their code, which would be most of the page.
 */
export function* findingsData({ report, systems }: Assessment): Generator<string> {
  const files = report.files.map(({ path }) => path);
  const rules = [...new Set(report.sites.map(({ ruleId }) => ruleId))].sort();
  const systemOf = new Map(
    systems.flatMap((system, index) => system.files.map(({ path }) => [path, index] as const)),
  );
  const head = {
    verdicts: VERDICTS,
    systems: systems.map(({ name }) => name),
    rules: rules.map((id) => ({ id, url: webAddress(report.rules[id]?.url ?? "") })),
    files: files.map((path) => ({ path, system: systemOf.get(path) ?? -1 })),
  };
  yield `${scriptJson(head).slice(0, -1)},"sites":[`;
  const fileNumbers = new Map(files.map((path, index) => [path, index]));
  const ruleNumbers = new Map(rules.map((id, index) => [id, index]));
  let before = "\n";
  for (const [number, verdict] of VERDICTS.entries()) {
    for (const site of report.sites) {
      if (site.verdict !== verdict) continue;
      yield (
        before +
        scriptJson([
          number,
          ruleNumbers.get(site.ruleId) ?? 0,
          fileNumbers.get(site.file) ?? 0,
          site.range.start.line,
          site.message ?? site.reason ?? site.subject,
          site.symbol,
          site.inBaseline ? 1 : 0,
          ...codeOf(site),
        ])
      );
      before = ",\n";
    }
  }
  yield "]}";
}

/** Returns the code of a site, and the offsets of the judged part in it. */
function codeOf(site: Site): (string | number)[] {
  return site.verdict === "compliant" ? [] : [site.code, ...markIn(site)];
}

/** Returns an address that a link may have; empty for one that may run something. */
function webAddress(url: string): string {
  return /^https?:\/\//u.test(url) ? url : "";
}
