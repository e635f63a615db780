import { unreadPackageOf } from "../semantics/types/unread-package.ts";
import type { Judgement } from "../source/sites.ts";

/** The number of sites that are no violations, and what is missing to decide more of them. */
export interface Evidence {
  readonly compliant: number;
  readonly undecided: number;
  /** The import paths of packages that could not be read, for want of which sites are undecided. */
  readonly unread: readonly string[];
}

/** Returns the evidence of judgements. */
export function evidenceOf(
  judgements: readonly Pick<Judgement, "verdict" | "reason">[],
): Evidence {
  let [compliant, undecided] = [0, 0];
  const unread = new Set<string>();
  for (const { verdict, reason = "" } of judgements) {
    if (verdict === "compliant") compliant += 1;
    if (verdict !== "undecided") continue;
    undecided += 1;
    const path = unreadPackageOf(reason);
    if (path !== null) unread.add(path);
  }
  return { compliant, undecided, unread: [...unread].sort() };
}

/** Returns the evidence of several files. */
export function sumOf(all: readonly Evidence[]): Evidence {
  const unread = new Set(all.flatMap((evidence) => evidence.unread));
  return {
    compliant: all.reduce((sum, evidence) => sum + evidence.compliant, 0),
    undecided: all.reduce((sum, evidence) => sum + evidence.undecided, 0),
    unread: [...unread].sort(),
  };
}
