import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/known-columns.ts";
import { JOBS, VMS, compliant, files, go, judged, wrong } from "./support/known-columns.ts";

const MYSQL =
  "CREATE TABLE `jobs` (\n  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'a, b; c',\n  `state` enum('a','b') DEFAULT 'a',\n  PRIMARY KEY (`id`),\n  KEY `idx_state` (`state`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\nALTER TABLE `jobs` CHANGE COLUMN `state` `status` varchar(9) NOT NULL, ADD `owner` text AFTER `id`, ADD INDEX `i` (`owner`);\n";

const POSTGRES =
  "CREATE TABLE IF NOT EXISTS public.jobs (\n  id SERIAL PRIMARY KEY, -- the key\n  \"state\" TEXT CHECK (state IN ('a', 'b')),\n  at TIMESTAMPTZ DEFAULT now(),\n  CONSTRAINT one UNIQUE (state, at)\n);\nALTER TABLE ONLY public.jobs ADD COLUMN IF NOT EXISTS owner TEXT, ALTER COLUMN at SET NOT NULL, DROP COLUMN IF EXISTS state;\nALTER TABLE jobs RENAME COLUMN owner TO owned_by;\nCREATE INDEX ON jobs (at);\n";

const SQLITE =
  "CREATE TABLE old (id INTEGER PRIMARY KEY AUTOINCREMENT, name, key TEXT, UNIQUE (name));\nALTER TABLE old RENAME TO jobs;\nALTER TABLE jobs ADD size INT;\n";
