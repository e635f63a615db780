import {
  enclosingString,
  isDisplayString,
  StaticStrings,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { readStatements, type Statement } from "@gopherwood/sql";

/** A string of a file that holds SQL. */
export interface SqlSite {
  /** The literal, or the concatenation or `fmt.Sprintf` around it. */
  readonly node: GoNode;
  /** The statements of all values that the string may have. */
  readonly statements: readonly Statement[];
}

/** In source text, where `\\n` may stand before a word. */
const VERB = /(?:ALTER|CREATE|DELETE|DROP|INSERT|REPLACE|SELECT|TRUNCATE|UPDATE|WITH)\b/iu;

/** Literals, one of which stands in every file with SQL; Go has the words in small letters. */
export const SQL_WORDS: readonly string[] = [
  "ALTER",
  "CREATE",
  "DELETE",
  "DROP",
  "INSERT",
  "REPLACE",
  "SELECT",
  "TRUNCATE",
  "UPDATE",
].flatMap((word) => [word, `${word.toLowerCase()} `, `${word.toLowerCase()}\n`]);

/** Finds the SQL of a file: each string once, however many literals it is made of. */
export class SqlSites {
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #seen = new Set<GoNode>();

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#semantics = semantics;
    this.#strings = new StaticStrings(sourceCode);
  }

  /** Returns the SQL that a literal is a part of; null for none, or for a string seen before. */
  at(literal: GoNode): SqlSite | null {
    if (!VERB.test(literal.text)) return null;
    const node = enclosingString(literal, this.#semantics);
    if (this.#seen.has(node)) return null;
    this.#seen.add(node);
    const statements = this.#strings.of(node).flatMap(readStatements);
    if (statements.length === 0 || isTag(node) || isDisplayString(node, this.#semantics))
      return null;
    return { node, statements };
  }
}

function isTag({ parent }: GoNode): boolean {
  return parent?.kind === "field_declaration" || parent?.kind === "import_spec";
}
