import type { Report } from "@gopherwood/core/runner";
import type { AssessedSystem, Assessment, Site } from "./assessment.ts";
import { locationsOf } from "./locations.ts";
import { isActive, violationsOf } from "./overall.ts";

export type Reference = NonNullable<Report["survey"]>["references"][number];

/** An import of a retired package. */
export interface RetiredImport extends Reference {
  /** The directory of the package that has what was copied, if it is one. */
  readonly instead?: string | undefined;
}

/** Files to move or delete, and the places that still name them. */
export interface Cleanup {
  /** Files of retired systems that are like other files, one site for each. */
  readonly copies: readonly Site[];
  /** Files in use that are like other files. */
  readonly alike: readonly Site[];
  /** Other violations of cleanup rules in code that is in use. */
  readonly places: readonly Site[];
  readonly retired: readonly AssessedSystem[];
  readonly imports: readonly RetiredImport[];
  readonly mentions: readonly Reference[];
  /** A directory for the copies, with the day in its name; null if there are none. */
  readonly archive: string | null;
}

/**
 * Collects the cleanup of a report.
 *
 * @param date `YYYY-MM-DD`.
 */
export function cleanupOf({ systems, report }: Assessment, date: string): Cleanup {
  const retired = systems.filter((system) => !isActive(system));
  const found = violationsOf(systems).filter((site) => isCleanup(site, report));
  const like = found.filter(({ related }) => related);
  const inUse = new Set(
    systems.filter(isActive).flatMap(({ files }) => files.map(({ path }) => path)),
  );
  const references = report.survey?.references ?? [];
  const imports = references.filter(({ kind }) => kind === "import");
  const imported = new Set(imports.map(({ file, line }) => `${file}:${line}`));
  const copies = like.filter(({ file }) => !inUse.has(file));
  return {
    copies,
    alike: like.filter(({ file }) => inUse.has(file)),
    places: found.filter(
      ({ related, file, range }) =>
        !related && inUse.has(file) && !imported.has(`${file}:${range.start.line}`),
    ),
    retired,
    imports: imports.map((one) => ({ ...one, instead: originalOf(one, copies) })),
    mentions: references.filter(({ kind }) => kind === "mention"),
    archive: copies.length > 0 ? archiveFor(copies, retired, date) : null,
  };
}

/** Returns true for a violation that is fixed by moving files or changing imports. */
export function isCleanup({ ruleId }: Site, { rules }: Report): boolean {
  return rules[ruleId]?.action === "cleanup";
}

/** Returns the directory of the originals of a retired package's files, if it is one. */
function originalOf({ target }: Reference, copies: readonly Site[]): string | undefined {
  const own = copies.filter(({ file }) => directoryOf(file) === target);
  const originals = own.flatMap(({ related = [] }) =>
    related.map(({ path }) => directoryOf(path)),
  );
  const [first, ...others] = new Set(originals);
  return others.length === 0 ? first : undefined;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Returns a directory beside earlier archives, if there are any. */
function archiveFor(
  copies: readonly Site[],
  retired: readonly AssessedSystem[],
  date: string,
): string {
  const known = retired.flatMap(({ files }) => locationsOf(files.map(({ path }) => path)));
  const archive = known.find((directory) => /(?:^|\/)archive\//u.test(directory));
  const top = archive?.replace(/(?<=^|\/)archive\/.*$/u, "archive/") ?? "archive/";
  const [directory = "./"] = locationsOf(copies.map(({ file }) => file));
  const name = directory.split("/").at(-2) ?? "";
  return `${top}${name === "." || name === "" ? "copies" : name}-${date}/`;
}
