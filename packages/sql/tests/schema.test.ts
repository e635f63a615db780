import { expect, test } from "@jest/globals";
import { HOLE, Schema } from "../src/index.ts";

function tableOf(text: string, name = "jobs") {
  const schema = new Schema();
  schema.apply(text);
  const table = schema.table(name);
  return table && { columns: [...table.columns.values()], reason: table.incompleteReason };
}

const JOBS = "CREATE TABLE jobs (id INT PRIMARY KEY, state TEXT);";

test.each([
  ["CREATE TABLE", JOBS, ["id", "state"]],
  ["a constraint", "CREATE TABLE jobs (id INT, UNIQUE (id), CHECK (id > 0))", ["id"]],
  ["a column called key", "CREATE TABLE jobs (key TEXT, KEY (key))", ["key"]],
  [
    "ADD COLUMN",
    `${JOBS} ALTER TABLE jobs ADD COLUMN a INT, ADD b INT`,
    ["id", "state", "a", "b"],
  ],
  ["DROP COLUMN", `${JOBS} ALTER TABLE jobs DROP COLUMN state`, ["id"]],
  ["RENAME COLUMN", `${JOBS} ALTER TABLE jobs RENAME state TO status`, ["id", "status"]],
  ["an index", `${JOBS} ALTER TABLE jobs ADD INDEX by_state (state)`, ["id", "state"]],
  ["LIKE", `${JOBS} CREATE TABLE jobs2 (LIKE jobs)`, ["id", "state"]],
  ["IF NOT EXISTS", `${JOBS} CREATE TABLE IF NOT EXISTS jobs (a INT)`, ["id", "state"]],
])("%s", (_, text, columns) => {
  expect(tableOf(text)).toEqual({ columns, reason: null });
});

test.each([
  ...["CHECK (id > 0)", "CONSTRAINT a CHECK (id > 0)", "EXCLUDE USING gist (id WITH =)"],
  ...[
    "FOREIGN KEY (id) REFERENCES a (id)",
    "FULLTEXT KEY a (id)",
    "INDEX a (id)",
    "KEY a (id)",
  ],
  ...["KEY text (id)", "PERIOD FOR a (id, b)", "PRIMARY KEY (id)", "SPATIAL INDEX a (id)"],
  ...["UNIQUE (id)"],
])("no column is defined by %s", (definition) => {
  expect(tableOf(`CREATE TABLE jobs (${definition}, id INT, last INT)`)).toEqual({
    columns: ["id", "last"],
    reason: null,
  });
});

test.each([
  ["CREATE OR REPLACE TABLE jobs (a INT)", ["a"]],
  ["CREATE TEMP TABLE jobs (a INT)", ["a"]],
  ["CREATE GLOBAL TEMPORARY TABLE jobs (a INT)", ["a"]],
  ["CREATE LOCAL TEMPORARY TABLE jobs (a INT)", ["a"]],
  ["CREATE UNLOGGED TABLE app.jobs (a INT)", ["a"]],
  [
    'CREATE TABLE IF NOT EXISTS "jobs" (`A` DECIMAL(10, 2) DEFAULT (1 + (2)), b INT)',
    ["A", "b"],
  ],
  ["CREATE TABLE jobs (period INT, unit TEXT)", ["period", "unit"]],
  ["CREATE TABLE old (a INT); CREATE TABLE jobs LIKE old", ["a"]],
  [
    `${JOBS} ALTER TABLE IF EXISTS ONLY app.jobs * ADD COLUMN IF NOT EXISTS a INT`,
    ["id", "state", "a"],
  ],
  [`${JOBS} ALTER TABLE jobs ADD (a INT, b INT)`, ["id", "state", "a", "b"]],
  [`${JOBS} ALTER TABLE jobs DROP COLUMN IF EXISTS STATE`, ["id"]],
  [`${JOBS} ALTER TABLE jobs DROP state, ADD a INT`, ["id", "a"]],
  [`${JOBS} ALTER TABLE jobs RENAME COLUMN state TO status`, ["id", "status"]],
  [`${JOBS} ALTER TABLE jobs CHANGE COLUMN state status TEXT`, ["id", "status"]],
  [`${JOBS} ALTER TABLE jobs CHANGE state status TEXT`, ["id", "status"]],
  [`${JOBS} ALTER TABLE jobs RENAME COLUMN none TO status`, ["id", "state"]],
  [`${JOBS} ALTER TABLE vms DROP COLUMN state`, ["id", "state"]],
  [`${JOBS} CREATE INDEX jobs ON vms (a)`, ["id", "state"]],
  [`${JOBS} DROP TABLE vms`, ["id", "state"]],
  [`${JOBS} ALTER TABLE old RENAME TO jobs`, ["id", "state"]],
])("%s", (text, columns) => {
  expect(tableOf(text)).toEqual({ columns, reason: null });
});

