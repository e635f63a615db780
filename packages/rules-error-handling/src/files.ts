import { matchesGlob, STRING_LIST } from "@gopherwood/core";

/** The files that a rule leaves alone, as options. */
export interface FileOptions {
  /** Globs of files. */
  readonly allowedPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

/** The same as properties of a rule's schema. */
export const FILE_PROPERTIES = {
  allowedPaths: { description: "Globs of files that the rule leaves alone.", ...STRING_LIST },
  tests: { description: "Look at _test.go files as well.", type: "boolean" },
} as const;

/** Why a whole file is exempt, or null if it is not. */
export function exemptionOf(
  filename: string,
  { allowedPaths, tests }: FileOptions,
): string | null {
  if (!tests && filename.endsWith("_test.go")) return "test file";
  const path = allowedPaths.find((glob) => matchesGlob(filename, glob));
  return path === undefined ? null : `allowed path: ${path}`;
}
