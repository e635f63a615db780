import { describe, expect, test } from "@jest/globals";
import { HOLE, readStatements } from "../src/index.ts";

const verbs = (text: string, isRun = false) =>
  readStatements(text, isRun).map(({ kind, verb }) => `${kind} ${verb}`);

const upper = (text: string) =>
  text.replace(
    /\b(?:select|from|where|insert|into|update|set|delete|create|index|on)\b/giu,
    (word) => word.toUpperCase(),
  );

const title = (text: string) => text.replace(/^\w/u, (letter) => letter.toUpperCase());

const STATEMENTS = [
  ["select * from users", "query SELECT"],
  ["select u.id from users u", "query SELECT"],
  ["select count(id) from users", "query SELECT"],
  ["select id, name from users where id = ?", "query SELECT"],
  ["select id from users where name like 'a%'", "query SELECT"],
  ["select id from users where deleted is not null", "query SELECT"],
  ["select id from users where id in (1, 2)", "query SELECT"],
  ["select name from users order by name", "query SELECT"],
  ["select name from users limit 10", "query SELECT"],
  ["select u.a from users u join teams t on t.id = u.team", "query SELECT"],
  ["select 1", "query SELECT"],
  ["select now()", "query SELECT"],
  ["with x as (select 1) select id from x", "query WITH"],
  ["insert into users (id) values (?)", "query INSERT"],
  ["insert into users values (?)", "query INSERT"],
  ["insert into users (id) select id from old", "query INSERT"],
  [`insert into users (id) ${HOLE}`, "query INSERT"],
  ["merge into users u using old o on u.id = o.id when matched then delete", "query MERGE"],
  ["update users set name = ?", "query UPDATE"],
  ["update app.users as u set name = ?", "query UPDATE"],
  ["update users u join teams t on t.id = u.team set u.a = 1", "query UPDATE"],
  ["delete from users where id = ?", "query DELETE"],
  ["create table users (id int)", "schema CREATE TABLE"],
  ["create unique index a on users (id)", "schema CREATE INDEX"],
  ["create view a as select id from users", "schema CREATE VIEW"],
  ["create trigger a after insert on users begin select 1", "schema CREATE TRIGGER"],
  ["alter table users add column a text", "schema ALTER TABLE"],
  ["ALTER TABLE users DELETE WHERE id = 1", "query ALTER TABLE"],
  ["ALTER TABLE users ON CLUSTER main DELETE WHERE id = 1", "query ALTER TABLE"],
  ["ALTER TABLE users UPDATE name = 'a' WHERE id = 1", "query ALTER TABLE"],
  ["alter table users rename to people", "schema ALTER TABLE"],
  ["explain select * from users", "query SELECT"],
  ["declare c cursor for select * from users", "query SELECT"],
  ["(select a.b from a) union (select b.c from b)", "query SELECT"],
] as const;

describe("statements in letters of any case", () => {
  test.each(STATEMENTS)("%s", (text, expected) => {
    expect(verbs(text)).toContain(expected);
    expect(verbs(upper(text))).toContain(expected);
    expect(verbs(title(text))).toContain(expected);
  });
});