test.each([
  ...["ADD CHECK (id > 0)", "ADD CONSTRAINT a CHECK (id > 0)", "ADD EXCLUDE (id WITH =)"],
  ...["ADD FOREIGN KEY (id) REFERENCES a (id)", "ADD FULLTEXT (id)", "ADD INDEX (id)"],
  ...["ADD KEY (id)", "ADD PRIMARY KEY (id)", "ADD SPATIAL (id)", "ADD UNIQUE (id)"],
  ...["ALTER COLUMN id TYPE TEXT", "ATTACH PARTITION a DEFAULT", "AUTO_INCREMENT = 1"],
  ...["CHARSET = utf8", "CLUSTER ON a", "COLLATE = a", "COMMENT = 'a'", "DETACH PARTITION a"],
  ...["CONVERT TO CHARACTER SET utf8", "DEFAULT CHARSET = utf8", "DISABLE TRIGGER a"],
  ...["DROP CHECK a", "DROP CONSTRAINT id", "DROP FOREIGN KEY id", "DROP INDEX id"],
  ...["DROP KEY id", "DROP PRIMARY KEY", "ENABLE TRIGGER a", "ENGINE = InnoDB"],
  ...["MODIFY id TEXT", "ORDER BY id", "OWNER TO a", "RENAME CONSTRAINT id TO b"],
  ...["RENAME INDEX id TO b", "RENAME KEY id TO b", "REPLICA IDENTITY FULL"],
  ...["ROW_FORMAT = DYNAMIC", "SET SCHEMA a", "VALIDATE CONSTRAINT a"],
])("the columns stay with %s", (change) => {
  expect(tableOf(`${JOBS} ALTER TABLE jobs ${change}`)).toEqual({
    columns: ["id", "state"],
    reason: null,
  });
});

test("a renamed column is known by its former name", () => {
  const schema = new Schema();
  schema.apply(`${JOBS} ALTER TABLE jobs RENAME COLUMN State TO status`);
  expect([...(schema.table("jobs")?.renamed ?? [])]).toEqual([["state", "status"]]);
});

const QUERY = "its columns are made by a query or by another table";
const OTHERS = "it has other columns by way of a query or another table";
const PROGRAM = "a program in a migration may change it";
const UNREAD = "a change of it could not be read";
const TWICE = "it is made more than once";

test.each([
  ["CREATE VIEW jobs AS SELECT 1", "it is a view"],
  ["CREATE OR REPLACE MATERIALIZED VIEW jobs AS SELECT 1", "it is a view"],
  ["CREATE RECURSIVE VIEW jobs (a) AS SELECT 1", "it is a view"],
  ["CREATE VIRTUAL TABLE jobs USING fts5 (a)", "it is a view"],
  ["CREATE TABLE jobs AS SELECT 1", QUERY],
  ["CREATE TABLE jobs PARTITION OF old", QUERY],
  ["CREATE TABLE jobs (a INT) AS SELECT 1", OTHERS],
  ["CREATE TABLE jobs (a INT) INHERITS (old)", OTHERS],
  ["CREATE TABLE jobs LIKE old", "it is made like a table that is not known"],
  ["CREATE TABLE jobs (LIKE old)", "it is made like a table that is not known"],
  [`${JOBS} ${JOBS}`, TWICE],
  [`${JOBS} CREATE TABLE old (a INT); ALTER TABLE old RENAME TO jobs`, TWICE],
  [`${JOBS} ALTER TABLE jobs FROB a`, UNREAD],
  [`${JOBS} ALTER TABLE jobs RENAME COLUMN state`, UNREAD],
  [`${JOBS} ALTER TABLE jobs RENAME COLUMN`, UNREAD],
  [`${JOBS} DO $$ BEGIN ALTER TABLE jobs ADD x INT; END $$`, PROGRAM],
  [`${JOBS} EXECUTE 'DROP TABLE Jobs'`, PROGRAM],
  [`${JOBS} CALL change('create table jobs')`, PROGRAM],
  [`${JOBS} PREPARE a FROM 'RENAME TABLE jobs TO b'`, PROGRAM],
])("incomplete: %s", (text, reason) => {
  expect(tableOf(text)?.reason).toBe(reason);
});

