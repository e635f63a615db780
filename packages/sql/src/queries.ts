import type { Cursor } from "./cursor.ts";
import { isSign, type Token } from "./tokens.ts";

/** SQLite's ways to resolve a conflict, after `INSERT` and `UPDATE`. */
const CONFLICT_CLAUSES = ["OR ABORT", "OR FAIL", "OR IGNORE", "OR REPLACE", "OR ROLLBACK"];

/** Returns true for a query, and not for prose or another language that begins as one does. */
export function isSelect(tokens: readonly Token[]): boolean {
  if (isGraphPattern(tokens)) return false;
  const from = tokens.findIndex(({ word }) => word === "FROM");
  const after = tokens[from + 1];
  if (from > 1) return after?.kind === "word" || after?.kind === "name" || isSign(after, "(");
  // Without a table: a function's value, or a number.
  return tokens[1]?.kind === "value" || (tokens[1]?.kind === "word" && isSign(tokens[2], "("));
}

/** Returns true for SPARQL: `SELECT ?name WHERE { ?person foaf:name ?name }`. */
function isGraphPattern(tokens: readonly Token[]): boolean {
  const brace = tokens.findIndex(({ word }) => word === "WHERE") + 1;
  return brace > 0 && isSign(tokens[brace], "{") && !isSign(tokens[brace + 1], "{");
}

/** Returns true for a statement after `WITH` that begins with common table expressions. */
export function isWith(cursor: Cursor): boolean {
  cursor.take("RECURSIVE");
  if (cursor.takeName() === null) return false;
  cursor.takeGroup();
  if (!cursor.takeOne("AS (", "AS MATERIALIZED (", "AS NOT MATERIALIZED (")) return false;
  return (
    cursor.isOpen ||
    cursor.takeOne("SELECT", "VALUES", "INSERT", "UPDATE", "DELETE", "WITH", "TABLE", "(")
  );
}

/** Returns true for a statement after `INSERT` or `REPLACE`. */
export function isInsert(cursor: Cursor): boolean {
  while (cursor.takeOne(...CONFLICT_CLAUSES, "IGNORE", "LOW_PRIORITY", "DELAYED"));
  if (!cursor.take("INTO") || cursor.takeName() === null) return false;
  if (cursor.take("AS")) cursor.takeName();
  return (
    cursor.isAtEnd ||
    cursor.takeOne("(", "VALUES", "VALUE", "SELECT", "WITH", "SET", "DEFAULT VALUES")
  );
}

/** Returns true for a statement after `MERGE`. */
export function isMerge(cursor: Cursor): boolean {
  if (!cursor.take("INTO") || cursor.takeName() === null) return false;
  cursor.take("AS");
  return cursor.take("USING") || (cursor.takeName() !== null && cursor.take("USING"));
}

/** Returns true for a statement after `UPDATE`. */
export function isUpdate(cursor: Cursor): boolean {
  while (cursor.takeOne(...CONFLICT_CLAUSES, "ONLY", "IGNORE", "LOW_PRIORITY"));
  if (cursor.takeName() === null) return false;
  if (!cursor.take("SET")) {
    cursor.take("AS");
    // A join is written before SET in MySQL.
    if (cursor.takeName() === null || !cursor.rest.some(({ word }) => word === "SET"))
      return false;
    return cursor.rest.some((token) => isSign(token, "="));
  }
  if (cursor.isOpen || cursor.take("(")) return true;
  return cursor.takeName() !== null && cursor.take("=");
}

/** Returns true for a statement after `DELETE`. */
export function isDelete(cursor: Cursor): boolean {
  if (!cursor.take("FROM") || cursor.takeName() === null) return false;
  if (cursor.isAtEnd) return true;
  const isWhere = () => cursor.takeOne("WHERE", "USING", "RETURNING", "LIMIT", "ORDER BY");
  if (isWhere()) return true;
  cursor.take("AS");
  return cursor.takeName() !== null && (cursor.isAtEnd || isWhere());
}

/** Returns true for a statement after `TRUNCATE`. */
export function isTruncate(cursor: Cursor): boolean {
  cursor.take("TABLE");
  cursor.take("ONLY");
  if (cursor.takeName() === null) return false;
  return cursor.isAtEnd || cursor.takeOne(",", "CASCADE", "RESTRICT", "RESTART", "CONTINUE");
}
