import { describe, expect, test } from "@jest/globals";
import { HOLE, readsOf, tableUsesOf, writesOf } from "../src/index.ts";

const names = (uses: ReturnType<typeof writesOf>) =>
  uses.map(({ verb, table }) => `${verb} ${table}`);

describe("writes", () => {
  test.each([
    ["INSERT INTO jobs (id) VALUES (1)", "INSERT jobs"],
    ["INSERT OR IGNORE INTO jobs DEFAULT VALUES", "INSERT jobs"],
    ["insert into jobs(id) values (1)", "INSERT jobs"],
    ["REPLACE INTO jobs SELECT 1", "REPLACE jobs"],
    ["MERGE INTO jobs AS j USING new ON j.id = new.id", "MERGE jobs"],
    ["MERGE INTO jobs j USING new ON j.id = new.id", "MERGE jobs"],
    ["UPSERT INTO jobs VALUES (1)", "UPSERT jobs"],
    ["UPDATE jobs SET a = 1", "UPDATE jobs"],
    ["UPDATE ONLY jobs SET (a, b) = (1, 2)", "UPDATE jobs"],
    ["UPDATE jobs j JOIN vms v ON v.id = j.id SET j.a = 1", "UPDATE jobs"],
    ["UPDATE jobs", "UPDATE jobs"],
    [`UPDATE jobs ${HOLE}`, "UPDATE jobs"],
    [`UPDATE jobs SET ${HOLE}`, "UPDATE jobs"],
    ["DELETE FROM jobs", "DELETE jobs"],
    ["DELETE FROM jobs j WHERE j.id = 1", "DELETE jobs"],
    ["TRUNCATE jobs", "TRUNCATE jobs"],
    ["ALTER TABLE IF EXISTS ONLY jobs ADD a INT", "ALTER jobs"],
    ["DROP TABLE IF EXISTS jobs CASCADE", "DROP jobs"],
    ['DELETE FROM "app" . "jobs"', "DELETE jobs"],
    ["DELETE FROM [dbo].[jobs]", "DELETE jobs"],
    ["SELECT 1; DELETE FROM jobs", "DELETE jobs"],
    ["WITH gone AS (DELETE FROM jobs RETURNING id) SELECT id FROM gone", "DELETE jobs"],
    ["{{if .All}}DELETE FROM jobs WHERE a = 1{{end}}", "DELETE jobs"],
    [`${HOLE}DELETE FROM jobs`, "DELETE jobs"],
    [`${HOLE} DELETE FROM jobs`, "DELETE jobs"],
    ["EXPLAIN DELETE FROM jobs", "DELETE jobs"],
    ["DO $$ BEGIN DELETE FROM jobs; END $$", "DELETE jobs"],
    ["INSERT LOW_PRIORITY IGNORE INTO jobs VALUE (1)", "INSERT jobs"],
    ["INSERT DELAYED INTO jobs SET a = 1", "INSERT jobs"],
    ["INSERT INTO jobs AS j SELECT 1", "INSERT jobs"],
    ["INSERT INTO jobs OVERRIDING SYSTEM VALUE VALUES (1)", "INSERT jobs"],
    ["INSERT INTO jobs PARTITION (p) VALUES (1)", "INSERT jobs"],
    ["INSERT INTO jobs TABLE others", "INSERT jobs"],
    ["INSERT INTO jobs WITH x AS (SELECT 1) SELECT 1", "INSERT jobs"],
    ["REPLACE INTO jobs SET a = 1", "REPLACE jobs"],
    ["REPLACE INTO jobs VALUE (1)", "REPLACE jobs"],
    ["UPDATE OR IGNORE jobs SET a = 1", "UPDATE jobs"],
    ["UPDATE LOW_PRIORITY IGNORE jobs SET a = 1", "UPDATE jobs"],
    ["UPDATE jobs SET", "UPDATE jobs"],
    ["UPDATE jobs SET a = 1; SELECT 1", "UPDATE jobs"],
    ["DELETE FROM ONLY jobs USING vms", "DELETE jobs"],
    ["DELETE FROM jobs AS j", "DELETE jobs"],
    ["DELETE FROM jobs ORDER BY a LIMIT 1", "DELETE jobs"],
    ["DELETE FROM jobs LIMIT 1", "DELETE jobs"],
    ["DELETE FROM jobs RETURNING a", "DELETE jobs"],
    ["TRUNCATE TABLE ONLY jobs", "TRUNCATE jobs"],
    ["TRUNCATE jobs CASCADE", "TRUNCATE jobs"],
    ["TRUNCATE jobs RESTRICT", "TRUNCATE jobs"],
    ["TRUNCATE jobs RESTART IDENTITY", "TRUNCATE jobs"],
    ["TRUNCATE jobs CONTINUE IDENTITY", "TRUNCATE jobs"],
    ["DROP TABLE jobs RESTRICT", "DROP jobs"],
    ["DROP TABLE jobs,", "DROP jobs"],
    ["WITH a AS (SELECT 1) DELETE FROM jobs", "DELETE jobs"],
    ["CREATE FUNCTION f() { DELETE FROM jobs; }", "DELETE jobs"],
    ["IF a THEN DELETE FROM jobs", "DELETE jobs"],
    ["IF a THEN NULL; ELSE DELETE FROM jobs", "DELETE jobs"],
    ["EXPLAIN ANALYZE DELETE FROM jobs", "DELETE jobs"],
    ["CREATE TRIGGER a AFTER INSERT ON b BEGIN DELETE FROM jobs; END", "DELETE jobs"],
    [`x${HOLE} DELETE FROM jobs`, "DELETE jobs"],
    ["(UPDATE jobs SET a = 1)", "UPDATE jobs"],
  ])("%s", (text, expected) => {
    expect(names(writesOf(text))).toEqual([expected]);
  });

  test("each table of a list", () => {
    expect(names(writesOf("TRUNCATE a, b, c"))).toEqual([
      "TRUNCATE a",
      "TRUNCATE b",
      "TRUNCATE c",
    ]);
    expect(names(writesOf("DROP TABLE a, b"))).toEqual(["DROP a", "DROP b"]);
  });

  test.each([
    "We delete from jobs where needed",
    "update jobs: set it",
    "update jobs",
    "UPDATE jobs set by the daemon",
    "UPDATE jobs SET; x = 1",
    "TRUNCATE jobs of today",
    "DROP TABLE jobs today",
    "REPLACE jobs SET a = 1",
    "ALTER jobs ADD a INT",
    "MERGE INTO jobs of others",
    'DO "BEGIN DELETE FROM jobs; END"',
    "insert into jobs failed",
    "INSERT INTO",
    "drop table jobs: no",
    "DELETE FROM jobs and more",
    "Do not update jobs set a = 1",
    "-- DELETE FROM jobs",
    "/* DELETE FROM jobs */",
    "'; DELETE FROM jobs'",
    "SELECT a FROM jobs",
    "constructor",
    "THENCE DELETE FROM jobs",
    "AUTHEN DELETE FROM jobs",
    `${HOLE}x DELETE FROM jobs`,
    "a, DELETE FROM jobs",
    "DROP TABLE",
    "ALTER TABLE jobs (a)",
    "DELETE FROM jobs AS 1",
    "UPDATE OR",
  ])("none: %s", (text) => {
    expect(writesOf(text)).toEqual([]);
  });

  test("offsets of the verb and the end of the name", () => {
    const [use] = writesOf("SELECT 1;\nDELETE FROM `jobs` WHERE a = 1");
    expect(use?.range).toEqual([10, 27]);
  });

  test("offsets in a program, and after a part that is not known", () => {
    expect(writesOf("DO $f$ BEGIN DELETE FROM jobs; END $f$")[0]?.range).toEqual([13, 29]);
    expect(writesOf(`${HOLE}DELETE FROM jobs`)[0]?.range).toEqual([1, 17]);
  });
});