new RuleTester().run("database/known-columns, of migrations", rule, {
  valid: [
    ...[
      "-- +goose Down",
      "-- +migrate Down",
      "-- migrate:down",
      "-- +dbmate down",
      "--down",
      "-- DOWN",
    ].map((down) =>
      compliant(`what stands below ${down}`, go("SELECT status FROM jobs"), {
        more: {
          "migrations/2.sql": `SELECT 1;\n${down}\nALTER TABLE jobs DROP COLUMN status;`,
        },
      }),
    ),
    ...["2.down.sql", "2_down.sql", "2.txt"].map((name) =>
      compliant(`no migration: ${name}`, go("SELECT status FROM jobs"), {
        more: { [`migrations/${name}`]: "ALTER TABLE jobs DROP COLUMN status;" },
      }),
    ),
    ...["fizz", "gotmpl", "js", "json", "php", "py", "rb", "tmpl", "tpl", "ts", "xml"]
      .concat("yml", "yaml")
      .map((end) =>
        judged("undecided", /program among the migrations/u)(
          `a program: .${end}`,
          go("SELECT nope FROM jobs"),
          { more: { [`migrations/2.${end}`]: "ALTER TABLE jobs ADD COLUMN nope TEXT" } },
        ),
      ),
    judged("undecided", /program among the migrations/u)(
      "a program that comes before the table is made",
      go("SELECT nope FROM jobs"),
      { more: { "migrations/0.fizz": "ALTER TABLE jobs ADD COLUMN nope TEXT" } },
    ),
    compliant("directories in directories", go("SELECT deep FROM jobs"), {
      more: { "migrations/2/a/b/1.sql": "ALTER TABLE jobs ADD COLUMN deep INT;" },
    }),
    compliant("the nearest migrations", go("SELECT near FROM jobs"), {
      more: { "oma/migrations/1.sql": "CREATE TABLE jobs (near INT);" },
    }),

    compliant("MySQL", go("SELECT id, status, owner FROM jobs"), { sql: MYSQL }),
    compliant("PostgreSQL", go("SELECT id, at, owned_by FROM jobs"), { sql: POSTGRES }),
    compliant(
      "a table like another, with columns of its own",
      go("SELECT status, own FROM t"),
      {
        sql: `${JOBS}CREATE UNLOGGED TABLE t (LIKE jobs, own INT);`,
      },
    ),
    compliant("a table that got another name by the way", go("SELECT status FROM works"), {
      sql: `${JOBS}RENAME TABLE jobs TO works;`,
    }),
    compliant("columns called like keywords", go("SELECT key, period FROM t"), {
      sql: "CREATE TABLE t (key TEXT, period INTEGER NOT NULL, PRIMARY KEY (key));",
    }),
    compliant("SQLite", go("SELECT id, name, key, size FROM jobs"), { sql: SQLITE }),
    compliant("a later migration, by its number", go("SELECT late FROM jobs"), {
      more: {
        "migrations/10_x.sql": "ALTER TABLE jobs RENAME COLUMN soon TO late;",
        "migrations/2_x.sql": "ALTER TABLE jobs ADD COLUMN soon INT;",
      },
    }),
    compliant("what a down migration takes back", go("SELECT status FROM jobs"), {
      more: {
        "migrations/2_x.down.sql": "DROP TABLE jobs;",
        "migrations/3_x.sql":
          "-- +goose Up\nALTER TABLE jobs ADD COLUMN a INT;\n-- +goose Down\nALTER TABLE jobs DROP COLUMN status;",
      },
    }),
    compliant("a directory of one's own", go("SELECT other FROM jobs"), {
      more: { "schema/pg/1.sql": "CREATE TABLE jobs (other INT);" },
      options: [{ migrations: ["schema"] }],
    }),
    compliant("a file of one's own", go("SELECT other FROM jobs"), {
      more: { "schema/all.sql": "CREATE TABLE jobs (other INT);" },
      options: [{ migrations: ["schema/all.sql"] }],
    }),
    judged("undecided", /made more than once/u)(
      "a whole schema beside the steps that lead to it",
      go("SELECT nope FROM jobs"),
      { more: { "migrations/all.sql": JOBS } },
    ),
    judged("undecided", /made more than once/u)(
      "a table that gets the name of one that is there",
      go("SELECT nope FROM jobs"),
      { sql: `${JOBS}${VMS}ALTER TABLE vms RENAME TO jobs;` },
    ),
    ...[
      "CREATE MATERIALIZED VIEW",
      "CREATE OR REPLACE VIEW",
      "CREATE RECURSIVE VIEW",
      "CREATE VIRTUAL TABLE",
    ].map((create) =>
      judged("undecided", /it is a view/u)(create, go("SELECT nope FROM v"), {
        sql: `${JOBS}${create} v AS SELECT * FROM jobs;`,
      }),
    ),
    ...["EXECUTE", "CALL", "PREPARE"].map((word) =>
      judged("undecided", /a program in a migration/u)(
        `a program: ${word}`,
        go("SELECT nope FROM jobs"),
        {
          sql: `${JOBS}${word} 'RENAME jobs';`,
        },
      ),
    ),
    judged("undecided", /by way of a query or another table/u)(
      "a table with more than its list",
      go("SELECT nope FROM t"),
      {
        sql: `${JOBS}CREATE TABLE t (a INT) INHERITS (jobs);`,
      },
    ),
    judged("undecided", /made like a table that is not known/u)(
      "a table like one that is not known",
      go("SELECT nope FROM t"),
      {
        sql: `${JOBS}CREATE TABLE t LIKE elsewhere;`,
      },
    ),
    judged("undecided", /a change of it could not be read/u)(
      "a change that is not read",
      go("SELECT nope FROM jobs"),
      {
        sql: `${JOBS}ALTER TABLE jobs FROBNICATE status;`,
      },
    ),
    judged("undecided", /a change of it could not be read/u)(
      "a change without its second name",
      go("SELECT nope FROM jobs"),
      {
        sql: `${JOBS}ALTER TABLE jobs RENAME COLUMN status TO 'x';`,
      },
    ),
    judged("undecided", /it is a view/u)("a view", go("SELECT nope FROM v"), {
      sql: `${JOBS}CREATE VIEW v AS SELECT * FROM jobs;`,
    }),
    judged("undecided", /a program in a migration/u)(
      "a program in a migration",
      go("SELECT nope FROM jobs"),
      { sql: `${JOBS}DO $$ BEGIN ALTER TABLE jobs ADD COLUMN nope INT; END $$;` },
    ),
    judged("undecided", /made by a query/u)(
      "a table that a query makes",
      go("SELECT nope FROM copy"),
      { sql: `${JOBS}CREATE TABLE copy AS SELECT * FROM jobs;` },
    ),
    judged("undecided", /program among the migrations/u)(
      "a migration in Go",
      go("SELECT nope FROM jobs"),
      {
        more: {
          "migrations/2_nope.go":
            "package migrations\n\nconst up = `ALTER TABLE jobs ADD COLUMN nope TEXT`\n",
        },
      },
    ),
    {
      name: "a migration, written for an older schema",
      files: {
        ...files("package db\n"),
        "migrations/0_clean.go": go("DELETE FROM jobs WHERE nope = 1"),
      },
      sites: { "migrations/0_clean.go": [] },
    },
    { name: "no migrations", code: go("SELECT nope FROM jobs"), sites: [] },
  ],
  invalid: [
    wrong("in directories beyond all bounds", go("SELECT deep FROM jobs"), ["deep", null], {
      more: { "migrations/a/a/a/a/a/a/a/1.sql": "ALTER TABLE jobs ADD COLUMN deep INT;" },
    }),
    wrong("beside a test of migrations", go("SELECT nope FROM jobs"), ["nope", null], {
      more: {
        "migrations/2_test.go":
          "package migrations\n\nconst up = `ALTER TABLE jobs ADD COLUMN nope TEXT`\n",
      },
    }),

    wrong("an index and a period", go("SELECT period FROM t"), ["period", null], {
      sql: "CREATE TABLE t (a INT, b INT, KEY (a), PERIOD FOR SYSTEM_TIME (a, b));",
    }),
    wrong(
      "beside a program that leaves the table alone",
      go("SELECT nope FROM jobs"),
      ["nope", null],
      {
        more: {
          "migrations/2_clean.go":
            'package migrations\n\nconst up = "DELETE FROM tasks; ALTER TABLE vms ADD a INT"\n',
        },
      },
    ),
    wrong("a column that was dropped", go("SELECT state FROM jobs"), ["state", null], {
      sql: POSTGRES,
    }),
    wrong("a column that was renamed", go("SELECT state FROM jobs"), ["state", "status"], {
      sql: MYSQL,
    }),
    wrong(
      "behind changes that leave the columns alone",
      go("SELECT nope FROM jobs"),
      ["nope", null],
      {
        sql: `${JOBS}ALTER TABLE jobs
        ADD CHECK (size_gb > 0), ADD CONSTRAINT one UNIQUE (status), ADD EXCLUDE (status WITH =),
        ADD FOREIGN KEY (status) REFERENCES states (id), ADD FULLTEXT (status), ADD INDEX i (status),
        ADD KEY k (status), ADD PRIMARY KEY (job_id), ADD SPATIAL INDEX s (status), ADD UNIQUE (status),
        ALTER COLUMN status SET NOT NULL, ATTACH PARTITION p DEFAULT, AUTO_INCREMENT = 7, CHARSET = utf8,
        CLUSTER ON i, COLLATE utf8, COMMENT = 'nope', CONVERT TO CHARACTER SET utf8, DEFAULT CHARSET = utf8,
        DETACH PARTITION p, DISABLE TRIGGER t, DROP CHECK c, DROP CONSTRAINT one, DROP FOREIGN KEY f,
        DROP INDEX i, DROP KEY k, DROP PRIMARY KEY, ENABLE TRIGGER t, ENGINE = InnoDB,
        MODIFY status VARCHAR(9), ORDER BY status, OWNER TO me, RENAME CONSTRAINT one TO two,
        RENAME INDEX i TO j, RENAME KEY k TO l, REPLICA IDENTITY FULL, ROW_FORMAT = COMPACT,
        SET (fillfactor = 70), VALIDATE CONSTRAINT two;
        CREATE INDEX nope ON jobs (status);
        COMMENT ON TABLE jobs IS 'nope';\n`,
      },
    ),
    ...[
      "PRIMARY KEY (nope)",
      "CHECK (nope > 1)",
      "CONSTRAINT nope CHECK (a > 1)",
      "UNIQUE (nope)",
    ]
      .concat(
        "FOREIGN KEY (nope) REFERENCES jobs (job_id)",
        "FULLTEXT nope (a)",
        "INDEX nope (a)",
      )
      .concat("KEY nope (a)", "SPATIAL nope (a)", "EXCLUDE USING nope (a WITH =)")
      .map((line) =>
        wrong(
          `a line that makes no column: ${line}`,
          go("SELECT nope FROM t"),
          ["nope", null],
          {
            sql: `CREATE TABLE t (a INT, ${line});`,
          },
        ),
      ),
    ...["exclude", "check", "foreign", "fulltext", "spatial"].map((word) =>
      wrong(`a constraint starts with ${word}`, go(`SELECT j.${word} FROM t j`), [word, null], {
        sql: `CREATE TABLE t (a INT, ${word} x (a));`,
      }),
    ),
    wrong(
      "a table that was dropped and created again",
      go("SELECT job_id FROM jobs"),
      ["job_id", null],
      {
        sql: `${JOBS}DROP TABLE IF EXISTS vms, public.jobs CASCADE;\nCREATE TABLE jobs (a INT);`,
      },
    ),
    wrong(
      "a table that is there already is not created again",
      go("SELECT a FROM jobs"),
      ["a", null],
      {
        sql: `${JOBS}CREATE TABLE IF NOT EXISTS jobs (a INT);`,
      },
    ),
    wrong("a table like another", go("SELECT stat FROM copies"), ["stat", "status"], {
      sql: `${JOBS}CREATE TABLE copies LIKE jobs;`,
    }),
    wrong(
      "a temporary table with the columns of another",
      go("SELECT nope FROM t"),
      ["nope", null],
      {
        sql: `${JOBS}CREATE GLOBAL TEMPORARY TABLE t (LIKE jobs INCLUDING ALL, a INT);`,
      },
    ),
    wrong("tables that got other names", go("SELECT nope FROM machines"), ["nope", null], {
      sql: `${JOBS}${VMS}RENAME TABLE jobs TO works, vms TO machines;`,
    }),
    wrong("a name that another column had", go("SELECT before FROM t"), ["before", "behind"], {
      sql: "CREATE TABLE t (before INT, c INT);\nALTER TABLE t RENAME before TO behind;\nALTER TABLE IF EXISTS ONLY t * DROP c;",
    }),
    wrong("several columns that are added at once", go("SELECT nope FROM t"), ["nope", null], {
      sql: "CREATE TABLE t (a INT);\nALTER TABLE t ADD (b INT, UNIQUE (b), c INT);",
    }),
  ],
});
