import {
  GoSourceCode,
  projectIndexOf,
  SyntaxTree,
  type IndexedFile,
  type IndexedPackage,
  type ProjectIndex,
} from "../../../src/index.ts";
import type { FileSystem } from "../../../src/source/file-system.ts";
import { fileSystem, MOD, type Files } from "../module-files.ts";

/** Returns the index that a rule gets in a file; the file need not be there. */
export function indexFor(path: string, files: FileSystem): ProjectIndex {
  return projectIndexOf(new GoSourceCode(SyntaxTree.parse("package m\n"), {}, { path, files }));
}

export const indexOf = (files: Files) => indexFor("/m/any.go", fileSystem(files));
export const paths = (files: readonly IndexedFile[]) => files.map(({ path }) => path);
export const named = (packages: readonly IndexedPackage[]) =>
  packages.map(({ directory, name }) => `${directory} ${name}`);

export const importing = (name: string, ...imports: string[]) =>
  `package ${name}\nimport (\n${imports.join("\n")}\n)\n`;

export const TREE = {
  ...MOD,
  "/m/m.go": importing("m", '"fmt"', '"example.com/m/client"'),
  "/m/client/client.go": "package client\nfunc New() {}\n",
  "/m/client/client_test.go": importing("client_test", '"example.com/m/client"', '"testing"'),
  "/m/client/run.go": `//go:build ignore\n\n${importing("main", '"fmt"')}`,
  "/m/tools/tool.go": importing("tools", 'c "example.com/m/client"'),
};
