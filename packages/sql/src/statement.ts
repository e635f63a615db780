import { Cursor } from "./cursor.ts";
import { readDefinition } from "./definitions.ts";
import { isNoProse } from "./prose.ts";
import {
  isDelete,
  isInsert,
  isMerge,
  isSelect,
  isTruncate,
  isUpdate,
  isWith,
} from "./queries.ts";
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

const VERB_AMONG_HOLES = new RegExp(`^${HOLE}*(delete|insert|select|update)(${HOLE}*)$`, "iu");

type Reading = Omit<Statement, "tokens">;

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
  const [, verb = "", after = ""] = VERB_AMONG_HOLES.exec(token.text) ?? [];
  if (verb === "") return [token];
  const found: Token = { ...token, text: verb, word: verb.toUpperCase() };
  const rest: Token = { ...token, text: after, word: after };
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

/** Returns true for `SELECT, INSERT ON jobs TO app`. */
function isGrant({ rest }: Cursor, direction: "TO" | "FROM"): boolean {
  const on = rest.findIndex(({ word }) => word === "ON");
  const to = rest.findLastIndex(({ word }) => word === direction);
  return on > 0 && to > on + 1 && to < rest.length - 1;
}
