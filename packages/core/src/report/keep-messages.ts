import type { ESLint, Linter } from "eslint";
import type { Report, ReportedSite } from "../runner/report.ts";
import { fileOfResult } from "./file-of-result.ts";

/**
 * Returns a report without some of the messages, whose sites name no message then. Results
 * without messages stay.
 */
export function keepMessages(
  report: Report,
  isKept: (message: Linter.LintMessage, file: string) => boolean,
): Report {
  const indexes = new Map<string, Map<number, number>>();
  const results = report.results.map((result) => {
    const file = fileOfResult(result, report.root);
    const kept = [...result.messages.entries()].filter(([, message]) => isKept(message, file));
    indexes.set(file, new Map(kept.map(([before], index) => [before, index])));
    const messages = kept.map(([, message]) => message);
    return messages.length === result.messages.length ? result : withMessages(result, messages);
  });
  const sites = report.sites.map(({ messageIndex, ...site }): ReportedSite => {
    const index =
      messageIndex === undefined ? undefined : indexes.get(site.file)?.get(messageIndex);
    return index === undefined ? site : { ...site, messageIndex: index };
  });
  return { ...report, results, sites };
}

/** Returns a result with other messages, and their counts. */
function withMessages(
  { source, ...result }: ESLint.LintResult,
  messages: Linter.LintMessage[],
): ESLint.LintResult {
  const isError = ({ fatal, severity }: Linter.LintMessage) => fatal === true || severity === 2;
  const errors = messages.filter(isError);
  const fixable = messages.filter(({ fix }) => fix !== undefined);
  return {
    ...result,
    messages,
    errorCount: errors.length,
    fatalErrorCount: messages.filter(({ fatal }) => fatal === true).length,
    warningCount: messages.length - errors.length,
    fixableErrorCount: fixable.filter(isError).length,
    fixableWarningCount: fixable.filter((message) => !isError(message)).length,
    ...(messages.length > 0 && source !== undefined && { source }),
  };
}
