import { EXEMPT_FILES, fileExemption, STRING_LIST, type ExemptFiles } from "@gopherwood/core";

/** The files that a rule leaves alone, as options. */
export interface Exemptions extends ExemptFiles {
  /** Names of packages. */
  readonly exemptPackages: readonly string[];
  /** Look at `main` packages as well. */
  readonly mains: boolean;
}

/** The exemptions as properties of a rule's schema. */
export const EXEMPTION_PROPERTIES = {
  ...EXEMPT_FILES,
  exemptPackages: {
    description: "Names of packages that the rule leaves alone.",
    ...STRING_LIST,
  },
  mains: { description: "Look at main packages as well.", type: "boolean" },
} as const;

/** Why a file is exempt, or null if it is not. */
export function exemptionOf(
  filename: string,
  packageName: string,
  options: Exemptions,
): string | null {
  const { exemptPackages, mains } = options;
  const ofFile = fileExemption(filename, options);
  if (ofFile !== null) return ofFile;
  if (!mains && packageName === "main") return "main package";
  return exemptPackages.includes(packageName) ? `exempt package: ${packageName}` : null;
}
