/** Reads SQL as far as rules need it: tokens, statements, tables, columns, and a schema. */
export {
  columnsOf,
  type ColumnUse,
  type ColumnUses,
  type StatementContext,
} from "./columns.ts";
export { HIDDEN_COLUMNS } from "./keywords.ts";
export { Schema, type Table } from "./schema.ts";
export { readStatements, type Statement, type StatementKind } from "./statement.ts";
export { readsOf, tableUsesOf, writesOf, type TableUse } from "./table-uses.ts";
export { HOLE, tokensOf, type Token, type TokenKind } from "./tokens.ts";
