import type { ProjectIndex } from "../../semantics/project-index/project-index.ts";
import type { IndexedPackage } from "../../semantics/project-index/indexed-package.ts";
import { disk } from "../../source/disk.node.ts";

export interface FoundImport {
  /** The file with the import, absolute, with `/`. */
  readonly importer: string;
  readonly path: string;
  /** The imported package's, absolute, with `/`. */
  readonly directory: string;
}

/** Returns the imports of a package in the tree. */
export function importsOf(imported: IndexedPackage, index: ProjectIndex): FoundImport[] {
  return index.filesImporting(imported).map((file) => {
    const found = file.imports.find(
      ({ path }) => index.packageFor(path, file.package) === imported,
    );
    return { importer: file.path, path: found?.path ?? "", directory: imported.directory };
  });
}

/** Returns the first line of a file that imports a path; lines count from 1. */
export function lineOf(file: string, importPath: string): { line: number; text: string } {
  const lines = (disk.readText(file) ?? "").split("\n");
  const quoted = [`"${importPath}"`, `\`${importPath}\``];
  const found = lines.findIndex((line) => quoted.some((path) => line.includes(path)));
  return { line: Math.max(found, 0) + 1, text: lines[found]?.trim() ?? "" };
}