test.each([
  `${JOBS} DO $$ BEGIN DELETE FROM jobs; END $$`,
  `${JOBS} DO $$ BEGIN ALTER TABLE vms ADD x INT; END $$`,
  `${JOBS} SELECT 'alter table jobs'`,
])("complete: %s", (text) => {
  expect(tableOf(text)?.reason).toBeNull();
});

test("a later program does not change why a table is incomplete", () => {
  const schema = new Schema();
  schema.apply("CREATE VIEW jobs AS SELECT 1; DO $$ BEGIN DROP VIEW jobs; END $$");
  schema.markChangedBy("ALTER TABLE jobs", "a program");
  expect(schema.table("jobs")?.incompleteReason).toBe("it is a view");
});

test.each([
  "RENAME TABLE jobs TO tasks",
  "RENAME TABLE vms TO a, app.jobs TO tasks",
  "ALTER TABLE jobs RENAME AS tasks",
])("the table gets another name: %s", (text) => {
  expect(tableOf(`${JOBS} ${text}`)).toBeUndefined();
  expect(tableOf(`${JOBS} ${text}`, "tasks")).toEqual({
    columns: ["id", "state"],
    reason: null,
  });
});

test("tables are renamed and dropped, in any case of their names", () => {
  expect(tableOf(`${JOBS} ALTER TABLE jobs RENAME TO tasks`, "TASKS")?.columns).toEqual([
    "id",
    "state",
  ]);
  expect(tableOf(`${JOBS} DROP TABLE IF EXISTS Jobs`)).toBeUndefined();
  expect(tableOf(`${JOBS} DROP TABLE vms, app.jobs CASCADE`)).toBeUndefined();
});

test.each([
  ["SQL in a program", "tx.Exec(`ALTER TABLE jobs ADD COLUMN a INT`)", ["jobs"]],
  ["a migrator that names the table", 'db.Table("jobs").Migrator().AddColumn("a")', ["jobs"]],
  ["another language", 'add_column("vms", "a", "int")', ["vms"]],
  [
    "a table that is put together",
    'tx.Exec("ALTER TABLE " + name + " ADD a INT")',
    ["jobs", "vms"],
  ],
  ["a format", 'fmt.Sprintf("ALTER TABLE `%s` ADD a INT", name)', ["jobs", "vms"]],
  ["a model", "m.AddColumn(&Job{}, name)", ["jobs", "vms"]],
  ["a migration of models", "db.AutoMigrate(&Job{})", ["jobs", "vms"]],
  ["a view", "CREATE OR REPLACE VIEW vms AS SELECT 1", ["vms"]],
  ["a column", "ALTER COLUMN jobs", ["jobs"]],
  ["a table that is dropped", "DROP TEMPORARY TABLE IF EXISTS Vms", ["vms"]],
  ["tables that are renamed", "RENAME\n\tTABLE jobs TO a", ["jobs"]],
  ...["alterTable", "change_column", "createTable", "dropColumn", "modify_column"].map(
    (name) => [`a call of ${name}`, `${name}("jobs")`, ["jobs"]] as const,
  ),
  ["a call of rename_table", 'rename_table("jobs")', ["jobs"]],
  ["a table in a template", "CREATE TABLE IF NOT EXISTS {{.Name}} (a INT)", ["jobs", "vms"]],
  ["a table in a text", "ALTER TABLE ${name} ADD a INT", ["jobs", "vms"]],
  ["a table that is not known", `DROP TABLE "${HOLE}"`, ["jobs", "vms"]],
  ["a model by its pointer", "m.DropTable((*Job)(nil))", ["jobs", "vms"]],
  ["a longer word", "RECREATE TABLE jobs; CREATE TABLES jobs", []],
  ["words far apart", "create one two three four table of jobs", []],
  ["no definition", 'tx.Exec("DELETE FROM jobs")', []],
  ["prose", "// creates the jobs, and drops nothing", []],
])("incomplete by a program: %s", (_, program, expected) => {
  const schema = new Schema();
  schema.apply(`${JOBS} CREATE TABLE vms (id INT)`);
  const copy = schema.copy();
  copy.markChangedBy(program, "a program");
  const incomplete = ["jobs", "vms"].filter((name) => copy.table(name)?.incompleteReason);
  expect(incomplete).toEqual(expected);
  expect(schema.table("jobs")?.incompleteReason).toBeNull();
});
