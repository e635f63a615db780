import { matchesGlob } from "@gopherwood/core";

/** The files that a rule leaves alone, as options. */
export interface Exemptions {
  /** Globs of files. */
  readonly exemptPaths: readonly string[];
  /** Names of packages. */
  readonly exemptPackages: readonly string[];
  /** Look at `_test.go` files as well. */
  readonly tests: boolean;
  /** Look at `main` packages as well. */
  readonly mains: boolean;
}

/** Why a file is exempt, or null if it is not. */
export function exemptionOf(
  filename: string,
  packageName: string,
  { exemptPaths, exemptPackages, tests, mains }: Exemptions,
): string | null {
  if (!tests && filename.endsWith("_test.go")) return "test file";
  if (!mains && packageName === "main") return "main package";
  if (exemptPackages.includes(packageName)) return `exempt package: ${packageName}`;
  const path = exemptPaths.find((glob) => matchesGlob(filename, glob));
  return path === undefined ? null : `exempt path: ${path}`;
}

const globs = { type: "array", items: { type: "string" }, uniqueItems: true } as const;

/** The exemptions as properties of a rule's schema. */
export const EXEMPTION_PROPERTIES = {
  exemptPaths: { description: "Globs of files that the rule leaves alone.", ...globs },
  exemptPackages: { description: "Names of packages that the rule leaves alone.", ...globs },
  tests: { description: "Look at _test.go files as well.", type: "boolean" },
  mains: { description: "Look at main packages as well.", type: "boolean" },
} as const;
