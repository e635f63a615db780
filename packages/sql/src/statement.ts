import { Cursor } from "./cursor.ts";
import { HOLE, splitStatements, type Token } from "./tokens.ts";

/** `query` reads or changes rows, `schema` changes what tables there are. */
export type StatementKind = "query" | "schema";

/** A statement of an SQL text. */
export interface Statement {
  readonly kind: StatementKind;
  /** `SELECT`, `CREATE TABLE`, ... */
  readonly verb: string;
  readonly tokens: readonly Token[];
}

const OBJECTS = [
  "DATABASE",
  "EXTENSION",
  "FUNCTION",
  "INDEX",
  "MATERIALIZED VIEW",
  "PROCEDURE",
  "SCHEMA",
  "SEQUENCE",
  "TABLE",
  "TRIGGER",
  "TYPE",
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

/** Small letters may be prose; this is not. */
const SIGNS = /[*=?(]|\$\d/u;

/** Returns the SQL statements of a text; none if it is prose. */
export function readStatements(text: string): Statement[] {
  return splitStatements(text).flatMap((all) => {
    // What is not known may stand before a statement, such as a common table expression.
    const start = all.findIndex(({ text: part }) => part !== HOLE);
    const tokens = all.slice(start);
    const found = readStatement(tokens);
    if (!found) return [];
    const [first] = tokens;
    const isPlain = first?.text === first?.word || SIGNS.test(text);
    return isPlain ? [{ ...found, tokens: all }] : [];
  });
}

function readStatement(tokens: readonly Token[]): Omit<Statement, "tokens"> | null {
  const cursor = new Cursor(tokens);
  const verb = cursor.next?.word ?? "";
  cursor.skip();
  switch (verb) {
    case "SELECT":
      return isSelect(tokens) ? { kind: "query", verb } : null;
    case "WITH":
      return isWith(cursor) ? { kind: "query", verb } : null;
    case "INSERT":
    case "REPLACE":
      return isInsert(cursor) ? { kind: "query", verb } : null;
    case "UPDATE":
      return isUpdate(cursor) ? { kind: "query", verb } : null;
    case "DELETE":
      return isDelete(cursor) ? { kind: "query", verb } : null;
    case "TRUNCATE":
      cursor.take("TABLE");
      return cursor.takeName() !== null && cursor.isAtEnd ? { kind: "query", verb } : null;
    case "CREATE":
    case "ALTER":
    case "DROP":
      return readSchemaChange(verb, cursor);
    default:
      return null;
  }
}

function isSelect(tokens: readonly Token[]): boolean {
  const from = tokens.findIndex(({ word }) => word === "FROM");
  const after = tokens[from + 1];
  if (from > 1) return after?.kind === "word" || after?.kind === "name" || after?.text === "(";
  // Without a table: a function's value, or a number.
  return tokens[1]?.kind === "value" || (tokens[1]?.kind === "word" && tokens[2]?.text === "(");
}

function isWith(cursor: Cursor): boolean {
  cursor.take("RECURSIVE");
  if (cursor.takeName() === null) return false;
  cursor.takeGroup();
  return cursor.take("AS", "(") || cursor.takeOne("AS MATERIALIZED", "AS NOT MATERIALIZED");
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

function isUpdate(cursor: Cursor): boolean {
  cursor.takeOne("ONLY", "IGNORE", "OR REPLACE", "OR IGNORE");
  if (cursor.takeName() === null) return false;
  if (!cursor.take("SET")) {
    cursor.take("AS");
    // A join is written before SET in MySQL.
    if (cursor.takeName() === null || !cursor.rest.some(({ word }) => word === "SET"))
      return false;
    return cursor.rest.some(({ text }) => text === "=");
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

function readSchemaChange(verb: string, cursor: Cursor): Omit<Statement, "tokens"> | null {
  while (cursor.takeOne(...CREATE_OPTIONS));
  const object = OBJECTS.find((words) => cursor.takeOne(words));
  if (object === undefined) return null;
  const isGuarded = cursor.takeOne("IF NOT EXISTS", "IF EXISTS", "CONCURRENTLY");
  if (cursor.takeName() === null) return null;
  const isEnough =
    verb === "DROP"
      ? cursor.isAtEnd ||
        isGuarded ||
        cursor.next?.text === "," ||
        cursor.takeOne("CASCADE", "RESTRICT", "ON")
      : !cursor.isAtEnd;
  return isEnough || isGuarded ? { kind: "schema", verb: `${verb} ${object}` } : null;
}
