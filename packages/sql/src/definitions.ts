import type { Cursor } from "./cursor.ts";

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

/** A definition of a table, a user or the like, and the way in which ClickHouse changes rows. */
interface Definition {
  readonly kind: "query" | "schema" | "access";
  readonly verb: string;
}

/**
 * Reads a definition after its verb, `CREATE`, `ALTER` or `DROP`; null if it is none.
 *
 * @param isRun True for a text that code runs as SQL.
 */
export function readDefinition(
  verb: string,
  cursor: Cursor,
  isRun: boolean,
): Definition | null {
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
  if (cursor.isOpen) return true;
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
