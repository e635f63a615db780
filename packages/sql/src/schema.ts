import { Cursor, partsOf } from "./cursor.ts";
import { splitStatements, type Token } from "./tokens.ts";

/** A table, as far as migrations say. */
export interface Table {
  readonly name: string;
  /** As they are written, by their name in small letters. */
  readonly columns: ReadonlyMap<string, string>;
  /** The present names of renamed columns, by their former names in small letters. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The reason why there may be other columns as well, or null. */
  readonly incompleteReason: string | null;
}

interface OpenTable {
  name: string;
  columns: Map<string, string>;
  renamed: Map<string, string>;
  incompleteReason: string | null;
}

/** Keywords that start a constraint or an index, not a column, in a list of definitions. */
const NO_COLUMN = new Set([
  "CHECK",
  "CONSTRAINT",
  "EXCLUDE",
  "FOREIGN",
  "FULLTEXT",
  "INDEX",
  "KEY",
  "PERIOD",
  "PRIMARY",
  "SPATIAL",
  "UNIQUE",
]);

/** Changes of a table that leave its columns' names alone, by their first words. */
const HARMLESS = [
  "ADD CHECK",
  "ADD CONSTRAINT",
  "ADD EXCLUDE",
  "ADD FOREIGN",
  "ADD FULLTEXT",
  "ADD INDEX",
  "ADD KEY",
  "ADD PRIMARY",
  "ADD SPATIAL",
  "ADD UNIQUE",
  "ALTER",
  "ATTACH",
  "AUTO_INCREMENT",
  "CHARSET",
  "CLUSTER",
  "COLLATE",
  "COMMENT",
  "CONVERT",
  "DEFAULT",
  "DETACH",
  "DISABLE",
  "DROP CHECK",
  "DROP CONSTRAINT",
  "DROP FOREIGN",
  "DROP INDEX",
  "DROP KEY",
  "DROP PRIMARY",
  "ENABLE",
  "ENGINE",
  "MODIFY",
  "ORDER",
  "OWNER",
  "RENAME CONSTRAINT",
  "RENAME INDEX",
  "RENAME KEY",
  "REPLICA",
  "ROW_FORMAT",
  "SET",
  "VALIDATE",
];

/** No database allows it: the files hold more than one schema. */
const MADE_TWICE = "it is made more than once";

/** Definitions of SQL, of the migrators of ORMs, and of other languages for migrations. */
const DEFINITION =
  /\b(?:ALTER|CREATE|DROP|RENAME)\s+(?:\w+\s+){0,3}(?:TABLE|VIEW|COLUMN)\b|(?:add|alter|change|create|drop|modify|rename)_?(?:column|table)|AutoMigrate/iu;

