import type { ImportSpecNode } from "../syntax/grammar.generated.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** One line of an import declaration. */
export interface GoImport {
  /** The import path, without quotes. */
  readonly path: string;
  /** The name written before the path: an alias, `.` or `_`; null if there is none. */
  readonly alias: string | null;
  /** The name the file knows the package by, or null for a dot or blank import. */
  readonly name: string | null;
  readonly node: ImportSpecNode;
}

/** Reads the imports of a file, in order. */
export function readImports(tree: SyntaxTree): GoImport[] {
  return tree.nodesOfKind(["import_spec"]).map((node) => {
    const path = node.path.text.slice(1, -1);
    const alias = node.name?.text ?? null;
    const name = alias === null ? assumedPackageName(path) : alias;
    return { path, alias, name: name === "." || name === "_" ? null : name, node };
  });
}

/**
 * The package name that an import path leads one to expect: its last element that
 * is not a major version, up to the first character that no identifier has, without
 * a leading `go-`. It is what goimports assumes of packages it has not read.
 */
export function assumedPackageName(path: string): string {
  const elements = path.split("/");
  let last = elements.at(-1) ?? path;
  if (/^v[0-9]+$/u.test(last) && elements.length > 1) last = elements.at(-2) ?? last;
  last = last.replace(/^go-(?=.)/u, "");
  return /^[\p{L}\p{Nd}_]+/u.exec(last)?.[0] ?? last;
}
