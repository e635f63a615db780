import { largestGroups } from "@gopherwood/core/report";
import type { AssessedSystem, Assessment, Site } from "./assessment.ts";
import { isCleanup, type Cleanup, type RetiredImport } from "./cleanup.ts";
import { effortOf } from "./effort.ts";
import { isActive, violationsOf } from "./overall.ts";

/** Work on a system. */
export type Action =
  | { readonly kind: "imports"; readonly imports: readonly RetiredImport[] }
  | { readonly kind: "copies" | "alike" | "places"; readonly sites: readonly Site[] }
  | { readonly kind: "mentions"; readonly documents: readonly string[] }
  | { readonly kind: "fix"; readonly ruleId: string; readonly sites: readonly Site[] };

const TYPES = ["problem", "suggestion", "layout"];

/**
 * Returns the work on a system, by risk and effect: first the imports that keep retired code
 * alive; then violations, errors before warnings and problems before matters of style, the
 * cheapest first; then files and documents to clean up.
 */
export function actionsOf(
  system: AssessedSystem,
  { report }: Assessment,
  { imports, copies, alike, places, mentions }: Cleanup,
  minutes: Parameters<typeof effortOf>[1],
): Action[] {
  const own = new Set(system.files.map(({ path }) => path));
  const isOwn = ({ file }: Site) => own.has(file);
  const isRetired = !isActive(system);
  const ofIt = imports.filter(({ target }) => system.files.some(isIn(target)));
  const named = mentions.filter(
    ({ target }) => own.has(target) || system.files.some(isIn(target)),
  );
  const documents = [...new Set(named.map(({ file }) => file))];
  const open = isRetired
    ? []
    : violationsOf([system]).filter((site) => !isCleanup(site, report));
  const cost = (sites: readonly Site[]) => effortOf(sites, minutes).hours[1];
  const fixes = largestGroups(open, ({ ruleId }) => ruleId)
    .map(([ruleId, sites]) => ({ kind: "fix" as const, ruleId, sites }))
    .sort(
      (a, b) =>
        severityOf(b.sites, report) - severityOf(a.sites, report) ||
        typeOf(a.ruleId, report) - typeOf(b.ruleId, report) ||
        cost(a.sites) - cost(b.sites),
    );
  const kinds = { copies, alike, places };
  const cleanups = (["copies", "alike", "places"] as const).map((kind) => ({
    kind,
    sites: kinds[kind].filter(isOwn),
  }));
  return [
    ...(ofIt.length > 0 ? [{ kind: "imports" as const, imports: ofIt }] : []),
    ...fixes,
    ...cleanups.filter(({ sites }) => sites.length > 0),
    ...(documents.length > 0 ? [{ kind: "mentions" as const, documents }] : []),
  ];
}

/** Returns a test for files in a directory, or for the file itself. */
function isIn(target: string): (file: { readonly path: string }) => boolean {
  return ({ path }) => path === target || path.startsWith(`${target}/`);
}

function typeOf(ruleId: string, { rules }: Assessment["report"]): number {
  return TYPES.indexOf(rules[ruleId]?.type ?? "problem");
}

/** Returns ESLint's severity of a rule's violations: 2 for errors, 1 for warnings. */
function severityOf(
  [first]: readonly Site[],
  { files, results }: Assessment["report"],
): number {
  const result = results[files.findIndex(({ path }) => path === first?.file)];
  return result?.messages[first?.messageIndex ?? -1]?.severity ?? 2;
}
