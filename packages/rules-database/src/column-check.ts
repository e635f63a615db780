import {
  columnsOf,
  HIDDEN_COLUMNS,
  HOLE,
  type Schema,
  type StatementContext,
  type Token,
} from "@gopherwood/sql";
import { similarName } from "./similar-name.ts";

/** A column that none of its tables has. */
export interface UnknownColumn {
  readonly name: string;
  /** The offsets of the name in the text, quotes included. */
  readonly range: readonly [start: number, end: number];
  /** The names of the tables that may have it. */
  readonly tables: string;
  /** The name that is probably meant, or null. */
  readonly similar: string | null;
}

/** The columns of a text, checked against a schema. */
export interface ColumnCheck {
  readonly unknown: readonly UnknownColumn[];
  /** The reason why some of the columns cannot be checked, or null. */
  readonly undecidedReason: string | null;
}

/**
 * Checks the columns of a statement.
 *
 * @param context The statement around the tokens, if they are a part of one.
 */
export function checkTokens(
  tokens: readonly Token[],
  schema: Schema,
  context?: StatementContext,
): ColumnCheck {
  const { uses, unreadReason } = columnsOf(tokens, context);
  let undecidedReason = unreadReason;
  // A statement may name no other table than one that is incomplete.
  const names = uses.flatMap(({ tables }) => tables);
  for (const name of names) undecidedReason ??= incompleteReason(name, schema);
  const unknown: UnknownColumn[] = [];
  for (const { token, tables } of uses) {
    const checked = checkColumn(token.text, tables, schema);
    if (checked === null) continue;
    // MySQL writes strings in double quotes.
    if (token.kind === "name" && tokens.length > 1 && checked.similar === null) {
      undecidedReason ??= `'${token.text}' may be a string`;
    } else unknown.push({ ...checked, name: token.text, range: token.range });
  }
  return { unknown, undecidedReason };
}

/** Checks one column; returns null if a table has it, or may have it. */
export function checkColumn(
  column: string,
  tables: readonly string[],
  schema: Schema,
): Pick<UnknownColumn, "similar" | "tables"> | null {
  const key = column.toLowerCase();
  if (column.includes(HOLE) || HIDDEN_COLUMNS.has(key)) return null;
  const known = tables.map((name) => schema.table(name));
  if (!known.every((table) => table?.incompleteReason === null)) return null;
  if (known.some((table) => table?.columns.has(key))) return null;
  const names = known.flatMap((table) => [...(table?.columns.values() ?? [])]);
  const renamed = known
    .map((table) => table?.renamed.get(key))
    .find((name) => name !== undefined && names.includes(name));
  return { similar: renamed ?? similarName(column, names), tables: tables.join("' and '") };
}

/** Returns why the columns of a table are not all known, or null. */
export function incompleteReason(name: string, schema: Schema): string | null {
  const table = schema.table(name);
  if (!table) return `no migration creates '${name}'`;
  return table.incompleteReason === null ? null : `'${name}': ${table.incompleteReason}`;
}

/** Returns the checks of several texts as one. */
export function mergeChecks(checks: readonly ColumnCheck[]): ColumnCheck {
  return {
    unknown: checks.flatMap(({ unknown }) => unknown),
    undecidedReason:
      checks.find(({ undecidedReason }) => undecidedReason !== null)?.undecidedReason ?? null,
  };
}
