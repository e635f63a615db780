import { describe, expect, test } from "@jest/globals";
import { HOLE, readStatements } from "../src/index.ts";

const verbs = (text: string, isRun = true) =>
  readStatements(text, isRun).map(({ kind, verb }) => `${kind} ${verb}`);

/** The forms that a query that code runs may have, and texts that are nearly ones. */
const QUERIES = {
  SELECT: {
    is: [
      ...['select a from "b"', "select a from (select 1)", "select 1", "select now()"],
      "select a from b where {{filter}}",
    ],
    isNot: [
      ...["select from users", "select a from 'b'", "select a", "select 'a'"],
      ...[
        "select a from",
        "select now",
        "select a b (c)",
        "select (a)",
        "select ?a where { from b",
      ],
    ],
  },
  WITH: {
    is: [
      ...["with a as not materialized (select 1)", "with a (b) as (select 1)", "with a as ("],
      ...["with recursive b as (select 1)", `with a as (${HOLE})`, "with a as (table b)"],
      ...["with a as (with b as (select 1))", "with a as (values (1))"],
      ...["with a as (insert into b values (1))", "with a as (delete from b)"],
    ],
    isNot: [
      ...["with", "with recursive", "with 1 as (select 1)", "with a (select 1)", "with a as b"],
      ...["with a as (b)", "with a as (set b)", "with a materialized (select 1)"],
      ...["with a as", "with a as materialized select 1", "with a as not (select 1)"],
    ],
  },
  INSERT: {
    is: [
      ...["insert into a", "insert into a (b)", "insert into a as b values (1)"],
      ...[
        "insert into a value (1)",
        "insert into a set b = 1",
        "insert delayed into a values (1)",
      ],
      ...["insert or abort into a values (1)", "insert or ignore into a values (1)"],
      ...["insert or ignore delayed into a values (1)", "insert into a as b"],
    ],
    isNot: [
      ...["insert", "insert into", "insert into 1", "insert into a b", "insert into a as b c"],
      ...["insert into a default", "insert or into a values (1)", "insert a into b (c)"],
      ...["insert or", "insert into a as 1 (b)", "insert into a.1 (b)"],
    ],
  },
  REPLACE: {
    is: ["replace into a values (1)", "replace into a (b) values (1)"],
    isNot: ["replace", "replace a", "replace into", "replace into a b"],
  },
  MERGE: {
    is: [
      ...[
        "merge into a using b on c = d",
        "merge into a b using c",
        "merge into a as b using c",
      ],
    ],
    isNot: [
      "merge",
      "merge a using b",
      "merge into 1 using b",
      "merge into a as",
      "merge into a b c",
      "merge into a",
    ],
  },
  UPDATE: {
    is: [
      ...["update a set", "update a b set c = 1", "update a as b set c = 1"],
      ...["update a set (b, c) = (1, 2)", `update a set ${HOLE}`, "update a set b.c = 1"],
      ...[
        "update a b, c set d = 1",
        "update or abort a set b = 1",
        "update or replace a set b = 1",
      ],
      ...["update or rollback a set b = 1", "update ignore a set b = 1"],
    ],
    isNot: [
      ...["update", "update 1 set b = 1", "update a b = 1", "update a 1 set b = 1"],
      ...[
        "update a b set c",
        "update a set 1 = 1",
        "update a set b",
        "update a set b + 1",
        "update a b",
      ],
      ...["update only", "update a as", "update a as set = 1"],
    ],
  },
  DELETE: {
    is: [
      ...["delete from a", "delete from a where b = 1", "delete from a returning b"],
      ...["delete from a b", "delete from a as b", "delete from a b where c = 1"],
      ...["delete from a b order by c"],
    ],
    isNot: [
      ...["delete", "delete from", "delete a", "delete from 1"],
      ...[
        "delete from a 1",
        "delete from a b c",
        "delete from a set b",
        "delete a where b = 1",
        "delete from a as",
        "delete from a as 1 where b = 1",
      ],
    ],
  },
  TRUNCATE: {
    is: [
      ...["truncate a", "truncate table a", "truncate only a", "truncate a, b"],
      ...["truncate a restrict", "truncate a restart identity", "truncate a continue identity"],
      "truncate a cascade",
    ],
    isNot: ["truncate", "truncate table", "truncate 1", "truncate only", "truncate a b"],
  },
} as const;

