import { Cursor } from "./cursor.ts";
import { isNoProse } from "./prose.ts";
import { HOLE, isSign, splitStatements, type Token } from "./tokens.ts";

/**
 * `query` reads or changes rows, `schema` changes what tables there are, `access` changes who
 * may use them.
 */
export type StatementKind = "query" | "schema" | "access";

/** A statement of an SQL text. */
export interface Statement {
  readonly kind: StatementKind;
  /** `SELECT`, `CREATE TABLE`, ... */
  readonly verb: string;
  readonly tokens: readonly Token[];
}

const HOLES_AROUND_VERB = new RegExp(
  `^(${HOLE}*)(delete|insert|select|update)(${HOLE}*)$`,
  "iu",
);

type Reading = Omit<Statement, "tokens">;

const OBJECTS = [
  "DATABASE",
  "EXTENSION",
  "FUNCTION",
  "INDEX",
  "MATERIALIZED VIEW",
  "PROCEDURE",
  "ROLE",
  "SCHEMA",
  "SEQUENCE",
  "TABLE",
  "TRIGGER",
  "TYPE",
  "USER",
  "VIEW",
];

const CREATE_OPTIONS = [
  "OR REPLACE",
  "UNIQUE",
  "FULLTEXT",
  "SPATIAL",
  "TEMP",
  "TEMPORARY",
  "UNLOGGED",
  "VIRTUAL",
];

/**
 * Returns the SQL statements of a text; none if it is prose.
 *
 * @param isRun True for a text that code runs as SQL. In any other text, a statement in small
 *   letters counts only if it cannot be prose.
 */
export function readStatements(text: string, isRun = false): Statement[] {
  return splitStatements(text).flatMap((all) => {
    const tokens = withoutPrefix(all);
    const found = readStatement(tokens, isRun);
    if (!found) return [];
    const [first] = tokens;
    const isInCapitals = first?.text === first?.word;
    return isRun || isInCapitals || isNoProse(found.verb, tokens)
      ? [{ ...found, tokens: all }]
      : [];
  });
}

/**
 * Returns a statement without `EXPLAIN`, the declaration of a cursor, parentheses, and a part
 * before it that is not known.
 */
function withoutPrefix(all: readonly Token[]): readonly Token[] {
  // That part may be a common table expression.
  const start = all.findIndex((token) => token.text !== HOLE && !isSign(token, "("));
  const cursor = new Cursor(all, Math.max(start, 0));
  if (cursor.take("EXPLAIN")) {
    cursor.takeOne("QUERY PLAN");
    cursor.takeGroup();
    while (cursor.takeOne("ANALYZE", "VERBOSE"));
  }
  const [first, ...others] = cursor.take("DECLARE") ? queryOfCursor(cursor.rest) : cursor.rest;
  return first ? [...splitAtHole(first), ...others] : [];
}

/** Returns the query of `c NO SCROLL CURSOR WITH HOLD FOR SELECT`; empty if it is no cursor. */
function queryOfCursor(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex(({ word }) => word === "FOR");
  const isCursor = tokens.slice(0, start).some(({ word }) => word === "CURSOR");
  return isCursor ? tokens.slice(start + 1) : [];
}

/** Returns `SELECT` and the rest for `SELECT` with a part that is not known before or after it. */
function splitAtHole(token: Token): Token[] {
  const [, before = "", verb = "", after = ""] = HOLES_AROUND_VERB.exec(token.text) ?? [];
  if (verb === "" || before + after === "") return [token];
  const start = token.range[0] + before.length;
  const end = start + verb.length;
  const found: Token = { ...token, text: verb, word: verb.toUpperCase(), range: [start, end] };
  const rest: Token = { ...token, text: after, word: after, range: [end, token.range[1]] };
  return after === "" ? [found] : [found, rest];
}

function readStatement(tokens: readonly Token[], isRun: boolean): Reading | null {
  const cursor = new Cursor(tokens);
  const verb = cursor.next?.word ?? "";
  cursor.skip();
  const query = (isStatement: boolean): Reading | null =>
    isStatement ? { kind: "query", verb } : null;
  switch (verb) {
    case "SELECT":
      return query(isSelect(tokens));
    case "WITH":
      return query(isWith(cursor));
    case "INSERT":
    case "REPLACE":
      return query(isInsert(cursor));
    case "MERGE":
      return query(isMerge(cursor));
    case "UPDATE":
      return query(isUpdate(cursor));
    case "DELETE":
      return query(isDelete(cursor));
    case "TRUNCATE":
      return query(isTruncate(cursor));
    case "CREATE":
    case "ALTER":
    case "DROP":
      return readDefinition(verb, cursor, isRun);
    case "GRANT":
      return isGrant(cursor, "TO") ? { kind: "access", verb } : null;
    case "REVOKE":
      return isGrant(cursor, "FROM") ? { kind: "access", verb } : null;
    default:
      return null;
  }
}

