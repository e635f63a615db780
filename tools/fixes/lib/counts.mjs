/** Counts the outcomes of a migration by the calls that it should fix. */

/** These end the program or the goroutine: they are never fixed. */
const ENDS = /\.(?:Fatal|Panic)(?:f|ln|Fn)?'\)/u;

/**
 * Counts the violations before and after.
 *
 * @param before The report before the fixes.
 * @param after The report of the run with the fixes.
 */
export function counts(before, after) {
  const all = violations(before);
  const calls = all.filter(({ message }) => !ENDS.test(message));
  const left = violations(after).filter(({ message }) => !ENDS.test(message));
  const suggested = left.filter(({ fix }) => fix === "suggestion");
  const reasons = new Map();
  for (const { unfixable = "no reason is given" } of left.filter(({ fix }) => fix === "hand")) {
    const reason = unfixable.replace(/'[^']*'/gu, "'…'");
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    calls: calls.length,
    ends: all.length - calls.length,
    fixed: calls.length - left.length,
    suggested: suggested.length,
    reasons: [...reasons].sort(([, a], [, b]) => b - a),
  };
}

function violations({ sites }) {
  return sites.filter(({ verdict }) => verdict === "violation");
}

export function printCounts({ calls, ends, fixed, suggested, reasons }) {
  const share = (count) => `${((100 * count) / Math.max(calls, 1)).toFixed(1)} %`;
  console.log(
    `  ${calls} calls, Fatal and Panic (${ends}) aside: fixed ${fixed} (${share(fixed)}), ` +
      `with suggestions ${fixed + suggested} (${share(fixed + suggested)}), ` +
      `left ${calls - fixed - suggested}`,
  );
  for (const [reason, count] of reasons) console.log(`    ${count}  ${reason}`);
}
