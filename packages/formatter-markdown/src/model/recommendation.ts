import type { AssessedSystem, Assessment, Site } from "./assessment.ts";
import { isCleanup } from "./cleanup.ts";
import { groupBy } from "@gopherwood/core/report";
import { complianceOf, countsOf, type Counts } from "./status.ts";

/** The system of a group that is to be used, if anything speaks for one. */
export interface Choice {
  readonly group: string;
  /** Null if the evidence does not separate the systems. */
  readonly chosen: AssessedSystem | null;
  readonly others: readonly AssessedSystem[];
  /** `status`: it is the only active one. `evidence`: it leads all others. */
  readonly by: "status" | "evidence" | null;
}

/** A system with fewer judged sites is not compared with others. */
const FEWEST = 20;

/** A smaller lead in the share of compliant sites is none. */
const LEAD = 0.1;

/** Returns the groups with several systems, each with the one to use. */
export function choicesOf({ systems, report }: Assessment): Choice[] {
  const grouped = groupBy(
    systems.filter(({ group }) => group !== undefined),
    ({ group }) => group ?? "",
  );
  return [...grouped]
    .filter(([, members]) => members.length > 1)
    .map(([group, members]) => {
      const active = members.filter(({ status }) => status === "active");
      const [only] = active;
      const isOnly = active.length === 1;
      const chosen = isOnly && only ? only : best(active, report);
      const others = members.filter((member) => member !== chosen);
      return { group, chosen, others, by: chosen && (isOnly ? "status" : "evidence") };
    });
}

/** Returns the system that leads all others, or null. */
function best(
  systems: readonly AssessedSystem[],
  report: Assessment["report"],
): AssessedSystem | null {
  const counts = comparableCounts(systems, report);
  const leads = systems.filter((_, index) => {
    const own = counts[index];
    return own && counts.every((other) => other === own || isLead(own, other));
  });
  return leads[0] ?? null;
}

/** Returns true for a clearly larger share of compliant sites, if no rule says the contrary. */
function isLead(own: ComparableCounts, other: ComparableCounts): boolean {
  return (
    Math.min(judged(own.sum), judged(other.sum)) >= FEWEST &&
    rate(own.sum) - rate(other.sum) >= LEAD &&
    own.byRule.every((counts, index) => {
      const others = other.byRule[index];
      return others === undefined || rate(others) - rate(counts) < LEAD;
    })
  );
}

/** The counts of a system by the rules that all compared systems share. */
export interface ComparableCounts {
  readonly sum: Counts;
  readonly byRule: readonly Counts[];
}

/**
 * Returns the counts of systems by the rules that can compare them: those that judged sites in
 * each of them, and found compliant ones. Rules about files to clean up are left out, since they
 * may speak of a system as a whole.
 */
export function comparableCounts(
  systems: readonly AssessedSystem[],
  report: Assessment["report"],
): ComparableCounts[] {
  const sites = systems.map((system) =>
    groupBy(
      sitesOf(system).filter((site) => !isCleanup(site, report)),
      ({ ruleId }) => ruleId,
    ),
  );
  const rules = [...(sites[0]?.keys() ?? [])].filter(
    (ruleId) =>
      sites.every((groups) => groups.has(ruleId)) &&
      sites.some((groups) => countsOf(groups.get(ruleId) ?? []).compliant > 0),
  );
  return sites.map((groups) => {
    const some = rules.map((ruleId) => groups.get(ruleId) ?? []);
    return { sum: countsOf(some.flat()), byRule: some.map(countsOf) };
  });
}

function sitesOf({ categories }: AssessedSystem): Site[] {
  return categories.flatMap(({ sites }) => [...sites.compliant, ...sites.violation]);
}

function judged({ compliant, violation }: Counts): number {
  return compliant + violation;
}

function rate(counts: Counts): number {
  const share = complianceOf(counts);
  return share === null ? 0 : share.part / share.whole;
}
