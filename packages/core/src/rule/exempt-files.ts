import { matchesGlob } from "../source/matches-glob.ts";
import { STRING_LIST } from "./option-schemas.ts";

/** The files that a rule leaves alone, as options. */
export interface ExemptFiles {
  /** Globs of files. */
  readonly exemptPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

/** The same as properties of a rule's schema. */
export const EXEMPT_FILES = {
  exemptPaths: { description: "Globs of files that the rule leaves alone.", ...STRING_LIST },
  tests: { description: "Look at _test.go files as well.", type: "boolean" },
} as const;

/** Returns why a rule leaves a file alone, as a site says it; null if it does not. */
export function fileExemption(
  filename: string,
  { exemptPaths, tests }: ExemptFiles,
): string | null {
  if (!tests && filename.endsWith("_test.go")) return "test file";
  const path = exemptPaths.find((glob) => matchesGlob(filename, glob));
  return path === undefined ? null : `exempt path: ${path}`;
}
