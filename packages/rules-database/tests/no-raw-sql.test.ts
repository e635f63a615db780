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

new RuleTester().run("database/no-raw-sql", rule, {
  valid: [
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
    { name: "a comment", code: "package p\n\n// SELECT id FROM users\nvar x = 1\n", sites: [] },
  ],
  invalid: [
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
