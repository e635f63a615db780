import { semanticsOf } from "../semantics/model/semantics-of.ts";
import type { GoImport } from "../semantics/scopes/imports.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";

/**
 * Returns the offsets, in UTF-16 units, of the names by which a file uses an import, in the
 * order of the text.
 */
export function importUses(sourceCode: GoSourceCode, goImport: GoImport): number[] {
  const { name, path } = goImport;
  if (name === null) return [];
  const semantics = semanticsOf(sourceCode);
  return sourceCode.tree
    .nodesOfKind(["identifier", "package_identifier"])
    .filter((node) => node.text === name && node.parent?.kind !== "import_spec")
    .filter((node) => semantics.importOf(node)?.path === path)
    .map(({ range }) => range[0]);
}
