import { Cursor } from "./cursor.ts";
import { HOLE, isSign, type Token } from "./tokens.ts";

/** Keywords that may follow the tables of a query. */
const CLAUSES = new Set(
  `CROSS EXCEPT FETCH FOR FULL GROUP HAVING INNER INTERSECT JOIN LEFT LIMIT NATURAL OFFSET ORDER RIGHT
  UNION WHERE WINDOW`.split(/\s+/u),
);

/** The types that most definitions of columns have one of. */
const TYPES = new Set(
  `BIGINT BIGSERIAL BLOB BOOL BOOLEAN BYTEA CHAR DATE DATETIME DECIMAL DOUBLE FLOAT INT INTEGER JSON JSONB
  NUMERIC NVARCHAR REAL SERIAL SMALLINT TEXT TIMESTAMP TIMESTAMPTZ TINYINT UUID VARCHAR`.split(
    /\s+/u,
  ),
);

/** The subjects of a change of a table. */
const PARTS = new Set(["COLUMN", "CONSTRAINT", "FOREIGN", "INDEX", "PRIMARY", "TO"]);

/**
 * Returns true for a statement in small letters that has signs and clauses where SQL has them
 * and prose does not: "select an account from the list (required)" is prose.
 *
 * @param verb As `readStatements` returns it.
 */
export function isNoProse(verb: string, tokens: readonly Token[]): boolean {
  switch (verb) {
    case "SELECT":
      return isQuery(tokens);
    case "WITH":
    case "MERGE":
      return true;
    case "INSERT":
    case "REPLACE":
      return isInsertion(tokens);
    case "UPDATE":
      return isAssignment(tokens);
    case "DELETE":
      return tokens.some((_, index) => isConditionAt(tokens, index));
    case "CREATE TABLE":
      return tokens.some(({ word }) => TYPES.has(word) || word === "SELECT");
    case "CREATE INDEX":
    case "CREATE VIEW":
    case "CREATE MATERIALIZED VIEW":
      return tokens.some((token) => isSign(token, "(") || token.word === "SELECT");
    case "CREATE TRIGGER":
      return tokens.some(({ word }) => word === "BEFORE" || word === "AFTER");
    case "ALTER TABLE":
      return tokens.some(
        ({ word }, index) => index > 2 && (TYPES.has(word) || PARTS.has(word)),
      );
    default:
      return false;
  }
}

function isQuery(tokens: readonly Token[]): boolean {
  const from = tokens.findIndex(({ word }) => word === "FROM");
  if (from < 0) return isValueList(tokens.slice(1));
  const list = tokens.slice(1, from);
  return (
    isTableList(tokens, from + 1) &&
    (hasSigns(list) ||
      tokens.some((_, index) => isConditionAt(tokens, index) || isClauseAt(tokens, index)))
  );
}

/** Returns true for `1` and `now()`, and for lists of them. */
function isValueList(list: readonly Token[]): boolean {
  const cursor = new Cursor(list);
  const isCall = isCallAt(list, 0);
  cursor.skip();
  if (isCall) cursor.takeGroup();
  return cursor.isAtEnd || cursor.takeOne(",", "AS", "::");
}

/** Returns true for a list with `*`, `t.column` or a call of a function. */
function hasSigns(list: readonly Token[]): boolean {
  return list.some(
    (token, index) =>
      (isSign(token, "*") && (index === 0 || list[index - 1]?.word === "DISTINCT")) ||
      (isSign(token, ".") && isAdjacent(token, list[index + 1])) ||
      isCallAt(list, index),
  );
}

function isAdjacent(token: Token, next: Token | undefined): boolean {
  return token.range[1] === next?.range[0];
}

/** Returns true for `count(`; not for a parenthesis after a space, nor for `file(s)`. */
function isCallAt(tokens: readonly Token[], index: number): boolean {
  const [name, sign, argument] = tokens.slice(index, index + 3);
  return (
    name?.kind === "word" &&
    isSign(sign, "(") &&
    isAdjacent(name, sign) &&
    !/^(?:s|es)$/iu.test(argument?.text ?? "")
  );
}

/** Returns true if a clause, and no other word, follows the table and its alias. */
function isTableList(tokens: readonly Token[], start: number): boolean {
  const cursor = new Cursor(tokens, start);
  if (isSign(cursor.next, "(")) return true;
  if (cursor.takeName() === null) return false;
  const isEnd = ({ next } = cursor) =>
    !next || isHole(next) || isSign(next, ",") || isSign(next, ")") || CLAUSES.has(next.word);
  if (isEnd()) return true;
  cursor.take("AS");
  return cursor.takeName() !== null && isEnd();
}

/** Returns true for `WHERE a = ...`, and for `ON` and `AND` as well. */
function isConditionAt(tokens: readonly Token[], index: number): boolean {
  const cursor = new Cursor(tokens, index);
  if (!cursor.takeOne("WHERE", "ON", "AND")) return false;
  cursor.take("NOT");
  if (cursor.takeName() === null) return false;
  cursor.takeGroup();
  cursor.take("NOT");
  return (
    cursor.takeOne("=", "<", ">", "! =", "IS NULL", "IS NOT NULL") ||
    (cursor.takeOne("IN", "LIKE", "ILIKE", "BETWEEN") &&
      (isHole(cursor.next) ||
        isSign(cursor.next, "(") ||
        cursor.next?.kind === "value" ||
        cursor.next?.kind === "string"))
  );
}

/** Returns true for `ORDER BY a` and `LIMIT 1`. */
function isClauseAt(tokens: readonly Token[], index: number): boolean {
  const cursor = new Cursor(tokens, index);
  if (cursor.takeOne("ORDER BY", "GROUP BY")) {
    if (isHole(cursor.next)) return true;
    return (
      cursor.takeName() !== null &&
      (cursor.isAtEnd || isHole(cursor.next) || cursor.takeOne(",", "ASC", "DESC", "LIMIT"))
    );
  }
  return (
    cursor.takeOne("LIMIT", "OFFSET") && (cursor.next?.kind === "value" || isHole(cursor.next))
  );
}

/** Returns true for an `INSERT` with its values, or the query that it takes them from. */
function isInsertion(tokens: readonly Token[]): boolean {
  const into = tokens.findIndex(({ word }) => word === "INTO");
  const cursor = new Cursor(tokens, into + 1);
  cursor.takeName();
  if (cursor.take("AS")) cursor.takeName();
  cursor.takeGroup();
  return (
    isHole(cursor.next) ||
    cursor.takeOne("SELECT", "WITH", "DEFAULT VALUES", "VALUES (", "VALUE (") ||
    (cursor.takeOne("VALUES", "SET") && hasEquals(cursor))
  );
}

function hasEquals({ next, rest }: Cursor): boolean {
  return isHole(next) || rest.some((token) => isSign(token, "="));
}

/** Returns true for `SET a =` and `SET (a, b) =`. */
function isAssignment(tokens: readonly Token[]): boolean {
  const set = tokens.findIndex(({ word }, index) => word === "SET" && index > 1);
  const isJoin = tokens
    .slice(0, set)
    .some((token) => token.word === "JOIN" || isSign(token, ","));
  // `t SET`, `t alias SET`, `t AS alias SET`, each with a schema or not.
  if (set > 6 && !isJoin) return false;
  const cursor = new Cursor(tokens, set + 1);
  if (cursor.takeGroup() === null && cursor.takeName() === null) return false;
  return cursor.take("=");
}

function isHole(token: Token | undefined): boolean {
  return token?.text.startsWith(HOLE) ?? false;
}
