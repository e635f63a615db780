import {
  formatType,
  matchesName,
  withoutPointer,
  type SemanticModel,
  type GoNode,
  type GoType,
} from "@gopherwood/core";

/** The context that can be named where a node stands, the innermost first, or null. */
export function contextInScope(node: GoNode, semantics: SemanticModel): string | null {
  const found = visibleValues(node, semantics).find(
    ({ type }) => type.kind === "named" && formatType(type) === "context.Context",
  );
  return found?.name ?? null;
}

/**
 * The expression by which a value of one of these types can be had where a node stands: a
 * variable or parameter, or a field of one. Null if there is none.
 *
 * @param patterns Name patterns of the types.
 */
export function valueInScope(
  node: GoNode,
  patterns: readonly string[],
  semantics: SemanticModel,
): string | null {
  const isWanted = (type: GoType) => {
    const inner = withoutPointer(type);
    return (
      inner.kind === "named" &&
      patterns.some((pattern) => matchesName(pattern, inner, semantics.packageName))
    );
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

/** False for a field that only the package of its type can name. */
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
