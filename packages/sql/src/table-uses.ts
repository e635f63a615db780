import { Cursor } from "./cursor.ts";
import { HOLE, isSign, tokensOf, type Token } from "./tokens.ts";

/** A table that a statement names. */
export interface TableUse {
  /** The keyword before the table: `UPDATE`, `INSERT`, `FROM`, ... */
  readonly verb: string;
  /** As written, without schema and quotes; may hold `HOLE`. */
  readonly table: string;
  /** The offsets at which the verb starts and the table's name ends. */
  readonly range: readonly [start: number, end: number];
}

/** A statement may follow these, or a part that is not known. */
const SIGNS_BEFORE = /[;(){}]/u;
const WORDS_BEFORE = new RegExp(`^(?:BEGIN|THEN|ELSE|EXPLAIN|ANALYZE)$|${HOLE}$`, "u");

/** Reads what follows the verb; returns the tables, or none if the text is prose. */
type TableReader = (cursor: Cursor) => Token[];

const WRITES: Readonly<Record<string, TableReader>> = {
  ALTER: (cursor) => {
    if (!cursor.take("TABLE")) return [];
    cursor.take("IF", "EXISTS");
    cursor.take("ONLY");
    return oneTable(cursor, () => cursor.isAtEnd || cursor.next?.kind === "word");
  },
  DELETE: (cursor) => {
    if (!cursor.take("FROM")) return [];
    cursor.take("ONLY");
    return oneTable(cursor, () => endsAt(cursor) || isDeleteTail(cursor));
  },
  DROP: (cursor) => {
    if (!cursor.take("TABLE")) return [];
    cursor.take("IF", "EXISTS");
    return tableList(cursor, () => cursor.takeOne("CASCADE", "RESTRICT"));
  },
  INSERT: (cursor) => {
    while (takeConflictClause(cursor) || cursor.takeOne("IGNORE", "LOW_PRIORITY", "DELAYED"));
    if (!cursor.take("INTO")) return [];
    return oneTable(
      cursor,
      () =>
        endsAt(cursor) ||
        cursor.takeOne("(", "AS", "DEFAULT", "OVERRIDING", "PARTITION", "SELECT", "SET") ||
        cursor.takeOne("TABLE", "VALUE", "VALUES", "WITH"),
    );
  },
  MERGE: mergedTable,
  REPLACE: mergedTable,
  TRUNCATE: (cursor) => {
    cursor.take("TABLE");
    cursor.take("ONLY");
    return tableList(cursor, () =>
      cursor.takeOne("CASCADE", "CONTINUE", "RESTART", "RESTRICT"),
    );
  },
  UPDATE: (cursor) => {
    while (takeConflictClause(cursor) || cursor.takeOne("ONLY", "IGNORE", "LOW_PRIORITY"));
    return oneTable(
      cursor,
      () => isHole(cursor.next) || hasSetClause(cursor.rest) || isBegun(cursor),
    );
  },
  UPSERT: mergedTable,
};

/** Returns the tables that the statements of a text write to, in the order of the text. */
export function writesOf(text: string): TableUse[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) => {
    if (isProgram(token)) return inProgram(token, writesOf);
    const keyword = keywordOf(token);
    const read = WRITES[keyword];
    if (!read || !isStart(token, tokens[index - 1])) return [];
    return read(new Cursor(tokens, index + 1)).map((table) => useOf(token, keyword, table));
  });
}

/** Returns the tables that the queries of a text read, in the order of the text. */
export function readsOf(text: string): TableUse[] {
  const tokens = tokensOf(text);
  const isQuery = tokens.some(
    (token, index) =>
      /^(?:SELECT|WITH)$/u.test(keywordOf(token)) && isStart(token, tokens[index - 1]),
  );
  return tokens.flatMap((token, index) => {
    if (isProgram(token)) return inProgram(token, readsOf);
    const isBeforeTable = isQuery && (token.word === "FROM" || token.word === "JOIN");
    const table = isBeforeTable ? new Cursor(tokens, index + 1).takeNameToken() : null;
    return table ? [useOf(token, token.word, table)] : [];
  });
}

