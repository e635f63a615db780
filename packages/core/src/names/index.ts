import type { GoSourceCode } from "../source/go-source-code.ts";
import { GoNames } from "./go-names.ts";
import type { PackageSource } from "./packages.ts";

const NOTHING_KNOWN: PackageSource = { packageOf: () => null, nameOf: () => null };

const namesOfFiles = new WeakMap<GoSourceCode, WeakMap<PackageSource, GoNames>>();

/**
 * What the names of a file mean.
 *
 * @param known Declarations of packages that are not in the tree; see `knownPackages`.
 */
export function namesOf(sourceCode: GoSourceCode, known = NOTHING_KNOWN): GoNames {
  let ofFile = namesOfFiles.get(sourceCode);
  if (!ofFile) namesOfFiles.set(sourceCode, (ofFile = new WeakMap()));
  let names = ofFile.get(known);
  if (!names) ofFile.set(known, (names = new GoNames(sourceCode, known)));
  return names;
}