describe("reads", () => {
  test("the tables of a query", () => {
    expect(names(readsOf("SELECT a FROM app.jobs j JOIN vms v ON v.id = j.id"))).toEqual([
      "FROM jobs",
      "JOIN vms",
    ]);
  });

  test("none without a query", () => {
    expect(readsOf("DELETE FROM jobs")).toEqual([]);
    expect(readsOf("Choose one from jobs or vms")).toEqual([]);
    expect(readsOf("Selected from jobs")).toEqual([]);
    expect(readsOf("Without one from jobs")).toEqual([]);
    expect(readsOf("You select one from jobs")).toEqual([]);
    expect(readsOf("SELECT a FROM 'jobs' WHERE jobs FROM")).toEqual([]);
  });

  test("in a program", () => {
    const [use, ...others] = readsOf("DO $$ BEGIN SELECT a FROM jobs; END $$");
    expect(use).toEqual({ verb: "FROM", table: "jobs", range: [21, 30] });
    expect(others).toEqual([]);
  });

  test("after named queries, and of one that is begun before", () => {
    expect(names(readsOf("WITH a AS (VALUES (1)) TABLE b JOIN c"))).toEqual(["JOIN c"]);
    expect(names(readsOf(`${HOLE}SELECT a FROM jobs`))).toEqual(["FROM jobs"]);
  });

  test("beside writes", () => {
    expect(names(tableUsesOf("INSERT INTO a (SELECT id FROM b)"))).toEqual([
      "INSERT a",
      "FROM b",
    ]);
  });
});
