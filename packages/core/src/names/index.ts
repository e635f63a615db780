import type { FileSystem } from "../source/file-system.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { GoNames } from "./go-names.ts";
import { Project } from "./module/project.ts";
import { forgetIndexes } from "./module/project-index-cache.ts";
import type { PackageSource } from "./packages.ts";

const NOTHING_KNOWN: PackageSource = { packageOf: () => null, nameOf: () => null };

/** A project that was not asked for this long, in milliseconds, is read anew. */
const FRESH = 1000;

const namesOfFiles = new WeakMap<GoSourceCode, WeakMap<PackageSource, GoNames>>();
const projects = new WeakMap<FileSystem, { project: Project; lastUsed: number }>();

/**
 * What the names of a file mean.
 *
 * @param known Declarations of packages that cannot be read; see `knownPackages`.
 */
export function namesOf(sourceCode: GoSourceCode, known = NOTHING_KNOWN): GoNames {
  let ofFile = namesOfFiles.get(sourceCode);
  if (!ofFile) namesOfFiles.set(sourceCode, (ofFile = new WeakMap()));
  let names = ofFile.get(known);
  if (!names) {
    const project = projectOf(sourceCode.files);
    const { importPath, own, packages } = project.around(sourceCode.path, sourceCode.text);
    names = new GoNames(sourceCode, importPath, own, firstOf(packages, known));
    ofFile.set(known, names);
  }
  return names;
}

/**
 * The packages of a file system. A run asks for them all the time; a long-lived
 * process, such as an editor's, pauses between runs, and files change meanwhile.
 */
function projectOf(files: FileSystem): Project {
  const now = performance.now();
  let entry = projects.get(files);
  if (!entry || now - entry.lastUsed > FRESH) {
    entry = { project: new Project(files), lastUsed: now };
    projects.set(files, entry);
  }
  entry.lastUsed = now;
  return entry.project;
}

/** Drops what was read of a file system: its files may have changed. */
export function forgetFiles(files: FileSystem): void {
  projects.delete(files);
  forgetIndexes(files);
}

function firstOf(first: PackageSource, second: PackageSource): PackageSource {
  return {
    packageOf: (path) => first.packageOf(path) ?? second.packageOf(path),
    nameOf: (path) => first.nameOf(path) ?? second.nameOf(path),
  };
}
