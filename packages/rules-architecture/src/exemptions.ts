import { matchesGlob, STRING_LIST } from "@gopherwood/core";

/** Which files a rule lets pass, as options. */
export interface Exemptions {
  /** Globs of files. */
  readonly exemptPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

export const EXEMPTION_PROPERTIES = {
  exemptPaths: { description: "Globs of the files that the rule lets pass.", ...STRING_LIST },
  tests: { description: "Look at _test.go files as well.", type: "boolean" },
} as const;

/** Why a whole file is let pass, or null. */
export function exemptionOf(
  filename: string,
  { exemptPaths, tests }: Exemptions,
): string | null {
  if (!tests && filename.endsWith("_test.go")) return "test file";
  const path = exemptPaths.find((glob) => matchesGlob(filename, glob));
  return path === undefined ? null : `exempt path: ${path}`;
}
