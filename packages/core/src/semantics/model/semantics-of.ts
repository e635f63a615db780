import type { FileSystem } from "../../source/file-system.ts";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import { PackageStubs } from "../packages/package-stubs.ts";
import { SemanticModel } from "./semantic-model.ts";
import { FileCache } from "../modules/file-cache.ts";
import { Project } from "../packages/project.ts";
import { forgetIndexes } from "../project-index/project-index-cache.ts";
import type { PackageSource } from "../types/package-declarations.ts";

const models = new WeakMap<
  GoSourceCode,
  { readonly semantics: SemanticModel; readonly descriptions: PackageStubs }
>();
const projects = new FileCache((files) => new Project(files));

/**
 * What the names of a file mean: the same for all rules, as far as they are made before
 * the first of them asks.
 *
 * @param known Declarations of packages that cannot be read; see `knownPackages`.
 */
export function semanticsOf(sourceCode: GoSourceCode, known?: PackageSource): SemanticModel {
  let ofFile = models.get(sourceCode);
  if (!ofFile) {
    const descriptions = new PackageStubs();
    const project = projects.of(sourceCode.files);
    const { importPath, own, packages } = project.around(sourceCode.path, sourceCode.text);
    const semantics = new SemanticModel(
      sourceCode,
      importPath,
      own,
      firstOf(packages, descriptions),
    );
    models.set(sourceCode, (ofFile = { semantics, descriptions }));
  }
  if (known) ofFile.descriptions.add(known);
  return ofFile.semantics;
}

/** Drops what was read of a file system: its files may have changed. */
export function forgetFiles(files: FileSystem): void {
  projects.forget(files);
  forgetIndexes(files);
}

function firstOf(first: PackageSource, second: PackageSource): PackageSource {
  return {
    packageOf: (path) => first.packageOf(path) ?? second.packageOf(path),
    nameOf: (path) => first.nameOf(path) ?? second.nameOf(path),
  };
}
