import type { ImportSpecNode } from "../../syntax/grammar.generated.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";

/** One line of an import declaration. */
export interface GoImport {
  /** The import path, without quotes. */
  readonly path: string;
  /** The name written before the path: an alias, `.` or `_`; null if there is none. */
  readonly alias: string | null;
  /**
   * The name that the file calls the package by. It is null for a dot or blank import, and
   * where two imports would have the same name: one of the packages has another name then.
   */
  readonly name: string | null;
  readonly node: ImportSpecNode;
}

function pathOf(spec: ImportSpecNode): string {
  return spec.path.text.slice(1, -1);
}

/**
 * Returns the imports of a file, in order.
 *
 * @param nameOf Returns the name of the package of an import path, or null if it is not known.
 */
export function readImports(
  tree: SyntaxTree,
  nameOf: (importPath: string) => string | null,
): GoImport[] {
  const read = importSpecs(tree).map((node) => {
    const path = pathOf(node);
    const alias = node.name?.text ?? null;
    const known = alias ?? nameOf(path);
    return { node, path, alias, known, name: known ?? assumedName(path, tree.text) };
  });
  return read.map(({ node, path, alias, known, name }) => {
    const isName = known === null ? isOnly(name, read) : name !== "." && name !== "_";
    return { path, alias, name: isName ? name : null, node };
  });
}

function isOnly(wanted: string, imports: readonly { readonly name: string }[]): boolean {
  return imports.filter(({ name }) => name === wanted).length === 1;
}

/**
 * Returns the import specs of a file. Imports come before other declarations, so the whole
 * tree is searched only if it has errors.
 */
function importSpecs(tree: SyntaxTree): ImportSpecNode[] {
  const { root } = tree;
  if (root.hasError) return tree.nodesOfKind(["import_spec"]);
  return root.namedChildren
    .filter((node) => node.kind === "import_declaration")
    .flatMap((node) => tree.nodesOfKind(["import_spec"], node));
}

/**
 * Returns the name that a file calls a package by. For `api/core/v1` it may be `core` or `v1`;
 * since every import is used, it is `v1` if nothing is selected from `core`.
 */
function assumedName(path: string, text: string): string {
  const assumed = assumedPackageName(path);
  const version = /\/(v[0-9]+)$/u.exec(path)?.[1];
  return version && !isSelectedFrom(assumed, text) && isSelectedFrom(version, text)
    ? version
    : assumed;
}

/** Returns true if a text selects something from a name. The dots of import paths do not count. */
function isSelectedFrom(name: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{Nd}_./"])${name}\\s*\\.`, "u").test(text);
}

/**
 * Returns the package name that an import path suggests. It is the last element that is not a
 * major version, up to the first character that no identifier has, without a leading `go-`:
 * what goimports assumes of packages it has not read. If the package has another name, the
 * suggested one means nothing in the file.
 */
export function assumedPackageName(path: string): string {
  const elements = path.split("/");
  let last = elements.at(-1) ?? path;
  if (/^v[0-9]+$/u.test(last)) last = elements.at(-2) ?? last;
  last = last.replace(/^go-(?=.)/u, "");
  return /^[\p{L}\p{Nd}_]+/u.exec(last)?.[0] ?? last;
}
