import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-raw-sql.ts";

const go = (text: string) => `package p\n\nvar q = ${text}\n`;

const sql = (text: string) => ({
  name: text.slice(0, 60),
  code: go(JSON.stringify(text)),
  errors: [{ messageId: "raw" as const, line: 3, column: 9 }],
});

const prose = (text: string) => ({
  name: text.slice(0, 60),
  code: go(JSON.stringify(text)),
  sites: [],
});

const inFunction = (body: string, imports = "") =>
  `package p\n\n${imports}func f(err error) {\n\t${body}\n}\n`;

const SELECT = '"SELECT id FROM users"';

const DB = 'import (\n\t"database/sql"\n\t"fmt"\n)\n\n';

const inCall = (call: string) => ({
  name: call,
  code: `package p\n\n${DB}func f(ctx context.Context, db *sql.DB, table string) {\n\t${call}\n}\n`,
});

const run = (call: string) => ({
  ...inCall(call),
  errors: [{ messageId: "raw" as const, line: 9 }],
});

const notRun = (call: string) => ({ ...inCall(call), sites: [] });

new RuleTester().run("database/no-raw-sql", rule, {
  valid: [
    notRun('db.Execute("delete from audit_logs")'),
    notRun('db.PreQuery("delete from audit_logs")'),
    notRun('Exec("delete from audit_logs")'),
    notRun('db.Exec(ctx, table, "delete from audit_logs")'),
    notRun('one, two := "delete from audit_logs", 1\n\tdb.Exec(two)'),
    notRun(
      'a := "delete from audit_logs"\n\tb := a\n\tc := b\n\td := c\n\te := d\n\tdb.Exec(e)',
    ),

    prose("select an account from the list (required)"),
    prose("Create view model (MVVM)"),
    prose("create index page (HTML)"),
    notRun('show("delete from audit_logs")'),
    notRun('db.Query("SHOW TABLES", "delete from audit_logs")'),
    prose("grant read on the page to users"),
    notRun('help := "select one from the list"\n\tshow(help)'),
    prose("select one from the list"),
    prose("Select the volume FROM which to boot, or update it"),
    prose("update the set of rules"),
    prose("UPDATE nothing"),
    prose("delete from cache"),
    prose("DELETE is not allowed"),
    prose("insert into the slot"),
    prose("create table failed"),
    prose("drop index"),
    prose("WITH great power, CREATE nothing"),
    prose("SELECT "),
    prose("SELECT FROM users"),
    prose("SELECT one, FROM ?"),
    prose("SELECT a thing"),
    prose("select a thing (of these)"),
    prose("WITH x SELECT 1"),
    prose("WITH (x) AS (SELECT 1) 1"),
    prose("INSERT users (1)"),
    prose("INSERT INTO ?"),
    prose("INSERT INTO users 1"),
    prose("UPDATE ? SET x = 1"),
    prose("UPDATE users x SET y"),
    prose("UPDATE users x = 1"),
    prose("UPDATE users SET x"),
    prose("DELETE users"),
    prose("DELETE FROM ?"),
    prose("DELETE FROM users as far as you can"),
    prose("TRUNCATE TABLE"),
    prose("TRUNCATE TABLE users of it"),
    prose("CREATE users (1)"),
    prose("CREATE TABLE (1)"),
    prose("CREATE TABLE users"),
    prose("ALTER TABLE users"),
    prose("DROP TABLE users now"),
    prose("drop table users"),
    prose("GRANT SELECT ON users"),
    {
      name: "a repository",
      code: go(SELECT),
      filename: "oma/store/users.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a repository's file",
      code: go(SELECT),
      filename: "oma/user_repository.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a repository of the team's own",
      code: go(SELECT),
      filename: "oma/sqlite.go",
      options: [{ repositoryPaths: ["oma/sqlite.go"] }],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "tests",
      code: go(SELECT),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a log line",
      code: inFunction(`log.Print(${SELECT})`, 'import "log"\n\n'),
      sites: [],
    },
    {
      name: "an error",
      code: inFunction(`_ = fmt.Errorf(${SELECT})`, 'import "fmt"\n\n'),
      sites: [],
    },
    { name: "a comparison", code: inFunction(`_ = err.Error() == ${SELECT}`), sites: [] },
    {
      name: "a tag",
      code: 'package p\n\ntype t struct {\n\tA string `doc:"SELECT id FROM users"`\n}\n',
      sites: [],
    },
    {
      name: "a tag that is a statement as a whole",
      code: `package p\n\ntype t struct {\n\tA string ${SELECT}\n}\n`,
      sites: [],
    },
    { name: "a comment", code: "package p\n\n// SELECT id FROM users\nvar x = 1\n", sites: [] },
  ],
  invalid: [
    {
      name: "one statement of several literals",
      code: go(`${SELECT} +\n\t" WHERE id IN (SELECT id FROM admins)"`),
      errors: [{ messageId: "raw" as const, line: 3, column: 9 }],
    },

    ...["MustExec", "NamedExec", "Prepare", "Query", "QueryRow", "Raw", "NamedQuery"]
      .concat("Preparex", "PrepareNamed", "Queryx", "QueryRowx")
      .map((method) => run(`db.${method}("delete from audit_logs")`)),
    ...["PreparexContext", "QueryContext", "QueryRowxContext"]
      .concat("PrepareNamedContext", "NamedExecContext")
      .map((method) => run(`db.${method}(ctx, "delete from audit_logs")`)),
    run('db.ExecContext(context.Background(), "delete from audit_logs")'),
    run('one := "delete from audit_logs"\n\ttwo := one\n\tthree := two + ""\n\tdb.Exec(three)'),
    run('x, one := 1, "delete from audit_logs"\n\tdb.Exec(one)'),

    {
      name: "a query",
      code: go(SELECT),
      errors: [
        {
          message:
            "Move this SELECT to a repository: SQL belongs to the packages that keep it.",
          line: 3,
          column: 9,
          endColumn: 31,
        },
      ],
    },
    run('db.Exec("delete from audit_logs")'),
    run('db.ExecContext(ctx, "delete from audit_logs")'),
    run('db.Exec(ctx, "delete from audit_logs")'),
    run('db.Exec(fmt.Sprintf("delete from %s where id > 1", table))'),
    run('db.Query("select name from users order by name")'),
    run('db.Exec("drop user " + table)'),
    run('db.Query("Select id From users")'),
    run('query := "delete from audit_logs"; db.Exec(query)'),
    run('query := "delete from %s"; db.Exec(fmt.Sprintf(query, table))'),
    run('db.Exec("select(id) from users")'),
    {
      name: "a constant that code runs elsewhere",
      code: 'package p\n\nconst clear = "delete from audit_logs"\n\nfunc f(db *DB) { db.Exec(clear) }\n',
      errors: [{ messageId: "raw", line: 3, column: 15 }],
    },
    sql("Select id From users Where id = ?"),
    sql("merge into users u using old o on o.id = u.id when matched then delete"),
    sql("EXPLAIN SELECT id FROM users"),
    sql("DECLARE c CURSOR FOR SELECT id FROM users"),
    sql("GRANT SELECT ON users TO app"),
    sql("REVOKE SELECT ON users FROM app"),
    run('db.Exec(fmt.Sprintf("grant all on database %s to app", table))'),
    sql("select * from users"),
    sql("SELECT count(*) FROM users u JOIN teams t ON t.id = u.team_id"),
    sql("SELECT pg_advisory_lock($1)"),
    sql("WITH x AS (SELECT 1) SELECT id FROM x"),
    sql("INSERT INTO users (id) VALUES (?)"),
    sql("insert or replace into users (id) values (?)"),
    sql("INSERT INTO users AS u DEFAULT VALUES"),
    sql("UPDATE users SET name = ? WHERE id = ?"),
    sql("update users u set name = ? where u.id = ?"),
    sql("DELETE FROM users"),
    sql("DELETE FROM users u WHERE u.id = 1"),
    sql("TRUNCATE TABLE users"),
    sql("CREATE TABLE IF NOT EXISTS users (id INT)"),
    sql("CREATE UNIQUE INDEX a ON users (id)"),
    sql("DROP TABLE users"),
    sql("DROP TABLE users, teams"),
    sql("DROP VIEW users RESTRICT"),
    sql("DROP INDEX i ON users"),
    sql("TRUNCATE users"),
    sql("REPLACE INTO users SET id = 1"),
    ...["OR IGNORE", "OR ABORT", "OR FAIL", "OR ROLLBACK", "IGNORE"].map((how) =>
      sql(`INSERT ${how} INTO users SELECT 1`),
    ),
    sql("INSERT INTO oma.users VALUE (1)"),
    sql("INSERT INTO users"),
    sql("UPDATE ONLY users SET (id, name) = (1, 2)"),
    sql("UPDATE IGNORE users SET"),
    sql("UPDATE users AS u JOIN teams t ON t.id = u.id SET u.name = 1"),
    sql("DELETE FROM users AS u"),
    ...["WHERE", "USING", "RETURNING", "LIMIT", "ORDER BY"].map((word) =>
      sql(`DELETE FROM users ${word} x`),
    ),
    sql("WITH RECURSIVE x (a, (b)) AS (SELECT 1) SELECT 1"),
    sql("WITH x AS NOT MATERIALIZED (SELECT 1) SELECT 1"),
    sql("WITH x AS MATERIALIZED (SELECT 1) SELECT 1"),
    sql("SELECT 1"),
    sql("SELECT ?"),
    sql('SELECT id FROM "users"'),
    sql("SELECT id FROM (SELECT 1)"),
    ...["DATABASE", "EXTENSION", "FUNCTION", "INDEX", "MATERIALIZED VIEW", "PROCEDURE"]
      .concat("SCHEMA", "SEQUENCE", "TABLE", "TRIGGER", "TYPE", "VIEW")
      .flatMap((object) => [
        sql(`CREATE ${object} x ${object === "INDEX" ? "ON" : "AS"} y`),
        sql(`ALTER ${object} x RENAME TO y`),
        sql(`DROP ${object} x`),
      ]),
    ...[
      "OR REPLACE",
      "UNIQUE",
      "FULLTEXT",
      "SPATIAL",
      "TEMP",
      "TEMPORARY",
      "UNLOGGED",
      "VIRTUAL",
    ].map((option) => sql(`CREATE ${option} TABLE x AS y`)),
    sql("DROP INDEX CONCURRENTLY i RESTRICT"),
    sql("DROP SCHEMA IF EXISTS s and so on"),
    sql("delete from users where id = $1"),
    sql("/* all */ DELETE FROM users; -- all"),
    sql("-- all of them\nSELECT id FROM users"),
    sql("BEGIN; DELETE FROM users; COMMIT"),
    {
      name: "a raw text",
      code: go("`\n\tSELECT id\n\tFROM users\n`"),
      errors: [{ messageId: "raw", line: 3, column: 9 }],
    },
    {
      name: "parts",
      code: go('"SELECT id" +\n\t" FROM users" + " WHERE id = ?"'),
      errors: [{ messageId: "raw", line: 3, column: 9 }],
    },
    {
      name: "after a part that is not known",
      code: "package p\n\nfunc f(with string) string { return with + ` SELECT id FROM users` }\n",
      errors: [{ messageId: "raw", line: 3, column: 37 }],
    },
    {
      name: "before a part that is not known",
      code: "package p\n\nfunc f(set string) string { return `UPDATE users SET ` + set }\n",
      errors: [{ messageId: "raw", line: 3, column: 36 }],
    },
    {
      name: "a verb at the end of a part",
      code: "package p\n\nconst columns = ` id`\n\nvar q = `SELECT` + columns + ` FROM users`\n",
      errors: [{ messageId: "raw", line: 5, column: 9 }],
    },
    {
      name: "a constant in it",
      code: `package p\n\nconst columns = "id, name"\n\nvar q = "SELECT " + columns + " FROM users"\n`,
      errors: [{ messageId: "raw", line: 5, column: 9 }],
    },
    {
      name: "made by a format",
      code: inFunction('_ = fmt.Sprintf("SELECT id FROM %s", err)', 'import "fmt"\n\n'),
      errors: [{ messageId: "raw", line: 6, column: 6 }],
    },
    {
      name: "tests, if asked for",
      code: go(SELECT),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "raw", line: 3, column: 9 }],
    },
    {
      name: "no repository",
      code: go(SELECT),
      filename: "db/a.go",
      options: [{ repositoryPaths: [] }],
      errors: [{ messageId: "raw", line: 3, column: 9 }],
    },
  ],
});
