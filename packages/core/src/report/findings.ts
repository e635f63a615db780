import type { Linter } from "eslint";
import type { Report, ReportedSite } from "../runner/report.ts";
import { fileOfResult } from "./file-of-result.ts";
import { groupBy } from "./group-by.ts";

/** A message of a report, reported or suppressed, with what is known of its place. */
export interface Finding {
  /** The path of its file: relative to the report's root, with `/`; absolute outside of it. */
  readonly file: string;
  readonly message: Linter.LintMessage;
  /** The site that the message is about; null for a message of no rule. */
  readonly site: ReportedSite | null;
  /** The directives, or the baseline, that suppress the message; empty for a reported one. */
  readonly suppressions: readonly Linter.LintSuppression[];
  /**
   * Finds the message again in a later report, wherever its line moves to. No two findings of
   * a report have the same.
   */
  readonly identity: string;
}

/** Yields the findings of a report, file by file, those that are reported first. */
export function* findingsOf({ results, sites, root }: Report): Generator<Finding> {
  const sitesOfFile = groupBy(sites, ({ file }) => file);
  for (const result of results) {
    const { messages, suppressedMessages } = result;
    const file = fileOfResult(result, root);
    const own = sitesOfFile.get(file) ?? [];
    const byMessage = new Map(own.map((site) => [site.messageIndex, site]));
    const suppressed = groupBy(own, placeOfSite);
    const seen = new Map<string, number>();
    const identityOf = (message: Linter.LintMessage, site: ReportedSite | null) => {
      const { ruleId } = message;
      const what = site ? [site.symbol, site.fingerprint] : [message.message];
      const identity = [ruleId, file, ...what].join("\0");
      const count = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, count);
      return count === 1 ? identity : `${identity}\0${count}`;
    };
    for (const [index, message] of messages.entries()) {
      const site = byMessage.get(index) ?? null;
      const identity = identityOf(message, site);
      yield { file, message, site, suppressions: [], identity };
    }
    for (const message of suppressedMessages) {
      const site = suppressed.get(placeOf(message, message.ruleId))?.shift() ?? null;
      const identity = identityOf(message, site);
      yield { file, message, site, suppressions: message.suppressions, identity };
    }
  }
}

/** Returns the place of a site without a reported message. */
function placeOfSite({ ruleId, range, messageIndex, verdict }: ReportedSite): string {
  const isSuppressed = messageIndex === undefined && /^(?:exempt|violation)$/u.test(verdict);
  return isSuppressed ? placeOf(range.start, ruleId) : "";
}

function placeOf(
  { line, column }: { readonly line: number; readonly column: number },
  ruleId: string | null,
): string {
  return `${line}:${column} ${ruleId ?? ""}`;
}
