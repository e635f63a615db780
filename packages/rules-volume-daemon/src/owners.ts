import { paths, testFiles } from "@gopherwood/core";

/**
 * Returns the exemptions of a rule: tests, and the files of the owners.
 *
 * @param description Of the option `ownerPaths`.
 */
export function ownerExemptions(description: string, globs: readonly string[]) {
  return {
    tests: testFiles(),
    ownerPaths: paths(globs, { description, reason: "owner" }),
  };
}
