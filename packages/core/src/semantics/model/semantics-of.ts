import type { FileSystem } from "../../source/file-system.ts";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import { FileCache } from "../../source/file-cache.ts";
import { OwnerCache } from "../../syntax/owner-cache.ts";
import { splitPath } from "../modules/paths.ts";
import { forgetProjectPaths } from "../modules/project-path.ts";
import { PackageStubs } from "../packages/package-stubs.ts";
import { Project } from "../packages/project.ts";
import { forgetIndexes, updateIndexes } from "../project-index/project-index-cache.ts";
import { KNOWN_STUBS } from "../stubs/index.ts";
import type { PackageSource } from "../types/package-declarations.ts";
import { SemanticModel } from "./semantic-model.ts";

interface FileSemantics {
  readonly model: SemanticModel;
  readonly stubs: PackageStubs;
}

const semanticsOfFiles = new OwnerCache(newSemantics);
const projects = new FileCache((files) => new Project(files));

/** Returns the semantic model of a file, which all rules share. */
export function semanticsOf(sourceCode: GoSourceCode): SemanticModel {
  return semanticsOfFiles.of(sourceCode).model;
}

/** Adds declarations of packages that cannot be read where the file is linted. */
export function addStubs(sourceCode: GoSourceCode, stubs: PackageSource): void {
  semanticsOfFiles.of(sourceCode).stubs.add(stubs);
}

/** Drops everything that was read of a file system: its files may have changed. */
export function forgetFiles(files: FileSystem): void {
  projects.forget(files);
  forgetIndexes(files);
  forgetProjectPaths(files);
}

/**
 * Reads files again that were changed, added or removed. Whatever else was read of the file
 * system is kept, unless one of them decides where packages are, as a go.mod does.
 *
 * @param paths Absolute, with `/`.
 */
export function updateFiles(files: FileSystem, paths: readonly string[]): void {
  const areGo = paths.every((path) => path.endsWith(".go"));
  if (areGo && projects.known(files)?.update(paths) !== false) {
    updateIndexes(files, new Set(paths.map((path) => splitPath(path).directory)));
  } else {
    forgetFiles(files);
  }
}

function newSemantics(sourceCode: GoSourceCode): FileSemantics {
  const stubs = new PackageStubs();
  stubs.add(KNOWN_STUBS);
  const project = projects.of(sourceCode.fileSystem);
  const { importPath, own, packages } = project.visibleTo(sourceCode.path, sourceCode.text);
  const model = new SemanticModel(sourceCode, importPath, own, firstOf(packages, stubs));
  return { model, stubs };
}

function firstOf(first: PackageSource, second: PackageSource): PackageSource {
  return {
    packageOf: (path) => first.packageOf(path) ?? second.packageOf(path),
    nameOf: (path) => first.nameOf(path) ?? second.nameOf(path),
  };
}
