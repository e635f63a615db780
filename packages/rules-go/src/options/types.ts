import {
  formatType,
  matchesName,
  withoutPointer,
  type GoNode,
  type GoType,
  type SemanticModel,
} from "@gopherwood/core";

/**
 * Returns true if an option names a type: `error`, `[]byte`, `net/http.Request` with its import
 * path or the end of it. A pointer counts as its element, with a `*` or without.
 */
export function matchesType(type: GoType, option: string, semantics: SemanticModel): boolean {
  const name = option.replace(/^\*/u, "");
  const element = withoutPointer(type);
  if (element.kind !== "named" || element.importPath === "")
    return formatType(element) === name;
  return matchesName(name, element, semantics.packageName);
}

/** Returns the type that a type expression names, without pointer; null if it is not known. */
export function typeWritten(node: GoNode, semantics: SemanticModel): GoType | null {
  const known = semantics.typeNamed(node);
  if (known) return withoutPointer(known);
  const element = node.kind === "pointer_type" ? node.namedChildren[0] : node;
  if (element?.kind !== "qualified_type") return null;
  const path = semantics.importOf(element.package)?.path;
  return path === undefined
    ? null
    : { kind: "named", importPath: path, name: element.name.text };
}

/** The reason why bound nodes are not of the wanted types: they are of others, or not known. */
type Mismatch =
  { readonly kind: "other" } | { readonly kind: "unknown"; readonly reason: string };

/** Returns what keeps nodes from being of the types that their names ask for, or null. */
export function typeMismatch(
  bindings: ReadonlyMap<string, readonly GoNode[]>,
  types: Readonly<Record<string, readonly string[]>>,
  semantics: SemanticModel,
): Mismatch | null {
  let mismatch: Mismatch | null = null;
  for (const [name, options] of Object.entries(types)) {
    for (const node of bindings.get(name) ?? []) {
      // It has every type that it is compared with or assigned to, and none of its own.
      if (node.kind === "nil") return { kind: "other" };
      const type = typeWritten(node, semantics) ?? semantics.typeOf(node);
      if (type.kind === "unknown") mismatch = type;
      else if (!options.some((option) => matchesType(type, option, semantics)))
        return { kind: "other" };
    }
  }
  return mismatch;
}