/** Definitions of tables that the text does not name. */
const OF_UNNAMED_TABLE =
  /\bTABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?[`"]?(?:%|["`]\s*\+|\uFFFC|\{\{|\$\{)|AutoMigrate|\.\w*(?:Column|Table)\((?:&|\(\*)/u;

/**
 * The tables that migrations make, read from the DDL of MySQL, PostgreSQL and SQLite. A table
 * that a statement changes in a way that is not read is incomplete, and never guessed.
 */
export class Schema {
  readonly #tables = new Map<string, OpenTable>();

  /** Returns a table by its name, whatever its case; undefined if no migration makes it. */
  table(name: string): Table | undefined {
    return this.#tables.get(name.toLowerCase());
  }

  /** Applies the statements of a migration, in their order. */
  apply(text: string): void {
    for (const tokens of splitStatements(text)) this.#applyStatement(tokens);
  }

  /** Returns a schema with the same tables, to mark other ones in. */
  copy(): Schema {
    const schema = new Schema();
    for (const [key, table] of this.#tables) schema.#tables.set(key, { ...table });
    return schema;
  }

  /**
   * Marks the tables that a program with definitions names as incomplete; all tables, if it
   * does not name them.
   *
   * @param program Source text in any language.
   */
  markChangedBy(program: string, reason: string): void {
    if (!DEFINITION.test(program)) return;
    const isAny = OF_UNNAMED_TABLE.test(program);
    const text = program.toLowerCase();
    for (const [key, table] of this.#tables) {
      if (isAny || text.includes(key)) table.incompleteReason ??= reason;
    }
  }

  #applyStatement(tokens: readonly Token[]): void {
    const cursor = new Cursor(tokens);
    if (cursor.take("CREATE")) this.#create(cursor);
    else if (cursor.take("ALTER", "TABLE")) this.#alter(cursor);
    else if (cursor.take("DROP", "TABLE")) this.#drop(cursor);
    else if (cursor.take("RENAME", "TABLE")) {
      for (const part of partsOf(cursor.rest)) this.#renameTable(new Cursor(part));
    } else if (cursor.takeOne("DO", "EXECUTE", "CALL", "PREPARE")) this.#markChangedIn(tokens);
  }

  #create(cursor: Cursor): void {
    cursor.takeOne("OR REPLACE");
    const isView = () =>
      cursor.takeOne("VIEW", "MATERIALIZED VIEW", "RECURSIVE VIEW", "VIRTUAL TABLE");
    while (cursor.takeOne("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED"));
    const viewReason = isView() ? "it is a view" : null;
    if (viewReason === null && !cursor.take("TABLE")) return;
    const keeps = cursor.take("IF", "NOT", "EXISTS");
    const name = cursor.takeName();
    const before = name === null ? undefined : this.#tables.get(name.toLowerCase());
    if (name === null || (keeps && before)) return;
    const table: OpenTable = {
      name,
      columns: new Map(),
      renamed: new Map(),
      incompleteReason: viewReason ?? (before ? MADE_TWICE : null),
    };
    this.#tables.set(name.toLowerCase(), table);
    if (viewReason !== null) return;
    if (cursor.take("LIKE")) {
      this.#copy(cursor.takeName(), table);
      return;
    }
    const definitions = cursor.takeGroup();
    if (definitions === null) {
      table.incompleteReason = "its columns are made by a query or by another table";
      return;
    }
    for (const part of partsOf(definitions)) this.#define(new Cursor(part), table);
    if (cursor.rest.some(({ word }) => word === "SELECT" || word === "INHERITS")) {
      table.incompleteReason = "it has other columns by way of a query or another table";
    }
  }

  #define(cursor: Cursor, table: OpenTable): void {
    if (cursor.take("LIKE")) {
      this.#copy(cursor.takeName(), table);
      return;
    }
    const first = cursor.next;
    const [, second, third] = cursor.tokens;
    // `key text` and `period int` are columns of that name; `key (a)`, `PERIOD FOR x` are not.
    const isColumn =
      first !== undefined &&
      (!NO_COLUMN.has(first.word) ||
        (first.word === "KEY" && isType(second) && third?.text !== "(") ||
        (first.word === "PERIOD" && second?.word !== "FOR"));
    const column = isColumn ? cursor.takeName() : null;
    if (column !== null) table.columns.set(column.toLowerCase(), column);
  }

  #copy(from: string | null, table: OpenTable): void {
    const source = from === null ? undefined : this.table(from);
    if (source) for (const [key, column] of source.columns) table.columns.set(key, column);
    else table.incompleteReason = "it is made like a table that is not known";
  }

  #alter(cursor: Cursor): void {
    cursor.take("IF", "EXISTS");
    cursor.take("ONLY");
    const name = cursor.takeName();
    const table = name === null ? undefined : this.#tables.get(name.toLowerCase());
    cursor.take("*");
    if (table) for (const part of partsOf(cursor.rest)) this.#change(new Cursor(part), table);
  }

  #change(cursor: Cursor, table: OpenTable): void {
    if (cursor.take("RENAME", "TO") || cursor.take("RENAME", "AS")) {
      this.#rename(table, cursor.takeName());
    } else if (HARMLESS.some((words) => cursor.takeOne(words))) {
      return;
    } else if (cursor.take("ADD")) {
      cursor.take("COLUMN");
      cursor.take("IF", "NOT", "EXISTS");
      const several = cursor.takeGroup();
      const parts = several === null ? [cursor.rest] : partsOf(several);
      for (const part of parts) this.#define(new Cursor(part), table);
    } else if (cursor.take("DROP")) {
      cursor.take("COLUMN");
      cursor.take("IF", "EXISTS");
      table.columns.delete(cursor.takeName()?.toLowerCase() ?? "");
    } else if (cursor.takeOne("RENAME COLUMN", "RENAME", "CHANGE COLUMN", "CHANGE")) {
      const from = cursor.takeName();
      cursor.take("TO");
      const to = cursor.takeName();
      if (from === null || to === null)
        table.incompleteReason = "a change of it could not be read";
      else if (table.columns.delete(from.toLowerCase())) {
        table.columns.set(to.toLowerCase(), to);
        table.renamed.set(from.toLowerCase(), to);
      }
    } else {
      table.incompleteReason = "a change of it could not be read";
    }
  }

  #drop(cursor: Cursor): void {
    cursor.take("IF", "EXISTS");
    for (const part of partsOf(cursor.rest)) {
      this.#tables.delete(new Cursor(part).takeName()?.toLowerCase() ?? "");
    }
  }

  #renameTable(cursor: Cursor): void {
    const from = cursor.takeName();
    cursor.take("TO");
    const table = from === null ? undefined : this.#tables.get(from.toLowerCase());
    if (table) this.#rename(table, cursor.takeName());
  }

  /** Marks the tables that a program in a migration changes. */
  #markChangedIn(tokens: readonly Token[]): void {
    const program = tokens.map(({ text }) => text.toLowerCase()).join(" ");
    if (!/\b(?:alter|create|drop|rename)\b/u.test(program)) return;
    for (const [key, table] of this.#tables) {
      if (program.includes(key))
        table.incompleteReason ??= "a program in a migration may change it";
    }
  }

  #rename(table: OpenTable, to: string | null): void {
    if (to === null) return;
    this.#tables.delete(table.name.toLowerCase());
    const incompleteReason = this.#tables.has(to.toLowerCase())
      ? MADE_TWICE
      : table.incompleteReason;
    this.#tables.set(to.toLowerCase(), { ...table, incompleteReason, name: to });
  }
}

/** Returns true for a token that may be the type of a column. */
function isType(found: Token | undefined): boolean {
  return found?.kind === "word";
}
