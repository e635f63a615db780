import { readFileSync } from "node:fs";
import { enclosingSymbol } from "../source/enclosing-symbol.ts";
import { SyntaxTree } from "../syntax/tree.ts";

/**
 * Returns the functions, methods and types that a file declares, named as `enclosingSymbol`
 * does; null if it cannot be read.
 *
 * @param path Absolute.
 */
export function declaredSymbols(path: string): ReadonlySet<string> | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
  } catch {
    return null;
  }
  const kinds = ["function_declaration", "method_declaration", "type_spec"] as const;
  const declarations = SyntaxTree.parse(text).nodesOfKind(kinds);
  return new Set(declarations.map((declaration) => enclosingSymbol(declaration)));
}
