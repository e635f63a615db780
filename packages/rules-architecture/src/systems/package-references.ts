import {
  systemOf,
  type GoNode,
  type GoSourceCode,
  type IndexedFile,
  type SemanticModel,
  type System,
} from "@gopherwood/core";

/** A use of a name that a file of a system declares. */
export interface Reference {
  readonly node: GoNode;
  readonly system: System;
}

/** The part of a rule's context that finding references takes. */
interface ReferenceContext {
  readonly sourceCode: GoSourceCode;
  readonly semantics: SemanticModel;
}

/**
 * Returns where a file uses the names that files of deprecated systems declare in its own
 * package, except for methods.
 */
export function referencesInPackage(
  file: IndexedFile,
  systems: readonly System[],
  context: ReferenceContext,
): Reference[] {
  const declared = namesOfDeprecated(file, systems);
  if (declared.size === 0) return [];
  const { sourceCode, semantics } = context;
  return sourceCode.tree.nodesOfKind(["identifier", "type_identifier"]).flatMap((node) => {
    const system = declared.get(node.text);
    // A name that another file declares has no symbol in this one.
    return system && !isKey(node) && semantics.resolve(node) === null ? [{ node, system }] : [];
  });
}

/**
 * Returns the names that only deprecated systems declare in the package of a file of another
 * system. Where another file declares a name too, for other builds, a use means both.
 */
function namesOfDeprecated(
  { projectPath, package: { files } }: IndexedFile,
  systems: readonly System[],
): ReadonlyMap<string, System> {
  const own = systemOf(systems, projectPath);
  const deprecated = new Map<string, System>();
  const others = new Set<string>();
  for (const { projectPath: otherPath, declarations } of files) {
    const system = systemOf(systems, otherPath);
    const isDeprecated = system !== null && system !== own && system.status !== "active";
    for (const { name, kind } of declarations) {
      if (kind === "method" || name === "init") continue;
      if (isDeprecated) deprecated.set(name, system);
      else others.add(name);
    }
  }
  for (const name of others) deprecated.delete(name);
  return deprecated;
}

/** Returns true for the key of a literal's element, which may be a field. */
function isKey({ parent }: GoNode): boolean {
  const element = parent?.kind === "literal_element" ? parent : null;
  return (
    element?.parent?.kind === "keyed_element" && element.parent.namedChildren[0] === element
  );
}
