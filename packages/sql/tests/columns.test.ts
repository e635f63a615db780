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
])("%s", (text, expected) => {
  expect(columns(text)).toEqual(expected);
});

test.each([
  [`SELECT ${HOLE} FROM jobs`, /not known/u],
  ["WITH a AS (SELECT 1) SELECT b FROM a", /named queries/u],
  ["SELECT a FROM b UNION SELECT c FROM d", /several queries/u],
  ["SELECT x.a FROM jobs j", /no table/u],
])("not read: %s", (text, reason) => {
  expect(columnsOf(tokensOf(text)).unreadReason).toMatch(reason);
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
