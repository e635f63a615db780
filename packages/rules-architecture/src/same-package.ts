import {
  semanticsOf,
  systemOf,
  type GoNode,
  type GoSourceCode,
  type IndexedFile,
  type System,
} from "@gopherwood/core";

/** A use of a name that a file of a system declares. */
export interface Reference {
  readonly node: GoNode;
  readonly system: System;
}

/**
 * Where a file uses what files of deprecated systems declare in its own package, methods
 * aside; a package may be shared by systems.
 */
export function referencesInPackage(
  file: IndexedFile,
  systems: readonly System[],
  sourceCode: GoSourceCode,
): Reference[] {
  const declared = declaredByOthers(file, systems);
  if (declared.size === 0) return [];
  const semantics = semanticsOf(sourceCode);
  return sourceCode.tree.nodesOfKind(["identifier", "type_identifier"]).flatMap((node) => {
    const system = declared.get(node.text);
    // What another file declares means nothing in this one.
    return system && !isKey(node) && semantics.resolve(node) === null ? [{ node, system }] : [];
  });
}

/** The names that deprecated systems declare in the package of a file of another system. */
function declaredByOthers(
  { path, package: { files } }: IndexedFile,
  systems: readonly System[],
): ReadonlyMap<string, System> {
  const own = systemOf(systems, path);
  const declared = new Map<string, System>();
  for (const other of files) {
    const system = systemOf(systems, other.path);
    if (system === null || system === own || system.status === "active") continue;
    for (const { name, kind } of other.declarations) {
      if (kind !== "method" && name !== "init") declared.set(name, system);
    }
  }
  return declared;
}

/** True for what stands before a colon in a literal: it may be a field. */
function isKey({ parent }: GoNode): boolean {
  const element = parent?.kind === "literal_element" ? parent : null;
  return (
    element?.parent?.kind === "keyed_element" && element.parent.namedChildren[0] === element
  );
}
