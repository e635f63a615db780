import { STRING_HOLE } from "@gopherwood/core";
import { KEYWORDS } from "./keywords.ts";
import { Cursor, type Token } from "./tokens.ts";

/** A column that a statement names, and the tables that it may be of. */
export interface ColumnUse {
  readonly token: Token;
  /** Their names; of a column that is named with its table or alias, one. */
  readonly tables: readonly string[];
}

/** The columns of a statement. */
export interface ColumnUses {
  readonly uses: readonly ColumnUse[];
  /** Why some of them cannot be told, or null. */
  readonly doubt: string | null;
}

/** What is known of a part of a statement, such as a condition. */
export interface Surroundings {
  /** The table that it is about. */
  readonly table: string;
  /** Names that stand for something else than columns. */
  readonly outputs: ReadonlySet<string>;
}

/** What stands before a table, and does after a comma too. */
const BEFORE_TABLE = new Set(["FROM", "JOIN", "INTO", "UPDATE", "USING"]);

/** What names other things than columns in ways that are not read. */
const UNREAD = new Set(["INDEX", "WINDOW"]);

const doubtful = (doubt: string): ColumnUses => ({ uses: [], doubt });

/** Reads a `SELECT`, `INSERT`, `UPDATE` or `DELETE`, with the queries inside of it. */
export function columnsOf(tokens: readonly Token[], around?: Surroundings): ColumnUses {
  if (tokens.some(({ text, kind }) => kind !== "string" && text.includes(STRING_HOLE)))
    return doubtful("a part of the statement is not known");
  if (tokens.some(({ word }) => word === "WITH"))
    return doubtful("the statement has named queries");
  const aliases = new Map<string, string>();
  if (around) aliases.set(around.table.toLowerCase(), around.table);
  return readQuery(tokens, aliases, around?.outputs ?? new Set());
}

/** @param outer What the tables of the queries around it are called. */
function readQuery(
  all: readonly Token[],
  outer: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): ColumnUses {
  const { tokens, inner } = withoutQueries(all);
  if (tokens.some(({ word }, index) => word === "SELECT" && index > 0))
    return doubtful("the statement is made of several queries");
  const unread = tokens.find(({ word }) => UNREAD.has(word));
  if (unread) return doubtful(`what stands after ${unread.word} is not read`);

  const aliases = new Map(outer);
  const taken = new Set<Token>();
  if (!readTables(tokens, aliases, taken))
    return doubtful("what the statement reads from is not known");
  const tables = [...new Set(aliases.values())];
  if (tables.length === 0) return doubtful("the statement names no table");
  readOutputNames(tokens, taken);
  const outputs = new Set([...known, ...[...taken].map(({ text }) => text.toLowerCase())]);

  const uses: ColumnUse[] = [];
  for (const [index, token] of tokens.entries()) {
    if (taken.has(token) || !isName(token)) continue;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    // A table or alias before a dot, a function, a type after `::`, a named argument.
    if (after?.text === "." || after?.text === "(" || before?.text === "::") continue;
    if (before?.word === "CONSTRAINT" || before?.word === "COLLATE") continue;
    if (before?.text === "." && before.kind === "sign") {
      const owner = tokens[index - 2]?.text.toLowerCase() ?? "";
      const table = aliases.get(owner);
      // The rows that an upsert, or a trigger, knows.
      const isRow = owner === "excluded" || owner === "new" || owner === "old";
      if (table === undefined && !isRow)
        return doubtful(`'${owner}' is no table of the statement`);
      uses.push({ token, tables: table === undefined ? tables : [table] });
    } else if (!outputs.has(token.text.toLowerCase())) {
      uses.push({ token, tables });
    }
  }
  const within = inner.map((query) => readQuery(query, aliases, outputs));
  return {
    uses: [...uses, ...within.flatMap((query) => query.uses)],
    doubt: within.map(({ doubt }) => doubt).find((doubt) => doubt !== null) ?? null,
  };
}

/** Takes the queries in parentheses out of a statement, and leaves the parentheses. */
function withoutQueries(all: readonly Token[]): { tokens: Token[]; inner: Token[][] } {
  const tokens: Token[] = [];
  const inner: Token[][] = [];
  const cursor = new Cursor(all);
  for (let next = cursor.next; next; next = cursor.next) {
    const [, second] = cursor.rest;
    tokens.push(next);
    if (next.kind === "sign" && next.text === "(" && second?.word === "SELECT") {
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

/** Finds the tables and what they are called in the statement; false if one is no name. */
function readTables(
  tokens: readonly Token[],
  aliases: Map<string, string>,
  taken: Set<Token>,
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
      const next = readTable(tokens, index + 1, aliases, taken);
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
  taken: Set<Token>,
): number | null {
  let index = start;
  while (/^(?:ONLY|LATERAL|IGNORE)$/u.test(tokens[index]?.word ?? "")) index += 1;
  let name = tokens[index];
  if (!name || !isName(name)) return null;
  while (tokens[index + 1]?.text === "." && tokens[index + 2]) {
    taken.add(name);
    index += 2;
    name = tokens[index] ?? name;
  }
  taken.add(name);
  const table = name.text;
  aliases.set(table.toLowerCase(), table);
  index += 1;
  if (tokens[index]?.word === "AS") index += 1;
  const alias = tokens[index];
  if (alias && isName(alias)) {
    taken.add(alias);
    aliases.set(alias.text.toLowerCase(), table);
    index += 1;
  }
  return index;
}

/** Takes the names that a query gives to what it computes: `count(*) AS n`, `a + b total`. */
function readOutputNames(tokens: readonly Token[], taken: Set<Token>): void {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (!before || !isName(token) || taken.has(token)) continue;
    const isAfterValue =
      before.text === ")" ||
      before.kind === "string" ||
      before.kind === "value" ||
      before.word === "END" ||
      isName(before);
    if (before.word === "AS" || (isAfterValue && tokens[index + 1]?.text !== "("))
      taken.add(token);
  }
}
