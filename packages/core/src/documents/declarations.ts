import type { Linter } from "eslint";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import type { DeclaredSymbol } from "../semantics/scopes/symbol.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { SourceRange } from "../syntax/position.ts";

/** The place where a name was imported or declared. */
export interface Declaration {
  readonly name: string;
  readonly isImport: boolean;
  /** Lines and columns count from 1, columns in UTF-16 units. */
  readonly loc: SourceRange;
}

/**
 * Returns the declaration of the package, variable or parameter that a message's code begins
 * with; null where it begins with something else, or is on the line of the declaration.
 */
export function declarationOf(
  { ruleId, line, column }: Pick<Linter.LintMessage, "ruleId" | "line" | "column">,
  sourceCode: GoSourceCode,
): Declaration | null {
  if (ruleId === null) return null;
  const start = sourceCode.getIndexFromLoc({ line, column });
  const node = sourceCode.tree.nodeAt(start);
  if (
    node.range[0] !== start ||
    (node.kind !== "identifier" && node.kind !== "package_identifier")
  )
    return null;
  const symbol = semanticsOf(sourceCode).resolve(node);
  if (!symbol || symbol.isUniverse || !isValue(symbol)) return null;
  const { loc } = symbol.declaration;
  if (loc.start.line <= line && line <= loc.end.line) return null;
  return { name: symbol.name, isImport: symbol.kind === "import", loc };
}

function isValue({ kind }: DeclaredSymbol): boolean {
  return ["import", "variable", "parameter", "receiver", "result"].includes(kind);
}
