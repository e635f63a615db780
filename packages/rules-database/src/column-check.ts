import { STRING_HOLE } from "@gopherwood/core";
import { nearest } from "./nearest.ts";
import { columnsOf, type Surroundings } from "./sql/columns.ts";
import { HIDDEN_COLUMNS } from "./sql/keywords.ts";
import type { Schema, Table } from "./sql/schema.ts";
import type { Token } from "./sql/tokens.ts";

/** A column that none of its tables has. */
export interface WrongColumn {
  readonly name: string;
  /** Where it stands in the text, quotes included. */
  readonly range: readonly [start: number, end: number];
  /** The tables that it is looked for in. */
  readonly tables: string;
  /** The right name, or null. */
  readonly right: string | null;
}

/** What the columns of a text are held against a schema for. */
export interface Check {
  readonly wrong: readonly WrongColumn[];
  /** Why some of it is not known, or null. */
  readonly doubt: string | null;
}

/** Checks a statement, or a part of one of which the table is known. */
export function checkTokens(
  tokens: readonly Token[],
  schema: Schema,
  around?: Surroundings,
): Check {
  const found = columnsOf(tokens, around);
  let { doubt } = found;
  // A table that nothing is said about may be all that the statement names.
  const names = found.uses.flatMap(({ tables }) => tables);
  for (const name of names) doubt ??= doubtOf(name, schema);
  const wrong: WrongColumn[] = [];
  for (const { token, tables } of found.uses) {
    const checked = checkColumn(token.text, tables, schema);
    if (checked === null) continue;
    // MySQL takes double quotes for a text.
    if (token.kind === "name" && tokens.length > 1 && checked.right === null) {
      doubt ??= `'${token.text}' may be a text`;
    } else wrong.push({ ...checked, name: token.text, range: token.range });
  }
  return { wrong, doubt };
}

/** Checks one column; null if a table has it, or if that cannot be told. */
export function checkColumn(
  column: string,
  tables: readonly string[],
  schema: Schema,
): Pick<WrongColumn, "right" | "tables"> | null {
  if (column.includes(STRING_HOLE) || HIDDEN_COLUMNS.has(column.toLowerCase())) return null;
  const known = tables.map((name) => schema.table(name));
  const isCertain = known.every((table) => table?.doubt === null);
  if (!isCertain || known.some((table) => table?.columns.has(column.toLowerCase())))
    return null;
  const names = known.flatMap((table) => [...(table?.columns.values() ?? [])]);
  const renamed = known
    .map((table) => table?.renamed.get(column.toLowerCase()))
    .find((name) => name !== undefined && names.includes(name));
  return { right: renamed ?? nearest(column, names), tables: tables.join("' and '") };
}

/** Why it is not known what columns a table has, or null. */
export function doubtOf(name: string, schema: Schema): string | null {
  const table: Table | undefined = schema.table(name);
  return table
    ? table.doubt === null
      ? null
      : `'${name}': ${table.doubt}`
    : `no migration makes '${name}'`;
}
