import { loadEslint } from "./linter/eslint.ts";
import type { Report } from "./report.ts";

/** Returns a report without warnings and without the results that have no errors. */
export function quietReport(report: Report): Report {
  const results = loadEslint().ESLint.getErrorResults([...report.results]);
  const messages = new Map(
    report.files.map(({ path }, at) => [path, report.results[at]?.messages]),
  );
  const indexes = new Map(
    results.flatMap((result) => result.messages.map((message, index) => [message, index])),
  );
  const sites = report.sites.map(({ messageIndex, ...site }) => {
    const message = messageIndex === undefined ? null : messages.get(site.file)?.[messageIndex];
    const index = message ? indexes.get(message) : undefined;
    return index === undefined ? site : { ...site, messageIndex: index };
  });
  return { ...report, results, sites };
}
