import { describe, expect, test } from "@jest/globals";
import { HOLE, readStatements } from "../src/index.ts";

/** Returns the verbs of a text that may as well be prose. */
const verbs = (text: string) => readStatements(text).map(({ verb }) => verb);

describe("a query in small letters has what prose has not", () => {
  test.each([
    ...["select * from a", "select distinct * from a", "select a.b from c"],
    ...[
      "select count(a) from b",
      "select 1",
      "select now()",
      "select 1, a",
      "select now() as a",
    ],
    ...[
      "select max(size) from a",
      "select max(ids) from a",
      "select a, max(b) from c",
      "select now(",
    ],
    ...["select now()::date", "select a.b from (select 1)", "select a.b from c d"],
    ...["select a.b from c as d", `select a.b from c ${HOLE}`, "select a.b from c, d"],
    ...["(select a.b from c)", `select a.b from c as d ${HOLE}`],
  ])("signs: %s", (text) => {
    expect(verbs(text)).toEqual(["SELECT"]);
  });

  test.each(
    `CROSS EXCEPT FETCH FOR FULL GROUP HAVING INNER INTERSECT JOIN LEFT LIMIT NATURAL OFFSET ORDER RIGHT
    UNION WHERE WINDOW`.split(/\s+/u),
  )("the clause %s after the table", (clause) => {
    const word = clause.toLowerCase();
    expect(verbs(`select * from a ${word} b`)).toEqual(["SELECT"]);
    expect(verbs(`select * from a b ${word} c`)).toEqual(["SELECT"]);
  });

  test.each([
    ...["where b = 1", "where b < 1", "where b > 1", "where b != 1", "where b is null"],
    ...["where b is not null", "where not b = 1", "where b not in (1)", "where lower(b) = 'c'"],
    ...["where b in (1)", `where b in ${HOLE}`, "where b like 'c'", "where b ilike 'c'"],
    ...["where b between 1 and 2", "join c on d = e", "where b and c = d", "where a.b = 1"],
    ...["order by b", "group by b", "order by b, c", "order by b asc", "order by b desc"],
    ...["order by b limit c", `order by b ${HOLE}`, `order by ${HOLE}`, "limit 1", "offset 1"],
    ...[`limit ${HOLE}`, `offset ${HOLE}`, `limit ${HOLE}x`],
  ])("a clause: %s", (clause) => {
    expect(verbs(`select a from t ${clause}`)).toEqual(["SELECT"]);
  });

  test.each([
    ...[
      "where b",
      "where b + c",
      "where 1 = 1",
      "where b in c",
      "where b like c",
      "order by b c",
      "order b",
    ],
    ...["order by 'b'", "limit c", "offset c", "where b is c", "where b between them"],
    ...[
      "group by b of c",
      "limit 'c'",
      "where b in",
      "where not",
      "order by",
      "limit",
      "where",
    ],
  ])("no clause: %s", (clause) => {
    expect(verbs(`select a from t ${clause}`)).toEqual([]);
  });

  test.each([
    ...["select a * from b", "select a. b from c", "select count (a) from b"],
    ...["select file(s) from a", "select box(es) from a", "select FILE(S) from a"],
    ...[
      "select * from a b c",
      "select * from a as b c",
      "select 1 of them",
      "select now() then",
    ],
    ...["select now (a) then", "select now (a)", "select a from t of . b"],
  ])("prose: %s", (text) => {
    expect(verbs(text)).toEqual([]);
  });
});

describe("a change in small letters has what prose has not", () => {
  test.each([
    ["insert into a select b from c", "INSERT"],
    ["insert into a with b as (select 1) select c from b", "INSERT"],
    ["insert into a default values", "INSERT"],
    ["insert into a values (1)", "INSERT"],
    ["insert into a value (1)", "INSERT"],
    ["insert into a as b values (1)", "INSERT"],
    ["insert into a (b) values (1)", "INSERT"],
    ["insert into a set b = 1", "INSERT"],
    [`insert into a values ${HOLE}`, "INSERT"],
    [`insert into a set ${HOLE}`, "INSERT"],
    ["replace into a values (1)", "REPLACE"],
    ["replace into a set b = 1", "REPLACE"],
    ["update a set b = 1", "UPDATE"],
    ["update a b set c = 1", "UPDATE"],
    ["update a.b as c set d = 1", "UPDATE"],
    ["update set set a = 1", "UPDATE"],
    ["update a set (b, c) = (1, 2)", "UPDATE"],
    ["update a b, c d, e f set g = 1", "UPDATE"],
    ["delete from a using b where c = d", "DELETE"],
    ["alter table a add constraint b check (c)", "ALTER TABLE"],
    ["alter table a add foreign key (b)", "ALTER TABLE"],
    ["alter table a add index (b)", "ALTER TABLE"],
    ["alter table a add primary key (b)", "ALTER TABLE"],
    ["alter table a rename column b", "ALTER TABLE"],
    ["alter table a rename to b", "ALTER TABLE"],
    ["create table a as select 1", "CREATE TABLE"],
    ["create view a as select b", "CREATE VIEW"],
    ["create materialized view a as select b", "CREATE MATERIALIZED VIEW"],
    ["create index a on b (c)", "CREATE INDEX"],
    ["create trigger a before b", "CREATE TRIGGER"],
    ["create trigger a after b", "CREATE TRIGGER"],
    ["merge into a using b", "MERGE"],
  ])("%s", (text, verb) => {
    expect(verbs(text)).toEqual([verb]);
  });

  test.each([
    ...["insert into a values as b", "insert into a set b", "insert into a (b)"],
    ...["insert into a", "replace into a values", "update a set b", "update a set 1 = 1"],
    ...["update a b set = 1", "update a b set c + d = 1", "update a b set c of d = 1"],
    ...["update the one of these at last set b = 1", "delete from a where b", "alter table a"],
    ...[
      "alter table to b",
      "create table a (b c)",
      "create view a as b",
      "create index a on b",
    ],
    ...["create trigger a on b", "create type a as b", "drop table a"],
  ])("prose: %s", (text) => {
    expect(verbs(text)).toEqual([]);
  });

  test.each(
    `BIGINT BIGSERIAL BLOB BOOL BOOLEAN BYTEA CHAR DATE DATETIME DECIMAL DOUBLE FLOAT INT INTEGER JSON JSONB
    NUMERIC NVARCHAR REAL SERIAL SMALLINT TEXT TIMESTAMP TIMESTAMPTZ TINYINT UUID VARCHAR`.split(
      /\s+/u,
    ),
  )("a column of the type %s", (type) => {
    expect(verbs(`create table a (b ${type.toLowerCase()})`)).toEqual(["CREATE TABLE"]);
    expect(verbs(`alter table a add b ${type.toLowerCase()}`)).toEqual(["ALTER TABLE"]);
  });
});
