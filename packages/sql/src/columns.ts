import { Cursor } from "./cursor.ts";
import { FUNCTIONS_OF_UNITS, KEYWORDS } from "./keywords.ts";
import { HOLE, isSign, type Token } from "./tokens.ts";

/** A column that a statement names, and the tables that it may be of. */
export interface ColumnUse {
  readonly token: Token;
  /** Their names; of a column that is named with its table or alias, one. */
  readonly tables: readonly string[];
}

/** The columns of a statement. */
export interface ColumnUses {
  readonly uses: readonly ColumnUse[];
  /** The reason why some of them are not known, or null. */
  readonly unreadReason: string | null;
}

/** The statement around a part of one, such as a condition. */
export interface StatementContext {
  /** The table that the statement is about. */
  readonly table: string;
  /** Names that mean what the statement computes, in small letters. */
  readonly outputs: ReadonlySet<string>;
}

/** Keywords that stand before a table. */
const BEFORE_TABLE = new Set(["FROM", "JOIN", "INTO", "UPDATE", "USING"]);

/** Clauses with other names than those of columns, which are not read. */
const UNREAD = new Set(["INDEX", "INDEXED", "WINDOW"]);

const unread = (unreadReason: string): ColumnUses => ({ uses: [], unreadReason });

/**
 * Returns the columns of a `SELECT`, `INSERT`, `UPDATE` or `DELETE`, and of the queries inside
 * of it.
 *
 * @param context The statement around the tokens, if they are a part of one.
 */
export function columnsOf(tokens: readonly Token[], context?: StatementContext): ColumnUses {
  if (tokens.some(({ text, kind }) => kind !== "string" && text.includes(HOLE)))
    return unread("a part of the statement is not known");
  if (tokens.some(({ word }) => word === "WITH"))
    return unread("the statement has named queries");
  // A query in parentheses, with or without a name.
  const cursor = new Cursor(tokens);
  const group = cursor.takeGroup();
  if (group && !context && cursor.rest.length <= 2) return columnsOf(group);
  const aliases = new Map<string, string>();
  if (context) aliases.set(context.table.toLowerCase(), context.table);
  return readQuery(tokens, aliases, context?.outputs ?? new Set());
}

/** @param outer The tables of the queries around it, by their aliases. */
function readQuery(
  all: readonly Token[],
  outer: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): ColumnUses {
  const { tokens, inner } = withoutQueries(all);
  if (tokens.some(({ word }, index) => word === "SELECT" && index > 0))
    return unread("the statement is made of several queries");
  const clause = tokens.find(({ word }) => UNREAD.has(word));
  if (clause) return unread(`what stands after ${clause.word} is not read`);

  const aliases = new Map(outer);
  const consumed = new Set<Token>();
  if (!readTables(tokens, aliases, consumed))
    return unread("what the statement reads from is not known");
  const tables = [...new Set(aliases.values())];
  if (tables.length === 0) return unread("the statement names no table");
  readOutputNames(tokens, consumed);
  const outputs = new Set([...known, ...[...consumed].map(({ text }) => text.toLowerCase())]);

  const uses: ColumnUse[] = [];
  for (const [index, token] of tokens.entries()) {
    if (consumed.has(token) || !isName(token)) continue;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    // A table or alias before a dot, and a function.
    if (isSign(after, ".") || isSign(after, "(")) continue;
    if (isOtherName(tokens, index)) continue;
    if (isSign(before, ".")) {
      const owner = tokens[index - 2]?.text.toLowerCase() ?? "";
      const table = aliases.get(owner);
      // The rows that an upsert, or a trigger, knows.
      const isRow = owner === "excluded" || owner === "new" || owner === "old";
      if (table === undefined && !isRow)
        return unread(`'${owner}' is no table of the statement`);
      uses.push({ token, tables: table === undefined ? tables : [table] });
    } else if (!outputs.has(token.text.toLowerCase())) {
      uses.push({ token, tables });
    }
  }
  const within = inner.map((query) => readQuery(query, aliases, outputs));
  return {
    uses: [...uses, ...within.flatMap((query) => query.uses)],
    unreadReason:
      within.find(({ unreadReason }) => unreadReason !== null)?.unreadReason ?? null,
  };
}

