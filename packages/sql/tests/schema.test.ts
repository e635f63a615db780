import { expect, test } from "@jest/globals";
import { Schema } from "../src/index.ts";

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
  ["a view", "CREATE VIEW jobs AS SELECT 1", /view/u],
  ["a table by a query", "CREATE TABLE jobs AS SELECT 1", /query/u],
  ["a table created twice", `${JOBS} ${JOBS}`, /more than once/u],
  ["a program", `${JOBS} DO $$ BEGIN ALTER TABLE jobs ADD x INT; END $$`, /program/u],
])("incomplete: %s", (_, text, reason) => {
  expect(tableOf(text)?.reason).toMatch(reason);
});

test("tables are renamed and dropped, in any case of their names", () => {
  expect(tableOf(`${JOBS} ALTER TABLE jobs RENAME TO tasks`, "TASKS")?.columns).toEqual([
    "id",
    "state",
  ]);
  expect(tableOf(`${JOBS} DROP TABLE IF EXISTS Jobs`)).toBeUndefined();
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
