import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-schema-changes.ts";

const go = (text: string) => `package p\n\nvar q = ${text}\n`;

const orm = (body: string, signature = "f(db *gorm.DB)") =>
  `package p\n\nimport "gorm.io/gorm"\n\nfunc ${signature} {\n\t${body}\n}\n`;

const changes = (text: string, verb: string) => ({
  name: text,
  code: go(JSON.stringify(text)),
  errors: [{ message: `Write a migration for this ${verb}: code does not change the schema.` }],
});

const CREATE = '"CREATE TABLE users (id INT)"';

new RuleTester().run("database/no-schema-changes", rule, {
  valid: [
    { name: "a query", code: go('"SELECT id FROM users"'), sites: [] },
    { name: "a write", code: go('"DELETE FROM users WHERE id = 1"'), sites: [] },
    { name: "prose", code: go('"CREATE TABLE failed"'), sites: [] },
    { name: "more prose", code: go('"drop table or column?"'), sites: [] },
    {
      name: "a migration's statement",
      code: go(CREATE),
      filename: "oma/migrations/a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a migration's call",
      code: orm("db.AutoMigrate(1)"),
      filename: "migrate/a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "migrations as a list of literals",
      code: orm(
        `m := []*gormigrate.Migration{{ID: "1", Migrate: func(tx *gorm.DB) error {\n\t\t_ = tx.AutoMigrate(1)\n\t\treturn tx.Exec(${CREATE}).Error\n\t}}}\n\tuse(m)`,
      ),
      sites: [{ verdict: "compliant" }, { verdict: "compliant" }],
    },
    {
      name: "a statement in a literal",
      code: `package p\n\nvar m = &migrate.Migration{Up: []string{${CREATE}}}\n`,
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a function that is registered as a migration",
      code: orm("migrations.InitSchema(func(tx *gorm.DB) error { return tx.AutoMigrate(1) })"),
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a function whose name says that it migrates",
      code: `package p\n\nfunc (d *db) migrateV1ToV2() error { return d.exec(${CREATE}) }\n`,
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a function that is registered as a migration by its name",
      code: `package p\n\nfunc init() { goose.AddMigrationContext(up, down) }\n\nfunc up(tx *sql.Tx) { tx.Exec(${CREATE}) }\n`,
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a file whose name says that it migrates",
      code: go(CREATE),
      filename: "db/migration_2_8.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a path of the team's own",
      code: go(CREATE),
      filename: "oma/schema/a.go",
      options: [{ migrationPaths: ["schema/**"] }],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "tests",
      code: go(CREATE),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "tests with GORM",
      code: orm("db.AutoMigrate(1)"),
      filename: "a_test.go",
      sites: [{ verdict: "exempt" }],
    },
    {
      name: "an error",
      code: `package p\n\nimport "errors"\n\nvar err = errors.New(${CREATE})\n`,
      sites: [],
    },
    { name: "a query of GORM", code: orm("db.Find(1) // AutoMigrate("), sites: [] },
    {
      name: "another type's method",
      code: "package p\n\nfunc f(t tool) { t.AutoMigrate() }\n\ntype tool struct{}\n\nfunc (tool) AutoMigrate() {}\n",
      sites: [],
    },
    {
      name: "a function of another package",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.CreateTable() } // Migrator\n',
      sites: [],
    },
    {
      name: "a value of unknown type",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.DB().AutoMigrate(1) }\n',
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "a value of unknown type in a migration",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.DB().AutoMigrate(1) }\n',
      filename: "migrations/a.go",
      sites: [],
    },
    {
      name: "a value of unknown type, and a method that others have as well",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.DB().CreateTable(1) }\n',
      sites: [],
    },
    {
      name: "another type of GORM, and a package whose name ends alike",
      code: 'package p\n\nimport (\n\t"example.com/mygorm"\n\t"gorm.io/gorm"\n)\n\nfunc f(s *gorm.Statement, db *mygorm.DB) {\n\ts.CreateTable(1)\n\tdb.CreateTable(1)\n}\n',
      sites: [],
    },
    {
      name: "other methods of GORM, with such words in their names",
      code: orm("db.CreateTables(1)\n\tdb.HasTable(1)\n\tdb.ReAddColumn(1) // AddColumn("),
      sites: [],
    },
    ...["UserMigrations", "addUserMigration", "Migrate", "Migrations", "migration"].map(
      (name) => ({
        name: `a function that is called ${name}`,
        code: `package p\n\nfunc ${name}(tx *sql.Tx) { tx.Exec(${CREATE}) }\n`,
        sites: [{ verdict: "compliant" as const }],
      }),
    ),
  ],
  invalid: [
    ...["AddForeignKey", "AddUniqueIndex", "AlterColumn", "CreateConstraint", "CreateView"]
      .concat("DropIndex", "ModifyColumn", "RenameTable")
      .map((method) => ({
        name: method,
        code: orm(`db.${method}(1)`),
        errors: [
          {
            message: `Write a migration instead of calling '${method}': code does not change the schema.`,
            line: 6,
            column: 2,
          },
        ],
      })),
    {
      name: "a function whose name ends with such a word",
      code: `package p\n\nfunc Immigrate(tx *sql.Tx) { tx.Exec(${CREATE}) }\n`,
      errors: [{ messageId: "statement", line: 3, column: 38 }],
    },
    {
      name: "a function beside one that is registered as a migration",
      code: `package p\n\nfunc init() { goose.AddMigrationContext(up, down) }\n\nfunc upper(tx *sql.Tx) { tx.Exec(${CREATE}) }\n`,
      errors: [{ messageId: "statement", line: 5, column: 34 }],
    },
    {
      name: "a function whose name has such a word in it",
      code: `package p\n\nfunc migrator(tx *sql.Tx) { tx.Exec(${CREATE}) }\n`,
      errors: [{ messageId: "statement", line: 3, column: 37 }],
    },
    {
      name: "a value that a call about migrations gets",
      code: orm("runMigrations(db.AutoMigrate(1))"),
      errors: [{ messageId: "call", line: 6 }],
    },
    {
      name: "a literal beside a migration",
      code: orm("for _, m := range []Migration{} {\n\t\tdb.AutoMigrate(m)\n\t}"),
      errors: [{ messageId: "call", line: 7 }],
    },
    changes("CREATE TABLE users (id INT)", "CREATE TABLE"),
    changes("create table if not exists users (id int)", "CREATE TABLE"),
    changes("CREATE OR REPLACE VIEW v AS SELECT 1", "CREATE VIEW"),
    changes("CREATE UNIQUE INDEX i ON users (id)", "CREATE INDEX"),
    changes("ALTER TABLE users ADD COLUMN name TEXT", "ALTER TABLE"),
    changes("DROP TABLE users", "DROP TABLE"),
    changes("DROP TABLE IF EXISTS users CASCADE", "DROP TABLE"),
    changes("SELECT 1; DROP INDEX a ON users", "DROP INDEX"),
    {
      name: "parts",
      code: go('"ALTER TABLE " +\n\t"users ADD COLUMN name TEXT"'),
      errors: [{ messageId: "statement", line: 3, column: 9 }],
    },
    {
      name: "GORM",
      code: orm("db.AutoMigrate(1)"),
      errors: [
        {
          message:
            "Write a migration instead of calling 'AutoMigrate': code does not change the schema.",
          line: 6,
          column: 2,
        },
      ],
    },
    {
      name: "its migrator",
      code: orm("db.Migrator().CreateTable(1)"),
      errors: [{ messageId: "call", line: 6, column: 2 }],
    },
    {
      name: "a column",
      code: orm('db.Migrator().DropColumn(1, "a")'),
      errors: [{ messageId: "call", line: 6, column: 2 }],
    },
    {
      name: "in a chain",
      code: orm("_ = db.Debug().AutoMigrate(1)"),
      errors: [{ messageId: "call", line: 6, column: 6 }],
    },
    {
      name: "the first GORM",
      code: orm("db.AutoMigrate(1)").replace("gorm.io/gorm", "github.com/jinzhu/gorm"),
      errors: [{ messageId: "call", line: 6, column: 2 }],
    },
    {
      name: "a repository changes it as little",
      code: go(CREATE),
      filename: "oma/repository/a.go",
      errors: [{ messageId: "statement", line: 3, column: 9 }],
    },
    {
      name: "tests, if asked for",
      code: go(CREATE),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "statement", line: 3, column: 9 }],
    },
  ],
});