describe("queries that code runs", () => {
  for (const [verb, { is, isNot }] of Object.entries(QUERIES)) {
    test.each(is)(`a ${verb}: %s`, (text) => {
      expect(verbs(text)).toEqual([`query ${verb}`]);
    });

    test.each(isNot)(`no ${verb}: %s`, (text) => {
      expect(verbs(text)).toEqual([]);
    });
  }
});

const OBJECTS = ["DATABASE", "EXTENSION", "FUNCTION", "MATERIALIZED VIEW", "PROCEDURE"].concat(
  ...["SCHEMA", "SEQUENCE", "TABLE", "TRIGGER", "TYPE", "VIEW", "INDEX"],
);

describe("definitions", () => {
  test.each(OBJECTS)("a %s", (object) => {
    expect(verbs(`create ${object} a`)).toEqual([`schema CREATE ${object}`]);
    expect(verbs(`alter ${object} a rename to b`)).toEqual([`schema ALTER ${object}`]);
    expect(verbs(`drop ${object} a`)).toEqual([`schema DROP ${object}`]);
    expect(verbs(`drop ${object} 1`)).toEqual([]);
    expect(verbs(`drop ${object}`)).toEqual([]);
    expect(verbs(`DROP ${object} IF EXISTS a more`)).toEqual([`schema DROP ${object}`]);
    expect(verbs(`CREATE ${object} a`, false)).toEqual([]);
    expect(verbs(`CREATE ${object} IF NOT EXISTS a`, false)).toEqual([
      `schema CREATE ${object}`,
    ]);
  });

  test.each(["ROLE", "USER"])("a %s", (object) => {
    expect(verbs(`create ${object} a`)).toEqual([`access CREATE ${object}`]);
    expect(verbs(`drop ${object}`)).toEqual([]);
  });

  test.each([
    ...["OR REPLACE", "UNIQUE", "FULLTEXT", "SPATIAL", "TEMP", "TEMPORARY", "UNLOGGED"],
    ...["VIRTUAL", "TEMP UNLOGGED"],
  ])("CREATE %s", (options) => {
    expect(verbs(`create ${options} table a (b int)`)).toEqual(["schema CREATE TABLE"]);
  });

  test.each([
    ["create index on a (b)", "schema CREATE INDEX"],
    ["create index a on b (c)", "schema CREATE INDEX"],
    ["drop index a on b", "schema DROP INDEX"],
    ["drop index concurrently a", "schema DROP INDEX"],
    ["drop table a, b", "schema DROP TABLE"],
    ["drop table a restrict", "schema DROP TABLE"],
    [`create view a ${HOLE}`, "schema CREATE VIEW"],
    ["create view a (b) as select c from d", "schema CREATE VIEW"],
    ["create view a on cluster b as select 1", "schema CREATE VIEW"],
    ["create view a with (b) as select 1", "schema CREATE VIEW"],
    ["create materialized view a to b as select 1", "schema CREATE MATERIALIZED VIEW"],
    ["create materialized view a using b as select 1", "schema CREATE MATERIALIZED VIEW"],
    ["alter table a on cluster b update c = 1 where d = 2", "query ALTER TABLE"],
    ["alter table a update b", "schema ALTER TABLE"],
    ["alter table a update = 1", "schema ALTER TABLE"],
    ["alter table a delete", "schema ALTER TABLE"],
    ["alter table a on cluster", "schema ALTER TABLE"],
    [`create index a ${HOLE}`, "schema CREATE INDEX"],
    ["create index a (b) on c", undefined],
    ["drop user if exists a", "access DROP USER"],
    ["alter role a with login", "access ALTER ROLE"],
    ["alter view a delete where b = 1", "schema ALTER VIEW"],
    ["drop table a delete where b = 1", undefined],
    ["create materialized view a b", undefined],
    ["create view a b", undefined],
    ["create table on (a int)", "schema CREATE TABLE"],
    ["create thing a", undefined],
  ])("%s", (text, expected) => {
    expect(verbs(text)).toEqual(expected === undefined ? [] : [expected]);
  });
});
