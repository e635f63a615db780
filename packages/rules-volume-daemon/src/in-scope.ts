import {
  formatType,
  matchesName,
  withoutPointer,
  type GoNames,
  type GoNode,
  type GoType,
} from "@gopherwood/core";

/** The context that can be named where a node stands, the innermost first, or null. */
export function contextInScope(node: GoNode, names: GoNames): string | null {
  const found = visibleValues(node, names).find(
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
  names: GoNames,
): string | null {
  const isWanted = (type: GoType) => {
    const inner = withoutPointer(type);
    return (
      inner.kind === "named" &&
      patterns.some((pattern) => matchesName(pattern, inner, names.packageName))
    );
  };
  const values = visibleValues(node, names);
  const direct = values.find(({ type }) => isWanted(type));
  if (direct) return direct.name;
  for (const { name, type } of values) {
    const field = names
      .fieldsOf(type)
      .find((candidate) => isWanted(candidate.type) && canBeNamed(candidate.name, type, names));
    if (field) return `${name}.${field.name}`;
  }
  return null;
}

/** False for a field that only the package of its type can name. */
function canBeNamed(field: string, owner: GoType, names: GoNames): boolean {
  const inner = withoutPointer(owner);
  const isOwn = inner.kind !== "named" || inner.importPath === names.importPath;
  return field !== "_" && (isOwn || /^\p{Lu}/u.test(field));
}

function visibleValues(node: GoNode, names: GoNames): { name: string; type: GoType }[] {
  return names
    .visibleAt(node.range[0])
    .filter(({ name }) => name !== "_")
    .map(({ name, node: declared }) => ({ name, type: names.typeOf(declared) }));
}
