import {
  enclosingString,
  isDisplayString,
  StaticStrings,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { readStatements, type Statement } from "@gopherwood/sql";
import { StringUses } from "./string-uses.ts";

/** A string of a file that holds SQL. */
export interface SqlSite {
  /** The literal, or the concatenation or `fmt.Sprintf` around it. */
  readonly node: GoNode;
  /** The statements of all values that the string may have. */
  readonly statements: readonly Statement[];
}

const VERBS =
  "ALTER CREATE DELETE DROP GRANT INSERT MERGE REPLACE REVOKE SELECT TRUNCATE UPDATE".split(
    " ",
  );

/** `elect` of `select` and `Select`. */
const ENDS = VERBS.map((verb) => verb.slice(1).toLowerCase());

/**
 * Literals, one of which stands in every file with SQL. Go has the verbs in small letters as
 * well: there, white space, a comment or `\\n` follows.
 */
export const SQL_WORDS: readonly string[] = [
  "WITH",
  ...VERBS,
  ...ENDS.flatMap((end) => [" ", "\t", "\r", "\n", "\\", "/"].map((sign) => end + sign)),
  "elect(",
  "elect*",
];

/** A literal with one of the words. */
const MAY_BE_SQL = new RegExp(
  String.raw`WITH|${VERBS.join("|")}|(?:${ENDS.join("|")})[ \t\r\n\\/]|elect[(*]`,
  "u",
);

/** Finds the SQL of a file: each string once, however many literals it is made of. */
export class SqlSites {
  readonly #semantics: SemanticModel;
  readonly #uses: StringUses;
  readonly #seen = new Set<GoNode>();

  constructor(
    sourceCode: GoSourceCode,
    semantics: SemanticModel,
    strings = new StaticStrings(sourceCode),
  ) {
    this.#semantics = semantics;
    this.#uses = new StringUses(sourceCode, semantics, strings);
  }

  /** Returns the SQL that a literal is a part of; null for none, or for a string seen before. */
  at(literal: GoNode): SqlSite | null {
    if (!MAY_BE_SQL.test(literal.text)) return null;
    const node = enclosingString(literal, this.#semantics);
    if (this.#seen.has(node)) return null;
    this.#seen.add(node);
    const texts = this.#uses.valuesOf(node);
    // Prose that is not even a statement if it is run need not be followed.
    if (texts.every((text) => readStatements(text, true).length === 0)) return null;
    const isRun = this.#uses.isRun(node);
    const statements = texts.flatMap((text) => readStatements(text, isRun));
    if (statements.length === 0 || isTag(node) || isDisplayString(node, this.#semantics))
      return null;
    return { node, statements };
  }
}

function isTag({ parent }: GoNode): boolean {
  return parent?.kind === "field_declaration" || parent?.kind === "import_spec";
}