/** Keywords and signs before a name that is no column: of a type, table or character set. */
const BEFORE_OTHER_NAMES = new Set(["COLLATE", "CONSTRAINT", "OF", "USING", "::"]);

/** Returns true for a type, a unit of time, or another name that is no column. */
function isOtherName(tokens: readonly Token[], index: number): boolean {
  const [before, next, second] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
  if (BEFORE_OTHER_NAMES.has(before?.word || (before?.text ?? ""))) return true;
  // `CHARACTER SET utf8`, and `make_interval(secs => 10)`.
  if (before?.word === "SET" && tokens[index - 2]?.word === "CHARACTER") return true;
  if (isSign(next, "=") && isSign(second, ">")) return true;
  // `EXTRACT(epoch FROM a)`; a name after `INTERVAL 1` counts as one of the query's own.
  return isSign(before, "(") && FUNCTIONS_OF_UNITS.has(tokens[index - 2]?.word ?? "");
}

/** Returns a statement and the queries in its parentheses apart; the parentheses stay. */
function withoutQueries(all: readonly Token[]): { tokens: Token[]; inner: Token[][] } {
  const tokens: Token[] = [];
  const inner: Token[][] = [];
  const cursor = new Cursor(all);
  for (let next = cursor.next; next; next = cursor.next) {
    tokens.push(next);
    if (isSign(next, "(") && cursor.following?.word === "SELECT") {
      inner.push(cursor.takeGroup() ?? []);
      tokens.push({ ...next, text: ")" });
    } else {
      cursor.skip();
    }
  }
  return { tokens, inner };
}

function isName({ kind, word }: Token): boolean {
  return kind === "name" || (kind === "word" && !KEYWORDS.has(word));
}

/** Reads the tables of a statement and their aliases; returns false if one has no name. */
function readTables(
  tokens: readonly Token[],
  aliases: Map<string, string>,
  consumed: Set<Token>,
): boolean {
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.text === "(") depth += 1;
    if (token?.text === ")") depth -= 1;
    // `EXTRACT(year FROM x)`, `JOIN b USING (id)`, `FOR UPDATE`, `DO UPDATE SET`.
    if (!token || !BEFORE_TABLE.has(token.word) || depth > 0) continue;
    if (token.word === "UPDATE" && index > 0) continue;
    // `a IS DISTINCT FROM b`, `JOIN b USING (id)`.
    if (tokens[index - 1]?.word === "DISTINCT") continue;
    if (token.word === "USING" && tokens[index + 1]?.text === "(") continue;
    do {
      const next = readTable(tokens, index + 1, aliases, consumed);
      if (next === null) return false;
      index = next;
    } while (tokens[index]?.text === "," && token.word === "FROM");
    index -= 1;
  }
  return true;
}

function readTable(
  tokens: readonly Token[],
  start: number,
  aliases: Map<string, string>,
  consumed: Set<Token>,
): number | null {
  let index = start;
  while (/^(?:ONLY|LATERAL|IGNORE)$/u.test(tokens[index]?.word ?? "")) index += 1;
  let name = tokens[index];
  if (!name || !isName(name)) return null;
  while (tokens[index + 1]?.text === "." && tokens[index + 2]) {
    consumed.add(name);
    index += 2;
    name = tokens[index] ?? name;
  }
  consumed.add(name);
  const table = name.text;
  aliases.set(table.toLowerCase(), table);
  index += 1;
  if (tokens[index]?.word === "AS") index += 1;
  const alias = tokens[index];
  if (alias && isName(alias)) {
    consumed.add(alias);
    aliases.set(alias.text.toLowerCase(), table);
    index += 1;
  }
  return index;
}

/** Reads the names that a query gives to what it computes: `count(*) AS n`, `a + b total`. */
function readOutputNames(tokens: readonly Token[], consumed: Set<Token>): void {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (!before || !isName(token) || consumed.has(token)) continue;
    const isAfterValue =
      before.text === ")" ||
      before.kind === "string" ||
      before.kind === "value" ||
      before.word === "END" ||
      isName(before);
    if (before.word === "AS" || (isAfterValue && tokens[index + 1]?.text !== "("))
      consumed.add(token);
  }
}