/** Returns the tables that the statements of a text write to and read. */
export function tableUsesOf(text: string): TableUse[] {
  return [...writesOf(text), ...readsOf(text)];
}

function useOf(verb: Token, keyword: string, table: Token): TableUse {
  const quote = table.kind === "name" ? 1 : 0;
  return {
    verb: keyword,
    table: table.text,
    range: [verb.range[1] - keyword.length, table.range[1] - quote],
  };
}

/** Returns a word in capitals, without the part before it that is not known. */
function keywordOf({ word }: Token): string {
  return word.slice(word.lastIndexOf(HOLE) + 1);
}

function isStart(token: Token, before: Token | undefined): boolean {
  if (!before || keywordOf(token) !== token.word) return true;
  return before.kind === "word"
    ? WORDS_BEFORE.test(before.word)
    : before.kind === "sign" && SIGNS_BEFORE.test(before.text);
}

function isHole(token: Token | undefined): boolean {
  return token?.kind === "word" && token.text.startsWith(HOLE);
}

/** Returns true at the end of a statement; a part that is not known may hold its rest. */
function endsAt({ isAtEnd, next }: Cursor): boolean {
  return isAtEnd || isHole(next) || isSign(next, ";") || isSign(next, ")");
}

function oneTable(cursor: Cursor, isStatement: () => boolean): Token[] {
  const table = cursor.takeNameToken();
  if (!table) return [];
  return isStatement() ? [table] : [];
}

function tableList(cursor: Cursor, isTail: () => boolean): Token[] {
  const tables: Token[] = [];
  do {
    const table = cursor.takeNameToken();
    if (table) tables.push(table);
  } while (cursor.take(","));
  return endsAt(cursor) || isTail() ? tables : [];
}

function mergedTable(cursor: Cursor): Token[] {
  if (!cursor.take("INTO")) return [];
  return oneTable(
    cursor,
    () =>
      endsAt(cursor) ||
      cursor.takeOne("(", "AS", "USING", "SELECT", "SET", "VALUE", "VALUES") ||
      cursor.following?.word === "USING",
  );
}

/** Reads SQLite's `OR REPLACE`. */
function takeConflictClause(cursor: Cursor): boolean {
  if (!cursor.take("OR")) return false;
  cursor.skip();
  return true;
}

function isDeleteTail(cursor: Cursor): boolean {
  const isTail = () => cursor.takeOne("END", "LIMIT", "ORDER", "RETURNING", "USING", "WHERE");
  if (isTail()) return true;
  if (cursor.take("AS")) return cursor.takeNameToken() !== null;
  return cursor.takeNameToken() !== null && isTail();
}

/** Returns true if an assignment follows: prose has a `set`, too. */
function hasSetClause(rest: readonly Token[]): boolean {
  const end = rest.findIndex((token) => isSign(token, ";"));
  const statement = end < 0 ? rest : rest.slice(0, end);
  return statement.some(({ word }, index) => {
    if (word !== "SET") return false;
    const [next, ...others] = statement.slice(index + 1);
    const isUnknown = next === undefined ? end < 0 : isHole(next) || isSign(next, "(");
    return isUnknown || others.some((token) => isSign(token, "="));
  });
}

/** Returns true for `UPDATE t` alone, which code adds to; in small letters it may be prose. */
function isBegun({ tokens, isAtEnd }: Cursor): boolean {
  return isAtEnd && tokens[0]?.text === "UPDATE";
}

/** Returns true for the body of a function or block, between dollars. */
function isProgram({ kind, text }: Token): boolean {
  return kind === "string" && text.startsWith("$");
}

function inProgram({ text, range }: Token, uses: (text: string) => TableUse[]): TableUse[] {
  const margin = text.indexOf("$", 1) + 1;
  const offset = range[0] + margin;
  return uses(text.slice(margin, -margin)).map((use) => ({
    ...use,
    range: [use.range[0] + offset, use.range[1] + offset],
  }));
}
