import { findingsOf } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { resolve } from "node:path";
import type { Invocation, Log, Notification, Run } from "sarif";
import { limitOf } from "./limits.ts";
import { artifactOf, BASE_ID, directoryUri, regionOf } from "./places.ts";
import { resultOf, type ResultContext } from "./results.ts";
import { descriptorsOf } from "./rules.ts";

export interface SarifOptions {
  /**
   * The directory that the addresses of files are relative to, absolute: the root of the
   * repository, for code scanning. Default: the report's root.
   */
  readonly base?: string | undefined;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME = "https://github.com/gopherwood/gopherwood";

/**
 * Yields the parts of a report as a SARIF 2.1.0 log with one run. It has no result for sites
 * that keep their rule, which viewers would show as alerts. Of more results than GitHub takes,
 * errors come first, and a notification counts the rest.
 */
export function* formatSarif(
  report: Report,
  { base = report.root }: SarifOptions = {},
): Generator<string> {
  const rules = descriptorsOf(report);
  const { left, takes } = limitOf(findingsOf(report));
  const run: Run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: HOME,
        rules,
      },
    },
    invocations: [invocationOf(report, base, left)],
    originalUriBaseIds: { [BASE_ID]: { uri: directoryUri(base) } },
    columnKind: "utf16CodeUnits",
    results: [],
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  const [before = "", after = ""] = JSON.stringify(log).split(/(?<="results":\[)/u);
  const context = contextOf(report, base, new Map(rules.map(({ id }, index) => [id, index])));
  yield before;
  let separator = "\n";
  for (const finding of findingsOf(report)) {
    if (!takes(finding)) continue;
    yield separator + JSON.stringify(resultOf(finding, context));
    separator = ",\n";
  }
  yield after;
}

function contextOf(
  report: Report,
  base: string,
  indexes: ReadonlyMap<string, number>,
): ResultContext {
  const { root } = report;
  const texts = new Map(
    report.results.map(({ filePath, source, output }) => [filePath, source ?? output]),
  );
  return {
    root,
    base,
    indexes,
    hasBaseline: report.baseline !== undefined,
    textOf: (file) => texts.get(resolve(root, file)),
  };
}

/** Returns what the run could not do, and how many results are left out. */
function invocationOf({ problems, root }: Report, base: string, left: number): Invocation {
  const notifications = problems.map(({ path, message, ruleId, line }): Notification => ({
    level: "error",
    message: { text: message },
    ...(ruleId !== undefined && { associatedRule: { id: ruleId } }),
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(resolve(root, path), base),
          ...(line !== undefined && { region: regionOf({ line }) }),
        },
      },
    ],
  }));
  const notice: Notification = {
    level: "warning",
    message: { text: `${left} results are left out: code scanning takes 25,000 in a run.` },
  };
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: left > 0 ? [...notifications, notice] : notifications,
  };
}
