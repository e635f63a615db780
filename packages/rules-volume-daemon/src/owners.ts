import { matchesGlob } from "@gopherwood/core";

/** Who may do what a rule disallows, as options. */
export interface OwnerOptions {
  /** Globs of files. */
  readonly ownerPaths: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
}

export const testsSchema = {
  description: "Look at _test.go files as well.",
  type: "boolean",
} as const;

/** Why a whole file may do what the rule disallows, or null. */
export function ownerOf(filename: string, { ownerPaths, tests }: OwnerOptions): string | null {
  if (!tests && filename.endsWith("_test.go")) return "test file";
  const path = ownerPaths.find((glob) => matchesGlob(filename, glob));
  return path === undefined ? null : `owner: ${path}`;
}
