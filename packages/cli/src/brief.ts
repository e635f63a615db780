import { baselinePath } from "./baseline/find.ts";
import type { Target } from "./formatters/targets.ts";
import type { Options } from "./options/options.ts";

/** The formats that show messages and counts alone. */
const FORMATS = new Set(["stylish", "github", "junit", "checkstyle"]);

/** Returns true if nothing is asked for but messages and counts. */
export function isBrief(options: Options, targets: readonly Target[], cwd: string): boolean {
  const { stats, fix, fixDryRun, diff, since, baseline } = options;
  return (
    targets.every(({ format }) => FORMATS.has(format)) &&
    ![stats, fix, fixDryRun, diff].includes(true) &&
    // Violations are compared by their sites.
    since === undefined &&
    baselinePath(baseline, cwd) === null
  );
}