describe("what code runs is no prose", () => {
  test.each([
    ["delete from users", "query DELETE"],
    ["select name from users", "query SELECT"],
    ["SELECT name FROM users WHERE {{.filter}}", "query SELECT"],
    ["truncate users", "query TRUNCATE"],
    ["drop table users", "schema DROP TABLE"],
    ["drop database if exists `app`", "schema DROP DATABASE"],
    ["create database app", "schema CREATE DATABASE"],
    ["alter table users add mbid varchar", "schema ALTER TABLE"],
    ["drop user 'app'@'%'", "access DROP USER"],
    ["create role app", "access CREATE ROLE"],
    ["create sequence a", "schema CREATE SEQUENCE"],
    ["create schema a", "schema CREATE SCHEMA"],
    ["create or replace function a() returns int", "schema CREATE FUNCTION"],
    ["create type a as enum ('b')", "schema CREATE TYPE"],
    ["create temp table a (b int)", "schema CREATE TABLE"],
    ["create index concurrently on a (b)", "schema CREATE INDEX"],
    ["explain analyze verbose select a from b", "query SELECT"],
    ["explain query plan select a from b", "query SELECT"],
    ["explain (costs off) analyze delete from a", "query DELETE"],
    ["((select a from b))", "query SELECT"],
    ["declare c no scroll cursor with hold for select a from b", "query SELECT"],
    ["grant all privileges on database a to b", "access GRANT"],
    ["grant select, insert on a to b with grant option", "access GRANT"],
    ["revoke all on a from b", "access REVOKE"],
    ["with recursive a as (select 1) values (1)", "query WITH"],
    ["with a as (select 1) delete from b", "query WITH"],
    ["with a as materialized (update b set c = 1 returning d) select d from a", "query WITH"],
    ["with a as (delete from b returning c) select c from a", "query WITH"],
    ["with a as ((select 1) union (select 2)) select 3", "query WITH"],
    ["insert or replace into a values (1)", "query INSERT"],
    ["insert ignore into a values (1)", "query INSERT"],
    ["insert or fail into a values (1)", "query INSERT"],
    ["insert or rollback into a values (1)", "query INSERT"],
    ["insert low_priority ignore into a set b = 1", "query INSERT"],
    ["insert into a with b as (select 1) select c from b", "query INSERT"],
    ["insert into a select 1", "query INSERT"],
    ["insert into a default values", "query INSERT"],
    ["update only a set b = 1", "query UPDATE"],
    ["update or ignore a set b = 1", "query UPDATE"],
    ["update or fail a set b = 1", "query UPDATE"],
    ["update low_priority ignore a set b = 1", "query UPDATE"],
    ["delete from a limit 1", "query DELETE"],
    ["delete from a using b where c = 1", "query DELETE"],
    ["delete from a order by b limit 1", "query DELETE"],
    ["delete from a as b where c = 1", "query DELETE"],
    ["truncate table only a cascade", "query TRUNCATE"],
    ["drop table a cascade", "schema DROP TABLE"],
  ])("%s", (text, expected) => {
    expect(verbs(text, true)).toEqual([expected]);
  });

  test.each([
    ...["", "select", "select list", "the users", "begin", "update users", "create users"],
    ...["delete users", "delete from users and more", "update set", "truncate a b"],
    ...["update a set b", "create view on a", "with a", "select a from 1"],
    ...["update users u b = 1", "insert users values (1)", "create role", "create index a (b)"],
    ...[
      "SELECT ?a WHERE { ?b foaf:name ?a } LIMIT 1",
      "SELECT ?a FROM <http://a> WHERE { ?a ?b ?c }",
    ],
    ...["declare c select a from b", "declare c cursor", "declare c for select a from b"],
    ...["grant select on a", "grant on a to b", "grant a on to b", "grant select on a to"],
    ...["revoke all on a to b", "grant all on a from b", "fetch next from c", "close c"],
    ...["create view a (b) is", "with a (select 1)", "drop table a b", "merge into users u o"],
  ])("but not %s", (text) => {
    expect(verbs(text, true)).toEqual([]);
  });
});

test.each([
  `SELECT${HOLE} FROM users`,
  `${HOLE}SELECT id FROM users`,
  `${HOLE} SELECT id FROM users`,
  `${HOLE}SELECT 1`,
])("beside a part that is not known: %s", (text) => {
  expect(verbs(text)).toEqual(["query SELECT"]);
});

describe("prose", () => {
  test.each([
    "select an account from the list (required)",
    "select a file from disk?",
    "select file(s) from the list",
    "select items from the list.",
    "select one of the items from list = all",
    "select one from the list",
    "select 1 of the items",
    "create database backup (nightly)",
    "create index page (HTML)",
    "create index index database backup (in the backup path)",
    "create view options (see the manual)",
    "create view model (MVVM)",
    "create table layout (grid)",
    "create user account (admin)",
    "create trigger (once)",
    "alter table layout (grid)",
    "alter table layout add margin (px)",
    "declare a cursor for select items from the list",
    "grant access on the page to others",
    "drop table (all)",
    "drop index page (HTML)",
    "with retries as (configured)",
    "insert into slot (left)",
    "insert into the slot",
    "replace into place (now)",
    "update the set (optional)",
    "update the data set (a=b)",
    "update volume set",
    "delete from cache",
    "delete from cache (all)",
    "delete from the cache where it is possible",
    "truncate table",
    "merge into main (squash)",
  ])("%s", (text) => {
    expect(verbs(text)).toEqual([]);
    expect(verbs(title(text))).toEqual([]);
  });

  test.each([
    "CREATE INDEX page (HTML)",
    "CREATE VIEW model (MVVM)",
    "WITH retries AS (configured)",
  ])("%s", (text) => {
    expect(verbs(text)).toEqual([]);
  });
});
