import { compareWithBaseline, entryOf, type BaselineComparison } from "@gopherwood/core/report";
import {
  declaredSymbols,
  ruleOf,
  type Gopherwood,
  type Report,
  type ReportedBaseline,
} from "@gopherwood/core/runner";
import { dirname, relative, resolve, sep } from "node:path";
import { UsageError } from "../io.ts";
import { isInside } from "../is-inside.ts";

type Entry = ReportedBaseline["fixed"][number];

/** Pairs a report with the entries of a baseline's file. */
export function compare(
  report: Report,
  entries: readonly Entry[],
  path: string,
): BaselineComparison {
  const directory = dirname(path);
  const declared = new Map<string, ReadonlySet<string> | null>();
  return compareWithBaseline(report, entries, {
    fileOf: fileIn(directory, report.root),
    declares(file, symbol) {
      let symbols = declared.get(file);
      if (symbols === undefined) {
        declared.set(file, (symbols = declaredSymbols(resolve(directory, file))));
      }
      return symbols !== null && (symbol === "" || symbols.has(symbol));
    },
  });
}

/** Returns the entries of violations, for a baseline's file. */
export function entriesOf(
  sites: Report["sites"],
  report: Report,
  path: string,
): readonly Entry[] {
  const fileOf = fileIn(dirname(path), report.root);
  return sites.map((site) => entryOf(site, fileOf));
}

/** Returns a function from a report's paths to paths relative to a directory. */
function fileIn(directory: string, root: string): (file: string) => string {
  return (file) => relative(directory, resolve(root, file)).split(sep).join("/");
}

/** Returns a path as a report shows it: relative to its root, absolute outside of it. */
export function shownPath(path: string, root: string): string {
  return isInside(path, root) ? relative(root, path).split(sep).join("/") : path;
}

/**
 * Checks that the config knows the rules of a baseline.
 *
 * @throws {UsageError} If it does not: the baseline was written with another one.
 */
export async function assertKnownRules(
  entries: readonly Entry[],
  path: string,
  engine: Gopherwood,
): Promise<void> {
  const unknown = new Set<string>();
  const known = new Set<string>();
  for (const { ruleId, file } of entries) {
    if (known.has(ruleId)) continue;
    const config = await engine.configFor(resolve(dirname(path), file));
    if (config && ruleOf(config, ruleId)) known.add(ruleId);
    else if (config) unknown.add(ruleId);
  }
  const missing = [...unknown].filter((ruleId) => !known.has(ruleId)).sort();
  if (missing.length === 0) return;
  throw new UsageError(
    `${path}: no plugin of the config has ${missing.join(", ")}: the baseline was written with ` +
      "another config. Use that one, or delete the entries of these rules.",
  );
}
