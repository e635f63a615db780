import type { GoSourceCode } from "../../source/go-source-code.ts";
import { unquote } from "../../source/unquote.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import { projectIndexOf } from "../project-index/project-index-cache.ts";

/** A constant, or a function or method without parameters, of a package. */
export interface StringDeclaration {
  readonly kind: "const" | "func" | "method";
  readonly importPath: string;
  /** The type of a method. */
  readonly receiver?: string;
  readonly name: string;
}

const LITERAL = '("(?:[^"\\\\\\n]|\\\\.)*"|`[^`]*`)';

/**
 * Returns the string literal that a constant is declared with, or that a function returns and
 * does nothing else; null if it is no literal, or differs between builds.
 *
 * @param sourceCode The file at hand, whose text is read first, and whose tree is searched.
 */
export function declaredString(
  declaration: StringDeclaration,
  sourceCode: GoSourceCode,
  semantics: SemanticModel,
): string | null {
  const pattern = patternOf(declaration);
  const { importPath, kind, receiver = null, name } = declaration;
  const isOwn = importPath === semantics.importPath;
  const own = isOwn ? pattern.exec(sourceCode.text)?.[1] : undefined;
  if (own !== undefined) return unquote(own) ?? null;
  if (sourceCode.path === "") return null;
  const literals = projectIndexOf(sourceCode)
    .declarationsOf(importPath, name)
    .filter((found) => found.kind === kind && found.receiver === receiver)
    .map(({ file }) => pattern.exec(sourceCode.fileSystem.readText(file.path) ?? "")?.[1]);
  const [first, ...others] = literals;
  if (first === undefined || others.some((literal) => literal !== first)) return null;
  return unquote(first) ?? null;
}

/** Returns a regular expression for a declaration, whose first group is the literal. */
function patternOf({ kind, receiver, name }: StringDeclaration): RegExp {
  if (kind === "const") {
    return new RegExp(`^(?:const )?\\s?${name}(?: +[\\w.]+)? *= *${LITERAL} *(?://.*)?$`, "mu");
  }
  const head = kind === "func" ? "" : `\\((?:\\w+\\s+)?\\*?${receiver ?? ""}\\)\\s*`;
  return new RegExp(
    `^func\\s+${head}${name}\\(\\)\\s*\\w+\\s*\\{\\s*return\\s+${LITERAL}\\s*\\}`,
    "mu",
  );
}
