import { formatType, type Binding, type GoNames, type GoNode } from "@gopherwood/core";

/**
 * The expression by which a context can be had where a node stands, from the inside out: a
 * variable or parameter of type `context.Context`, or `r.Context()` of a request. Null if
 * there is none.
 *
 * @param isUsable False for a name that is not wanted.
 */
export function contextInScope(
  node: GoNode,
  names: GoNames,
  isUsable: (name: GoNode) => boolean,
): string | null {
  for (const binding of names.visibleAt(node.range[0])) {
    const found = contextOf(binding, names);
    if (found !== null && isUsable(binding.node)) return found;
  }
  return null;
}

function contextOf({ name, node }: Binding, names: GoNames): string | null {
  if (name === "_") return null;
  const type = names.typeOf(node);
  if (type.kind === "named" && type.importPath === "context" && type.name === "Context") {
    return name;
  }
  return formatType(type) === "*http.Request" ? `${name}.Context()` : null;
}
