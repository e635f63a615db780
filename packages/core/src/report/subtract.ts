import type { Linter } from "eslint";
import type { Report, ReportedSite } from "../runner/report.ts";
import type { BaselineComparison } from "./baseline.ts";
import { fileOfResult } from "./file-of-result.ts";
import { keepMessages } from "./keep-messages.ts";

/**
 * Returns a report in which the messages of old violations are suppressed, and that says how many
 * there are. The sites stay violations: the code does not keep the rule.
 *
 * @param path Of the baseline's file, as the report shows it.
 */
export function subtractBaseline(
  report: Report,
  { old, added, fixed }: BaselineComparison,
  path: string,
): Report {
  const known = new Set(old);
  const suppressions = [{ kind: "file", justification: "baseline" }];
  const marked = report.sites.map((site) =>
    known.has(site) ? { ...site, inBaseline: true } : site,
  );
  const removed = removedMessages(old, report);
  const kept = keepMessages({ ...report, sites: marked }, (message) => !removed.has(message));
  const results = kept.results.map((result, at) => {
    const all = report.results[at]?.messages ?? [];
    const gone = all.filter((message) => removed.has(message));
    const suppressed = gone.map((message) => ({ ...message, suppressions }));
    return gone.length === 0
      ? result
      : { ...result, suppressedMessages: [...result.suppressedMessages, ...suppressed] };
  });
  const counts = { old: old.length, added: added.length };
  // A violation that a shard does not find may have moved to another shard.
  return {
    ...kept,
    results,
    baseline: { path, ...counts, fixed: report.shard ? [] : fixed },
  };
}

function removedMessages(
  sites: readonly ReportedSite[],
  { results, root }: Report,
): ReadonlySet<Linter.LintMessage> {
  const messages = new Map(
    results.map((result) => [fileOfResult(result, root), result.messages]),
  );
  return new Set(
    sites.flatMap(({ file, messageIndex = -1 }) => messages.get(file)?.[messageIndex] ?? []),
  );
}
