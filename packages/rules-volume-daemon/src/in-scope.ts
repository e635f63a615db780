import {
  formatType,
  NamePatterns,
  withoutPointer,
  type GoNode,
  type GoType,
  type SemanticModel,
} from "@gopherwood/core";

/** Returns the innermost context that is visible at a node, or null. */
export function contextInScope(node: GoNode, semantics: SemanticModel): string | null {
  const found = visibleValues(node, semantics).find(
    ({ type }) => type.kind === "named" && formatType(type) === "context.Context",
  );
  return found?.name ?? null;
}

/**
 * Returns an expression for a value of one of these types at a node: a visible variable or
 * parameter, or a field of one. Null if there is none.
 *
 * @param patterns Name patterns of the types.
 */
export function valueInScope(
  node: GoNode,
  patterns: readonly string[],
  semantics: SemanticModel,
): string | null {
  const types = new NamePatterns(patterns, semantics);
  const isWanted = (type: GoType) => {
    const inner = withoutPointer(type);
    return inner.kind === "named" && types.matches(inner);
  };
  const values = visibleValues(node, semantics);
  const direct = values.find(({ type }) => isWanted(type));
  if (direct) return direct.name;
  for (const { name, type } of values) {
    const field = semantics
      .fieldsOf(type)
      .find(
        (candidate) => isWanted(candidate.type) && canBeNamed(candidate.name, type, semantics),
      );
    if (field) return `${name}.${field.name}`;
  }
  return null;
}

/** Returns false for a field that only the package of its type can name. */
function canBeNamed(field: string, owner: GoType, semantics: SemanticModel): boolean {
  const inner = withoutPointer(owner);
  const isOwn = inner.kind !== "named" || inner.importPath === semantics.importPath;
  return field !== "_" && (isOwn || /^\p{Lu}/u.test(field));
}

function visibleValues(
  node: GoNode,
  semantics: SemanticModel,
): { name: string; type: GoType }[] {
  return semantics
    .visibleAt(node.range[0])
    .filter(({ name }) => name !== "_")
    .map(({ name, node: declared }) => ({ name, type: semantics.typeOf(declared) }));
}
