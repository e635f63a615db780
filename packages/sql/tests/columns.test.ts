import { expect, test } from "@jest/globals";
import { columnsOf, HOLE, readStatements, tokensOf } from "../src/index.ts";

function columns(text: string) {
  return columnsOf(tokensOf(text)).uses.map(({ token, tables }) => {
    return `${token.text} of ${tables.join(", ")}`;
  });
}

test.each([
  ["SELECT id FROM jobs WHERE state = ?", ["id of jobs", "state of jobs"]],
  [
    "SELECT j.id, v.name FROM jobs j JOIN vms AS v USING (vm)",
    [...["id of jobs", "name of vms", "vm of jobs, vms"]],
  ],
  ["SELECT count(*) AS n FROM jobs ORDER BY n", []],
  ["INSERT INTO jobs (id, state) VALUES (?, now())", ["id of jobs", "state of jobs"]],
  ["UPDATE jobs SET state = 'a' WHERE id = 1", ["state of jobs", "id of jobs"]],
  [
    "SELECT id FROM jobs WHERE id IN (SELECT job FROM vms)",
    ["id of jobs", "id of jobs", "job of jobs, vms"],
  ],
  ["SELECT EXTRACT(epoch FROM NOW() - a) FROM jobs", ["a of jobs"]],
  ["SELECT TIMESTAMPDIFF(WEEK, a, b) FROM jobs", ["a of jobs", "b of jobs"]],
  ["SELECT a + INTERVAL 1 week FROM jobs", ["a of jobs"]],
  ["SELECT CONVERT(a USING utf8mb4) FROM jobs", ["a of jobs"]],
  ["SELECT CAST(a AS CHAR CHARACTER SET utf8) FROM jobs", ["a of jobs"]],
  ["SELECT make_interval(secs => a) FROM jobs", ["a of jobs"]],
  ["SELECT GROUP_CONCAT(a SEPARATOR ',') FROM jobs", ["a of jobs"]],
  ["SELECT SQL_CALC_FOUND_ROWS a FROM jobs", ["a of jobs"]],
  ["SELECT a FROM jobs j FOR UPDATE OF j SKIP LOCKED", ["a of jobs"]],
  [
    "SELECT a::timestamp FROM jobs WHERE MATCH (b) AGAINST (? IN BOOLEAN MODE)",
    ["a of jobs", "b of jobs"],
  ],
  ["INSERT OR ABORT INTO jobs (a) VALUES (1)", ["a of jobs"]],
  ["SELECT epoch FROM jobs", ["epoch of jobs"]],
  ["(SELECT a FROM jobs) AS j", ["a of jobs"]],
  ["(SELECT a FROM jobs)", ["a of jobs"]],
  [
    "SELECT a FROM app.jobs, ONLY vms v WHERE v.b = Jobs.c",
    ["a of jobs, vms", "b of vms", "c of jobs"],
  ],
  ["SELECT a FROM jobs CROSS JOIN LATERAL vms", ["a of jobs, vms"]],
  ["SELECT a FROM app.prod.jobs", ["a of jobs"]],
  [
    "INSERT INTO jobs (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET b = excluded.c",
    ["a of jobs", "a of jobs", "b of jobs", "c of jobs"],
  ],
  ["UPDATE jobs SET a = new.b WHERE old.c = 1", ["a of jobs", "b of jobs", "c of jobs"]],
  ["DELETE FROM jobs USING vms WHERE vms.a = jobs.b", ["a of vms", "b of jobs"]],
  [
    "SELECT a FROM jobs WHERE b IS NOT DISTINCT FROM c",
    ["a of jobs", "b of jobs", "c of jobs"],
  ],
  ["SELECT a FROM jobs ORDER BY b COLLATE german", ["a of jobs", "b of jobs"]],
  ["SELECT DATE_TRUNC(day, a) FROM jobs", ["a of jobs"]],
  ["SELECT lower(day, a) FROM jobs", ["a of jobs"]],
  ["SELECT rate(b, a) FROM jobs", ["b of jobs", "a of jobs"]],
  [
    "SELECT (a + b) total, 1 one, 'x' text2, CASE a WHEN 1 THEN 2 END state, a c FROM jobs ORDER BY total, one, text2, state, c",
    ["a of jobs", "b of jobs", "a of jobs", "a of jobs"],
  ],
  ["SELECT a AS b, b FROM jobs", ["a of jobs"]],
  ["SELECT a AS B FROM jobs GROUP BY b", ["a of jobs"]],
  ["SELECT count(a) f(b) FROM jobs", ["a of jobs", "b of jobs"]],
  ['SELECT "select", "a" FROM jobs', ["select of jobs", "a of jobs"]],
  [
    "SELECT a, (SELECT b FROM vms WHERE c = n) FROM jobs",
    ["a of jobs", "b of jobs, vms", "c of jobs, vms", "n of jobs, vms"],
  ],
  [
    "SELECT 'x' AS n, (SELECT max(b) FROM vms WHERE c = n) FROM jobs",
    ["b of jobs, vms", "c of jobs, vms"],
  ],
])("%s", (text, expected) => {
  expect(columns(text)).toEqual(expected);
});

test.each([
  [`SELECT ${HOLE} FROM jobs`, "a part of the statement is not known"],
  ["WITH a AS (SELECT 1) SELECT b FROM a", "the statement has named queries"],
  ["SELECT a FROM b UNION SELECT c FROM d", "the statement is made of several queries"],
  ["INSERT INTO a (b) SELECT c FROM d", "the statement is made of several queries"],
  ["SELECT x.a FROM jobs j", "'x' is no table of the statement"],
  ["SELECT a FROM jobs INDEXED BY b", "what stands after INDEXED is not read"],
  ["SELECT a FROM jobs USE INDEX (b)", "what stands after INDEX is not read"],
  ["SELECT a FROM jobs WINDOW w AS (ORDER BY b)", "what stands after WINDOW is not read"],
  ["SELECT a FROM (SELECT b FROM jobs) c", "what the statement reads from is not known"],
  ["SELECT a", "the statement names no table"],
  ["SELECT a FROM jobs WHERE b IN (SELECT x.c FROM vms)", "'x' is no table of the statement"],
])("not read: %s", (text, reason) => {
  expect(columnsOf(tokensOf(text)).unreadReason).toBe(reason);
});

test.each([
  ["a", [`a of Jobs`]],
  ["JOBS.a = 1 AND total > 2", ["a of Jobs"]],
  ["(a = 1) OR b", ["a of Jobs", "b of Jobs"]],
  ["(a)", ["a of Jobs"]],
])("a part of a statement: %s", (text, expected) => {
  const context = { table: "Jobs", outputs: new Set(["total"]) };
  const { uses, unreadReason } = columnsOf(tokensOf(text), context);
  expect(uses.map(({ token, tables }) => `${token.text} of ${tables.join(", ")}`)).toEqual(
    expected,
  );
  expect(unreadReason).toBeNull();
});

test("a hole in a string hides no column", () => {
  expect(columns(`SELECT a FROM jobs WHERE b = 'x${HOLE}'`)).toEqual([
    "a of jobs",
    "b of jobs",
  ]);
});

test("a statement has its verb and kind", () => {
  const read = (text: string) =>
    readStatements(text).map(({ kind, verb }) => `${kind} ${verb}`);
  expect(read("CREATE TABLE a (b INT); SELECT b FROM a")).toEqual([
    "schema CREATE TABLE",
    "query SELECT",
  ]);
  expect(read("Create a table, or select one from the list")).toEqual([]);
});
