import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/known-columns.ts";

const JOBS = "CREATE TABLE jobs (job_id TEXT PRIMARY KEY, status TEXT, size_gb INT);\n";
const VMS = "CREATE TABLE vms (vm_id TEXT, name TEXT);\n";

const go = (text: string) =>
  `package db\n\nvar q = ${text.includes("`") ? JSON.stringify(text) : `\`${text}\``}\n`;

const orm = (body: string) =>
  `package db\n\nimport "gorm.io/gorm"\n\ntype Job struct{}\n\nfunc f(db *gorm.DB, jobs []Job, id string) {\n\t${body}\n}\n`;

const tagged = (tag: string, type = "Job") =>
  `package db\n\ntype ${type} struct {\n\tField string \`${tag}\`\n}\n`;

interface Case {
  readonly sql?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly options?: [{ migrations?: string[]; models?: { type: string; table: string }[] }];
}

const files = (code: string, { sql = JOBS + VMS, more = {} }: Case = {}) => ({
  "go.mod": "module example.com/m\n",
  "migrations/1_start.sql": sql,
  "oma/db/a.go": code,
  ...more,
});

const judged =
  (verdict: "compliant" | "undecided", reason?: RegExp) =>
  (name: string, code: string, { options, ...rest }: Case = {}) => ({
    name,
    files: files(code, rest),
    ...(options && { options }),
    sites: { "oma/db/a.go": [{ verdict, ...(reason && { reason }) }] },
  });

const compliant = judged("compliant");

const silent = (name: string, code: string, given: Case = {}) => ({
  name,
  files: files(code, given),
  sites: { "oma/db/a.go": [] },
});

/** One wrong column; `fixed` is the code with the suggestion applied. */
const wrong = (
  name: string,
  code: string,
  [column, right]: readonly [string, string | null],
  { options, ...rest }: Case = {},
) => ({
  name,
  files: files(code, rest),
  ...(options && { options }),
  errors: {
    "oma/db/a.go": [
      {
        message: new RegExp(
          `instead of '${column}'${right === null ? "\\." : `: it may be '${right}'`}`,
          "u",
        ),
        ...(right !== null && {
          suggestions: [{ desc: `Write '${right}'.`, output: code.replace(column, right) }],
        }),
      },
    ],
  },
});

const MYSQL =
  "CREATE TABLE `jobs` (\n  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'a, b; c',\n  `state` enum('a','b') DEFAULT 'a',\n  PRIMARY KEY (`id`),\n  KEY `idx_state` (`state`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\nALTER TABLE `jobs` CHANGE COLUMN `state` `status` varchar(9) NOT NULL, ADD `owner` text AFTER `id`, ADD INDEX `i` (`owner`);\n";

const POSTGRES =
  "CREATE TABLE IF NOT EXISTS public.jobs (\n  id SERIAL PRIMARY KEY, -- the key\n  \"state\" TEXT CHECK (state IN ('a', 'b')),\n  at TIMESTAMPTZ DEFAULT now(),\n  CONSTRAINT one UNIQUE (state, at)\n);\nALTER TABLE ONLY public.jobs ADD COLUMN IF NOT EXISTS owner TEXT, ALTER COLUMN at SET NOT NULL, DROP COLUMN IF EXISTS state;\nALTER TABLE jobs RENAME COLUMN owner TO owned_by;\nCREATE INDEX ON jobs (at);\n";

const SQLITE =
  "CREATE TABLE old (id INTEGER PRIMARY KEY AUTOINCREMENT, name, key TEXT, UNIQUE (name));\nALTER TABLE old RENAME TO jobs;\nALTER TABLE jobs ADD size INT;\n";

