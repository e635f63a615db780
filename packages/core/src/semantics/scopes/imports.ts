import type { ImportSpecNode } from "../../syntax/grammar.generated.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";

/** One line of an import declaration. */
export interface GoImport {
  /** The import path, without quotes. */
  readonly path: string;
  /** The name written before the path: an alias, `.` or `_`; null if there is none. */
  readonly alias: string | null;
  /**
   * The name the file knows the package by; null for a dot or blank import, and where
   * two imports would have the same name: one of the packages is called otherwise then.
   */
  readonly name: string | null;
  readonly node: ImportSpecNode;
}

/**
 * Reads the imports of a file, in order.
 *
 * @param nameOf The name of the package of an import path, or null if it is not known.
 */
export function readImports(
  tree: SyntaxTree,
  nameOf: (importPath: string) => string | null,
): GoImport[] {
  const read = importSpecs(tree).map((node) => {
    const path = node.path.text.slice(1, -1);
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

/** Imports stand before everything else: what follows is looked at only in a damaged file. */
function importSpecs(tree: SyntaxTree): ImportSpecNode[] {
  const { root } = tree;
  if (root.hasError) return tree.nodesOfKind(["import_spec"]);
  return root.namedChildren
    .filter((node) => node.kind === "import_declaration")
    .flatMap((node) => tree.nodesOfKind(["import_spec"], node));
}

/**
 * The name that a file must know a package by. Of `api/core/v1` it may be `core` or
 * `v1`, and an import is used: so where nothing is selected from `core`, it is `v1`.
 */
function assumedName(path: string, text: string): string {
  const assumed = assumedPackageName(path);
  const version = /\/(v[0-9]+)$/u.exec(path)?.[1];
  return version && !isSelectedFrom(assumed, text) && isSelectedFrom(version, text)
    ? version
    : assumed;
}

/** Import paths, in which dots stand as well, do not count. */
function isSelectedFrom(name: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{Nd}_./"])${name}\\s*\\.`, "u").test(text);
}

/**
 * The package name that an import path leads one to expect: its last element that
 * is not a major version, up to the first character that no identifier has, without
 * a leading `go-`. It is what goimports assumes of packages it has not read. Where the
 * package is called otherwise, its name means nothing in the file.
 */
export function assumedPackageName(path: string): string {
  const elements = path.split("/");
  let last = elements.at(-1) ?? path;
  if (/^v[0-9]+$/u.test(last) && elements.length > 1) last = elements.at(-2) ?? last;
  last = last.replace(/^go-(?=.)/u, "");
  return /^[\p{L}\p{Nd}_]+/u.exec(last)?.[0] ?? last;
}
