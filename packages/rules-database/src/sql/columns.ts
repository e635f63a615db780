import { UNKNOWN_TEXT } from "@gopherwood/core";
import { KEYWORDS } from "./keywords.ts";
import type { Token } from "./tokens.ts";

/** A column that a statement names, and the tables that it may be of. */
export interface ColumnUse {
  readonly token: Token;
  /** Their names; of a column that is named with its table or alias, one. */
  readonly tables: readonly string[];
}

/** The columns of a statement, or why they cannot be told. */
export type ColumnUses =
  | { readonly kind: "read"; readonly uses: readonly ColumnUse[] }
  | { readonly kind: "doubt"; readonly reason: string };

/** What stands before a table, and does after a comma too. */
const BEFORE_TABLE = new Set(["FROM", "JOIN", "INTO", "UPDATE", "USING"]);

/** What names other things than columns in ways that are not read. */
const UNREAD = new Set(["INDEX", "WINDOW"]);

const doubt = (reason: string) => ({ kind: "doubt", reason }) as const;

/**
 * Reads a `SELECT`, `INSERT`, `UPDATE` or `DELETE`. A statement with statements inside
 * of it is not read: whose column a name is, would have to be worked out.
 *
 * @param table Of a part of a statement, such as a condition: the table that it is about.
 */
export function columnsOf(tokens: readonly Token[], table?: string): ColumnUses {
  if (tokens.some(({ text, kind }) => kind !== "string" && text.includes(UNKNOWN_TEXT)))
    return doubt("a part of the statement is not known");
  if (tokens.filter(({ word }) => word === "SELECT").length > 1 || tokens[0]?.word === "WITH")
    return doubt("the statement has others inside of it");
  if (tokens[0]?.word === "INSERT" && tokens.some(({ word }) => word === "SELECT"))
    return doubt("the statement has others inside of it");
  const unread = tokens.find(({ word }) => UNREAD.has(word));
  if (unread) return doubt(`what stands after ${unread.word} is not read`);

  const aliases = new Map<string, string>();
  if (table !== undefined) aliases.set(table.toLowerCase(), table);
  const taken = new Set<Token>();
  readTables(tokens, aliases, taken);
  const tables = [...new Set(aliases.values())];
  if (tables.length === 0) return doubt("the statement names no table");
  readOutputNames(tokens, taken);
  const outputs = new Set([...taken].map(({ text }) => text.toLowerCase()));

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
        return doubt(`'${owner}' is no table of the statement`);
      uses.push({ token, tables: table === undefined ? tables : [table] });
    } else if (!outputs.has(token.text.toLowerCase())) {
      uses.push({ token, tables });
    }
  }
  return { kind: "read", uses };
}

function isName({ kind, word }: Token): boolean {
  return kind === "name" || (kind === "word" && !KEYWORDS.has(word));
}

/** Finds the tables and what they are called in the statement. */
function readTables(
  tokens: readonly Token[],
  aliases: Map<string, string>,
  taken: Set<Token>,
): void {
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.text === "(") depth += 1;
    if (token?.text === ")") depth -= 1;
    // `EXTRACT(year FROM x)`, `JOIN b USING (id)`, `FOR UPDATE`, `DO UPDATE SET`.
    if (!token || !BEFORE_TABLE.has(token.word) || depth > 0) continue;
    if (token.word === "UPDATE" && index > 0) continue;
    do {
      index = readTable(tokens, index + 1, aliases, taken);
    } while (tokens[index]?.text === "," && token.word === "FROM");
    index -= 1;
  }
}

function readTable(
  tokens: readonly Token[],
  start: number,
  aliases: Map<string, string>,
  taken: Set<Token>,
): number {
  let index = start;
  while (/^(?:ONLY|LATERAL|IGNORE)$/u.test(tokens[index]?.word ?? "")) index += 1;
  let name = tokens[index];
  if (!name || !isName(name)) return index;
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
