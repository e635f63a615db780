import {
  formatType,
  matchesName,
  withoutPointer,
  type GoNames,
  type GoNode,
  type GoSourceCode,
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
 * variable or parameter, or a field that the file uses of one. Null if there is none.
 *
 * @param patterns Name patterns of the types.
 */
export function valueInScope(
  node: GoNode,
  patterns: readonly string[],
  names: GoNames,
  sourceCode: GoSourceCode,
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

  const { tree } = sourceCode;
  for (const selector of tree.nodesOfKind(["selector_expression"])) {
    const { operand, field } = selector;
    if (operand.kind !== "identifier" || !isWanted(names.typeOf(selector))) continue;
    const owner = formatType(withoutPointer(names.typeOf(operand)));
    const value = values.find(({ type }) => formatType(withoutPointer(type)) === owner);
    if (value) return `${value.name}.${field.text}`;
  }
  return null;
}

function visibleValues(node: GoNode, names: GoNames): { name: string; type: GoType }[] {
  return names
    .visibleAt(node.range[0])
    .filter(({ name }) => name !== "_")
    .map(({ name, node: declared }) => ({ name, type: names.typeOf(declared) }));
}