function isSelect(tokens: readonly Token[]): boolean {
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

function isWith(cursor: Cursor): boolean {
  cursor.take("RECURSIVE");
  if (cursor.takeName() === null) return false;
  cursor.takeGroup();
  if (!cursor.takeOne("AS (", "AS MATERIALIZED (", "AS NOT MATERIALIZED (")) return false;
  return (
    cursor.isAtEnd ||
    (cursor.next?.text.includes(HOLE) ?? false) ||
    cursor.takeOne("SELECT", "VALUES", "INSERT", "UPDATE", "DELETE", "WITH", "TABLE", "(")
  );
}

function isInsert(cursor: Cursor): boolean {
  cursor.takeOne("OR REPLACE", "OR IGNORE", "OR ABORT", "OR FAIL", "OR ROLLBACK", "IGNORE");
  if (!cursor.take("INTO") || cursor.takeName() === null) return false;
  if (cursor.take("AS")) cursor.takeName();
  return (
    cursor.isAtEnd ||
    cursor.takeOne("(", "VALUES", "VALUE", "SELECT", "WITH", "SET", "DEFAULT VALUES")
  );
}

function isMerge(cursor: Cursor): boolean {
  if (!cursor.take("INTO") || cursor.takeName() === null) return false;
  cursor.take("AS");
  return cursor.take("USING") || (cursor.takeName() !== null && cursor.take("USING"));
}

function isUpdate(cursor: Cursor): boolean {
  cursor.takeOne("ONLY", "IGNORE", "OR REPLACE", "OR IGNORE");
  if (cursor.takeName() === null) return false;
  if (!cursor.take("SET")) {
    cursor.take("AS");
    // A join is written before SET in MySQL.
    if (cursor.takeName() === null || !cursor.rest.some(({ word }) => word === "SET"))
      return false;
    return cursor.rest.some((token) => isSign(token, "="));
  }
  if (cursor.isAtEnd || cursor.take("(") || cursor.next?.text.includes(HOLE)) return true;
  return cursor.takeName() !== null && cursor.take("=");
}

function isDelete(cursor: Cursor): boolean {
  if (!cursor.take("FROM") || cursor.takeName() === null) return false;
  if (cursor.isAtEnd) return true;
  const isWhere = () => cursor.takeOne("WHERE", "USING", "RETURNING", "LIMIT", "ORDER BY");
  if (isWhere()) return true;
  cursor.take("AS");
  return cursor.takeName() !== null && (cursor.isAtEnd || isWhere());
}

function isTruncate(cursor: Cursor): boolean {
  cursor.take("TABLE");
  cursor.take("ONLY");
  if (cursor.takeName() === null) return false;
  return cursor.isAtEnd || cursor.takeOne(",", "CASCADE", "RESTRICT", "RESTART", "CONTINUE");
}

/** Returns true for `SELECT, INSERT ON jobs TO app`. */
function isGrant({ rest }: Cursor, direction: "TO" | "FROM"): boolean {
  const on = rest.findIndex(({ word }) => word === "ON");
  const to = rest.findLastIndex(({ word }) => word === direction);
  return on > 0 && to > on + 1 && to < rest.length - 1;
}

function readDefinition(verb: string, cursor: Cursor, isRun: boolean): Reading | null {
  while (cursor.takeOne(...CREATE_OPTIONS));
  const object = OBJECTS.find((words) => cursor.takeOne(words));
  if (object === undefined) return null;
  cursor.take("CONCURRENTLY");
  const isGuarded = cursor.takeOne("IF NOT EXISTS", "IF EXISTS");
  if (object === "ROLE" || object === "USER") {
    return cursor.isAtEnd ? null : { kind: "access", verb: `${verb} ${object}` };
  }
  const isUnnamed = object === "INDEX" && cursor.next?.word === "ON";
  if (!isUnnamed && cursor.takeName() === null) return null;
  if (verb === "ALTER" && object === "TABLE" && isMutation(cursor))
    return { kind: "query", verb: "ALTER TABLE" };
  const isComplete =
    verb === "DROP" ? isGuarded || isDropTail(cursor) : isGuarded || isRun || !cursor.isAtEnd;
  if (!isComplete || (verb === "CREATE" && !isDefinition(object, cursor))) return null;
  return { kind: "schema", verb: `${verb} ${object}` };
}

/** Returns true for the way to change rows in ClickHouse: `ALTER TABLE t DELETE WHERE a = 1`. */
function isMutation(cursor: Cursor): boolean {
  if (cursor.take("ON", "CLUSTER")) cursor.takeName();
  if (cursor.take("DELETE", "WHERE")) return true;
  return cursor.take("UPDATE") && cursor.takeName() !== null && cursor.take("=");
}

function isDropTail(cursor: Cursor): boolean {
  return cursor.isAtEnd || cursor.takeOne(",", "CASCADE", "RESTRICT", "ON");
}

/** Returns false for a name without the clause that has to follow it. */
function isDefinition(object: string, cursor: Cursor): boolean {
  if (cursor.isAtEnd || cursor.next?.text.includes(HOLE)) return true;
  switch (object) {
    case "INDEX":
      return cursor.take("ON");
    case "VIEW":
    case "MATERIALIZED VIEW":
      cursor.takeGroup();
      return cursor.takeOne("AS", "TO", "ON", "USING", "WITH");
    default:
      return true;
  }
}
