import { counted } from "../markdown/words.ts";
import type { AssessedSystem, Assessment, Site } from "./assessment.ts";

/** Returns the result in a few words. */
export function overallStatus({ systems }: Assessment): string {
  const open = violationsOf(systems.filter(isActive)).length;
  const old = violationsOf(systems.filter((system) => !isActive(system))).length;
  const current = open === 0 ? "no violation" : `${counted(open, "violation")} to fix`;
  return old === 0 ? current : `${current}, and ${old} in deprecated code`;
}

export function isActive({ status }: AssessedSystem): boolean {
  return status === "active";
}

/** Returns the violations of some systems. */
export function violationsOf(systems: readonly AssessedSystem[]): Site[] {
  return systems.flatMap(({ categories }) =>
    categories.flatMap(({ sites }) => sites.violation),
  );
}
