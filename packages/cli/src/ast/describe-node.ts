import gopherwood, {
  formatType,
  semanticsOf,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";

/** Returns what a name means, or null for a node that is no name or that nothing is known of. */
export function meaningOf(node: GoNode, sourceCode: GoSourceCode): string | null {
  switch (node.kind) {
    case "identifier":
    case "type_identifier":
    case "package_identifier":
      return meaningOfName(node, sourceCode);
    case "field_identifier":
      return ownerOfMember(node, sourceCode);
    default:
      return null;
  }
}

function meaningOfName(node: GoNode, sourceCode: GoSourceCode): string | null {
  const semantics = semanticsOf(sourceCode);
  const symbol = semantics.resolve(node);
  if (symbol?.isUniverse) return "of the universe";
  if (symbol) return describeSymbol(symbol, node);
  const selected = node.parent?.kind === "qualified_type" ? node.parent : null;
  const path =
    selected?.name === node
      ? semantics.importOf(selected.package)?.path
      : semantics.declaringPackageOf(node.text);
  if (path === undefined || path === null) return null;
  return semantics.packageDeclares(path, node.text) ? `declared by package "${path}"` : null;
}

function describeSymbol(
  { kind, node, import: goImport }: DeclaredSymbol,
  name: GoNode,
): string {
  if (node === name) return `declared here: ${kind}`;
  const { line, column } = node.loc.start;
  return goImport
    ? `import "${goImport.path}" of ${line}:${column}`
    : `${kind} of ${line}:${column}`;
}

/** Returns the type or package that a selected name belongs to. */
function ownerOfMember(node: GoNode, sourceCode: GoSourceCode): string | null {
  const { parent } = node;
  if (parent?.kind !== "selector_expression" || parent.field !== node) return null;
  const semantics = semanticsOf(sourceCode);
  const goImport = semantics.importOf(parent.operand);
  if (goImport) return `of package "${goImport.path}"`;
  const type = semantics.typeOf(parent.operand);
  const named = type.kind === "unknown" ? semantics.typeNamed(parent.operand) : type;
  const owner = named && semantics.ownerOf(named, node.text);
  return owner ? `member of ${withPaths(owner)}` : null;
}

/** Returns the type of an expression, or why it is not known; null for another node. */
export function typeTextOf(node: GoNode, sourceCode: GoSourceCode): string | null {
  const language = gopherwood.languages.go;
  const isTyped = ["expression", "simple_type"].some((group) =>
    language.matchesSelectorClass(group, node),
  );
  if (!isTyped || node.parent?.kind === "import_spec") return null;
  const semantics = semanticsOf(sourceCode);
  if (semantics.importOf(node)) return null;
  const type = semantics.typeOf(node);
  return type.kind === "unknown" ? `not known: ${type.reason}` : withPaths(type);
}

/** Returns a type with whole import paths, as options and semantics have them. */
function withPaths(type: Parameters<typeof formatType>[0]): string {
  return formatType(type, (importPath) => importPath);
}
