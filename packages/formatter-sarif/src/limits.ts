import type { Finding } from "@gopherwood/core/report";

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;

/** Returns a test for findings that fit into one file, errors before others, and how many do not. */
export function limitOf(findings: Iterable<Finding>): {
  readonly left: number;
  readonly takes: (finding: Finding) => boolean;
} {
  const counts = [0, 0, 0];
  for (const finding of findings) counts[rankOf(finding)] = (counts[rankOf(finding)] ?? 0) + 1;
  let free = MOST_RESULTS;
  const open = counts.map((count) => {
    const taken = Math.min(count, free);
    free -= taken;
    return taken;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    left: Math.max(0, total - MOST_RESULTS),
    takes: (finding) => {
      const rank = rankOf(finding);
      open[rank] = (open[rank] ?? 0) - 1;
      return open[rank] >= 0;
    },
  };
}

/** Returns 0 for errors, 1 for warnings, 2 for what is suppressed. */
function rankOf({ message, suppressions }: Finding): number {
  if (suppressions.length > 0) return 2;
  return message.severity === 2 ? 0 : 1;
}
