import type { AssessedSystem } from "./assessment.ts";
import { groupBy } from "./group-by.ts";
import { complianceOf } from "./status.ts";

/** The system of a group that is to be used. */
export interface Choice {
  readonly group: string;
  /** The system that is to be used. */
  readonly chosen: AssessedSystem;
  readonly others: readonly AssessedSystem[];
  /** `status`: it is the only active one. `compliance`: of several it keeps the rules best. */
  readonly by: "status" | "compliance";
}

/** Returns the groups with several systems, each with the one to use. */
export function choicesOf(systems: readonly AssessedSystem[]): Choice[] {
  const grouped = groupBy(
    systems.filter(({ group }) => group !== undefined),
    ({ group }) => group ?? "",
  );
  return [...grouped]
    .filter(([, members]) => members.length > 1)
    .map(([group, members]) => {
      const active = members.filter(({ status }) => status === "active");
      const candidates = active.length > 0 ? active : members;
      const [chosen = candidates[0] as AssessedSystem] = [...candidates].sort(
        (a, b) => rate(b) - rate(a),
      );
      const others = members.filter((member) => member !== chosen);
      return { group, chosen, others, by: active.length === 1 ? "status" : "compliance" };
    });
}

/** Returns the share of compliant sites; -1 if no site was judged. */
function rate({ counts }: AssessedSystem): number {
  const share = complianceOf(counts);
  return share === null ? -1 : share.part / share.whole;
}
