import {
  isDisplayString,
  enclosingString,
  StaticStrings,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { readStatements, type Statement } from "./sql/statement.ts";

/** A text of a file in which SQL stands. */
export interface SqlSite {
  /** The literal, or the concatenation or `fmt.Sprintf` around it. */
  readonly node: GoNode;
  /** Each text that it may have. */
  readonly texts: readonly string[];
  readonly statements: readonly Statement[];
}

/** As it is written, where `\\n` may stand before a word. */
const VERB = /(?:ALTER|CREATE|DELETE|DROP|INSERT|REPLACE|SELECT|TRUNCATE|UPDATE|WITH)\b/iu;

/** The words that a file with SQL has one of; in small letters they are Go's as well. */
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

/** Finds the SQL of a file: once for each text, however many literals it is made of. */
export class SqlSites {
  readonly #semantics: SemanticModel;
  readonly #strings: StaticStrings;
  readonly #seen = new Set<GoNode>();

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#semantics = semantics;
    this.#strings = new StaticStrings(sourceCode);
  }

  /** The SQL that a literal is a part of; null for none, or for what was found before. */
  at(literal: GoNode): SqlSite | null {
    if (!VERB.test(literal.text)) return null;
    const node = enclosingString(literal, this.#semantics);
    if (this.#seen.has(node)) return null;
    this.#seen.add(node);
    const texts = this.#strings.of(node);
    const statements = texts.flatMap(readStatements);
    if (statements.length === 0 || isTag(node) || isDisplayString(node, this.#semantics))
      return null;
    return { node, texts, statements };
  }
}

function isTag({ parent }: GoNode): boolean {
  return parent?.kind === "field_declaration" || parent?.kind === "import_spec";
}