new RuleTester().run("database/known-columns", rule, {
  valid: [
    compliant(
      "a query",
      go("SELECT job_id, status FROM jobs WHERE size_gb > $1 ORDER BY status DESC LIMIT 1"),
    ),
    compliant(
      "stars and functions",
      go(
        "SELECT j.*, count(*) AS n, max(size_gb) most FROM jobs j GROUP BY status HAVING n > 1 ORDER BY most",
      ),
    ),
    compliant(
      "a join",
      go(
        "SELECT j.status, name FROM jobs AS j LEFT JOIN vms v ON v.vm_id = j.job_id AND v.name LIKE 'x'",
      ),
    ),
    compliant(
      "an insert",
      go(
        "INSERT INTO jobs (job_id, status) VALUES (:wrong, @other) ON CONFLICT (job_id) DO UPDATE SET status = excluded.status RETURNING size_gb",
      ),
    ),
    compliant(
      "an update",
      go("UPDATE jobs SET status = 'nope', size_gb = size_gb + 1 WHERE job_id = ?"),
    ),
    compliant("a delete", go('DELETE FROM public."jobs" WHERE "status" IS NULL')),
    compliant(
      "casts and times",
      go("SELECT size_gb::bigint, CAST(status AS mytype), now() - interval '1 day' FROM jobs"),
    ),
    compliant("capitals", go("SELECT STATUS FROM Jobs")),
    compliant("hidden columns", go("SELECT rowid FROM jobs")),
    compliant("backquotes", go("SELECT `status` FROM `jobs`")),
    compliant("MySQL", go("SELECT id, status, owner FROM jobs"), { sql: MYSQL }),
    compliant("PostgreSQL", go("SELECT id, at, owned_by FROM jobs"), { sql: POSTGRES }),
    compliant(
      "a conflict of a constraint, and an order of letters",
      go("INSERT INTO jobs (job_id) VALUES (1) ON CONFLICT ON CONSTRAINT jobs_pkey DO NOTHING"),
    ),
    compliant(
      "an order of letters",
      go("SELECT status FROM jobs ORDER BY status COLLATE nocase_x"),
    ),
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
    compliant(
      "what the database computes for a time",
      go("SELECT EXTRACT(year FROM size_gb) FROM jobs"),
    ),
    compliant("a lock", go("SELECT status FROM jobs FOR UPDATE OF jobs SKIP LOCKED")),
    compliant("a table with a schema of two names", go('SELECT status FROM "a"."b".jobs')),
    compliant(
      "numbers and placeholders of each kind",
      go(
        "SELECT status FROM jobs WHERE size_gb IN (1.5, .5, $1, ?, :nope, @nope) AND status IN (E'nope', N'nope', 'it''s nope')",
      ),
    ),
    compliant(
      "an update over a join",
      go("UPDATE jobs j JOIN vms v ON v.vm_id = j.job_id SET j.status = v.name"),
    ),
    compliant(
      "a row of a trigger",
      go("UPDATE jobs SET status = NEW.status WHERE job_id = OLD.job_id"),
    ),
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
    compliant(
      "a chain of GORM",
      orm('db.Where("status = ? AND size_gb > ?", id, 1).Find(&jobs)'),
    ),
    compliant("keys of a map", orm('db.Model(&Job{}).Updates(map[string]any{"status": 1})')),
    compliant("a table by name", orm('db.Table("vms").Select("name as n").Scan(nil)')),
    compliant(
      "a later use of the variable",
      orm('q := db.Where("status = ?", id)\n\tq.Find(&jobs)'),
    ),
    compliant(
      "a type's own table name",
      `${orm('db.Where("name = ?", id).Find(&jobs)')}\nfunc (Job) TableName() string { return "vms" }\n`,
    ),
    compliant("a type that the options name", orm('db.Where("name = ?", id).Find(&jobs)'), {
      options: [{ models: [{ type: "db.Job", table: "vms" }] }],
    }),
    compliant("a tag", tagged('gorm:"primaryKey;column:status;size:9"')),
    compliant(
      "a tag of a type that the options name",
      tagged('db:"name,omitempty"', "Machine"),
      { options: [{ models: [{ type: "db.Machine", table: "vms" }] }] },
    ),
    compliant(
      "a query inside of a query",
      go(
        "SELECT status FROM jobs j WHERE job_id IN (SELECT vm_id FROM vms WHERE name = j.status)",
      ),
    ),
    compliant(
      "queries inside of a delete",
      go(
        "DELETE FROM vms WHERE EXISTS (SELECT 1 FROM jobs WHERE size_gb > 1 AND vm_id = job_id)",
      ),
    ),
    compliant(
      "a query as a value",
      go("SELECT vm_id, (SELECT max(size_gb) FROM jobs) AS most FROM vms ORDER BY most"),
    ),
    compliant(
      "a comparison that looks like a table",
      go("SELECT status FROM jobs WHERE size_gb IS DISTINCT FROM $1 AND job_id = 'a'"),
    ),
    compliant(
      "a query in a condition of GORM",
      orm('db.Where("job_id NOT IN (SELECT vm_id FROM vms WHERE name = ?)", id).Find(&jobs)'),
    ),
    {
      name: "a name that the chain gives",
      files: files(
        orm(
          'db.Model(&Job{}).Select("count(*) AS n").Group("status").Having("n > 1").Scan(nil)',
        ),
        {},
      ),
      sites: {
        "oma/db/a.go": Array.from({ length: 3 }, () => ({ verdict: "compliant" as const })),
      },
    },
    compliant("an expression to pluck", orm('db.Model(&Job{}).Pluck("DISTINCT status", nil)')),
    compliant("the name of a field", orm('db.Model(&Job{}).Update("SizeGB", 1)')),
    compliant(
      "a list of a type of its own",
      `${orm("var them Jobs\n\tdb.Where(`size_gb > 1`).Find(&them)")}\ntype Jobs []*Job\n`,
    ),
    compliant(
      "a list of another file",
      orm("var them Jobs\n\tdb.Where(`size_gb > 1`).Find(&them)"),
      {
        more: { "oma/db/list.go": "package db\n\ntype Jobs []Job\n" },
      },
    ),
    judged("undecided", /may be the name of a field/u)(
      "a field whose column is not known",
      orm('db.Model(&Job{}).Update("DeletedAt", nil)'),
    ),
    {
      name: "a name that the chain may give",
      files: files(orm('db.Model(&Job{}).Select(id).Having("n > 1").Scan(nil)'), {}),
      sites: {
        "oma/db/a.go": [
          { verdict: "undecided", reason: "a part of the text is not known" },
          { verdict: "undecided", reason: "what the chain selects is not known" },
        ],
      },
    },
    judged("undecided", /several queries/u)(
      "a union",
      go("SELECT nope FROM jobs UNION SELECT name FROM vms"),
    ),
    judged("undecided", /named queries/u)(
      "a query with a name",
      go("WITH x AS (SELECT nope FROM jobs) SELECT nope FROM x"),
    ),
    judged("undecided", /reads from/u)(
      "a query that stands for a table",
      go("SELECT nope FROM (SELECT status AS nope FROM jobs) j"),
    ),
    judged("undecided", /reads from/u)(
      "a placeholder that stands for a table",
      go("SELECT status FROM jobs WHERE job_id IN (SELECT nope FROM ?)"),
    ),
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
    judged("undecided", /no migration creates 'users'/u)(
      "another table",
      go("SELECT nope FROM users"),
    ),
    judged("undecided", /a part of the statement is not known/u)(
      "a part that is not known",
      'package db\n\nfunc f(c string) string { return "SELECT " + c + " FROM jobs" }\n',
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
    judged("undecided", /'x' is no table of the statement/u)(
      "a name before a dot that is no table",
      go("SELECT x.nope FROM jobs"),
    ),
    judged("undecided", /what stands after WINDOW/u)(
      "a window",
      go("SELECT nope FROM jobs WINDOW w AS (ORDER BY status)"),
    ),
    judged("undecided", /what stands after INDEX/u)(
      "a hint",
      go("SELECT nope FROM jobs USE INDEX (i)"),
    ),
    judged("undecided", /names no table/u)("no table", go("SELECT max(nope)")),
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
    judged("undecided", /may be a string/u)(
      "what MySQL takes for a text",
      go('SELECT status FROM jobs WHERE status = "zzzz zzzz"'),
    ),
    judged("undecided", /the table of the chain/u)(
      "a chain whose table is not known",
      orm('db.Where("nope = ?", id).Scan(nil)'),
    ),
    judged("undecided", /joins/u)(
      "a chain that joins",
      orm('db.Joins("x").Where("nope = ?", id).Find(&jobs)'),
    ),
    silent("a condition that is a value", orm("db.Where(&Job{}).Find(&jobs)")),
    silent("no GORM type", tagged('db:"nope"', "Thing")),
    silent("DDL", go("ALTER TABLE jobs ADD COLUMN nope INT")),
    ...[
      ["Category", "categories"],
      ["UserStatus", "user_statuses"],
      ["Labels", "labels"],
      ["Person", "people"],
      ["APIKey", "api_keys"],
      ["Match", "matches"],
      ["Quiz", "quizzes"],
      ["Human", "humans"],
      ["Series", "series"],
      ["Equipment", "equipment"],
      ["Woman", "women"],
      ["German", "germans"],
      ["Child", "children"],
      ["People", "people"],
      ["Analysis", "analyses"],
      ["Axis", "axes"],
      ["Octopus", "octopi"],
      ["Bus", "buses"],
      ["Matrix", "matrices"],
      ["Vertex", "vertices"],
      ["Datum", "data"],
      ["Tomato", "tomatoes"],
      ["Knife", "knives"],
      ["Wolf", "wolves"],
      ["Day", "days"],
      ["Mouse", "mice"],
      ["HTTPServer2Log", "http_server2_logs"],
    ].map(([type, table]) =>
      compliant(
        `the table of ${type}`,
        orm(`db.Where("own = ?", id).First(&${type}{})`).replace(
          "Job struct{}",
          `${type} struct{}; type Job int`,
        ),
        { sql: `CREATE TABLE ${table} (own TEXT);` },
      ),
    ),
    compliant("a unit of time", go("SELECT EXTRACT(epoch FROM size_gb) FROM jobs")),
    judged("undecided", /part of the statement is not known/u)(
      "a verb of a format that nothing fills in",
      go("UPDATE jobs SET status = 1 WHERE job_id IN (%s)"),
    ),
    {
      name: "a format that is filled in later",
      files: files(
        'package db\n\nimport "fmt"\n\nfunc f() string {\n\tquery := "SELECT status FROM %s"\n\treturn fmt.Sprintf(query, "jobs")\n}\n',
      ),
      sites: { "oma/db/a.go": [{ verdict: "compliant", line: 6 }] },
    },
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
    judged("undecided", /this file may change it/u)(
      "a file that changes the table",
      `${go("ALTER TABLE jobs ADD COLUMN nope TEXT")}${go("SELECT nope FROM jobs").split("\n")[2] ?? ""}`,
    ),
    {
      name: "a migration, written for an older schema",
      files: {
        ...files("package db\n"),
        "migrations/0_clean.go": go("DELETE FROM jobs WHERE nope = 1"),
      },
      sites: { "migrations/0_clean.go": [] },
    },
    {
      name: "a test",
      files: { ...files("package db\n"), "oma/db/a_test.go": go("SELECT nope FROM jobs") },
      sites: { "oma/db/a_test.go": [{ verdict: "exempt", reason: "test file" }] },
    },
    { name: "no migrations", code: go("SELECT nope FROM jobs"), sites: [] },
  ],
  invalid: [
    wrong("a query", go("SELECT jobid FROM jobs"), ["jobid", "job_id"]),
    wrong("a condition", go("SELECT 1 FROM jobs WHERE stauts = ?"), ["stauts", "status"]),
    wrong("a part of the name", go("SELECT size FROM jobs"), ["size", "size_gb"]),
    wrong("nothing like it", go("SELECT colour FROM jobs"), ["colour", null]),
    wrong("with an alias", go("SELECT j.nam FROM jobs j JOIN vms v ON v.vm_id = j.job_id"), [
      "nam",
      null,
    ]),
    wrong("the other table's", go("SELECT v.statuss, v.name FROM vms v"), ["statuss", null]),
    wrong("in neither table", go("SELECT nam FROM jobs, vms"), ["nam", "name"]),
    wrong(
      "in a query inside of a query",
      go("SELECT status FROM jobs WHERE job_id IN (SELECT vmid FROM vms)"),
      ["vmid", "vm_id"],
    ),
    wrong("around a query", go("DELETE FROM jobs WHERE jobid IN (SELECT vm_id FROM vms)"), [
      "jobid",
      "job_id",
    ]),
    wrong(
      "in a query of a condition of GORM",
      orm('db.Where("job_id NOT IN (SELECT vmid FROM vms v)", id).Find(&jobs)'),
      ["vmid", "vm_id"],
    ),
    wrong(
      "beside a name that the chain gives",
      orm('db.Model(&Job{}).Select("count(*) AS n").Having("n > 1 AND statuz = 1").Scan(nil)'),
      ["statuz", "status"],
    ),
    wrong("an insert", go("INSERT INTO jobs (job_id, statu) VALUES (1, 2)"), [
      "statu",
      "status",
    ]),
    wrong("an update", go("UPDATE jobs SET sizegb = 1"), ["sizegb", "size_gb"]),
    wrong(
      "a row of an upsert",
      go(
        "INSERT INTO jobs (job_id) VALUES (1) ON CONFLICT (job_id) DO UPDATE SET status = excluded.statuz",
      ),
      ["statuz", "status"],
    ),
    wrong("in quotes", go("SELECT `statuz` FROM jobs").replaceAll("\\n", ""), [
      "statuz",
      "status",
    ]),
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
    wrong("a column called as a unit", go("SELECT epoch FROM jobs"), ["epoch", null]),
    {
      name: "a format that is filled in later",
      files: files(
        'package db\n\nimport "fmt"\n\nfunc f() string {\n\tquery := "SELECT nope FROM %s"\n\treturn fmt.Sprintf(query, "jobs")\n}\n',
      ),
      errors: { "oma/db/a.go": [{ messageId: "column", line: 6, column: 19 }] },
    },
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
      "a table that was dropped and made anew",
      go("SELECT job_id FROM jobs"),
      ["job_id", null],
      {
        sql: `${JOBS}DROP TABLE IF EXISTS vms, public.jobs CASCADE;\nCREATE TABLE jobs (a INT);`,
      },
    ),
    wrong(
      "a table that is there already is not made anew",
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
    wrong(
      "in a string between dollars, and after it",
      go("SELECT $x$ nope; -- $x$, statuz FROM jobs"),
      ["statuz", "status"],
    ),
    wrong(
      "behind comments of each kind",
      go("-- nope\n# nope\nSELECT /* nope */ statuz FROM jobs"),
      ["statuz", "status"],
    ),
    wrong(
      "in a condition behind an alias without AS",
      go("SELECT status FROM public.jobs j WHERE j.statuz = 'nope' AND size_gb::nope = 1"),
      ["statuz", "status"],
    ),
    wrong(
      "in a delete that uses another table",
      go("DELETE FROM jobs USING vms WHERE vmid = job_id"),
      ["vmid", "vm_id"],
    ),
    wrong(
      "in a join that names its columns",
      go("SELECT size FROM jobs JOIN vms USING (status)"),
      ["size", "size_gb"],
    ),
    wrong("a chain of GORM", orm('db.Where("statuz = ?", id).Find(&jobs)'), [
      "statuz",
      "status",
    ]),
    wrong("an order", orm('db.Order("jobid desc").Find(&jobs)'), ["jobid", "job_id"]),
    wrong("an update of GORM", orm('db.Model(&Job{}).Update("statuz", 1)'), [
      "statuz",
      "status",
    ]),
    wrong("a key of a map", orm('db.Model(&Job{}).Updates(map[string]any{"statuz": 1})'), [
      "statuz",
      "status",
    ]),
    wrong("a tag", tagged('json:"a" gorm:"column:statuz"'), ["statuz", "status"]),
    wrong(
      "a tag of a type that the options name",
      tagged('db:"nam"', "Machine"),
      ["nam", "name"],
      { options: [{ models: [{ type: "db.Machine", table: "vms" }] }] },
    ),
    {
      name: "two in parts, where there is no place for a suggestion",
      files: files('package db\n\nvar q = "SELECT jobid, " +\n\t"statuz FROM jobs"\n', {}),
      errors: { "oma/db/a.go": [{ messageId: "column" }, { messageId: "column" }] },
    },
    {
      name: "its place in a script",
      files: files(go("\nSELECT\n  jobid\nFROM jobs"), {}),
      errors: {
        "oma/db/a.go": [
          {
            messageId: "column",
            line: 5,
            column: 3,
            endColumn: 8,
            suggestions: 1,
          },
        ],
      },
    },
  ],
});
