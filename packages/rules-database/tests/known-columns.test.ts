import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/known-columns.ts";
import { compliant, files, go, judged, silent, wrong } from "./support/known-columns.ts";

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
    ...["ctid", "oid", "rowid", "_rowid_", "tableoid", "xmax", "xmin"].map((column) =>
      compliant(`the hidden column ${column}`, go(`SELECT ${column} FROM jobs`)),
    ),
    compliant("backquotes", go("SELECT `status` FROM `jobs`")),
    compliant(
      "a conflict of a constraint, and an order of letters",
      go("INSERT INTO jobs (job_id) VALUES (1) ON CONFLICT ON CONSTRAINT jobs_pkey DO NOTHING"),
    ),
    compliant(
      "an order of letters",
      go("SELECT status FROM jobs ORDER BY status COLLATE nocase_x"),
    ),
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
    judged("undecided", /no migration creates 'users'/u)(
      "another table",
      go("SELECT nope FROM users"),
    ),
    judged("undecided", /a part of the statement is not known/u)(
      "a part that is not known",
      'package db\n\nfunc f(c string) string { return "SELECT " + c + " FROM jobs" }\n',
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
    judged("undecided", /may be a string/u)(
      "what MySQL takes for a text",
      go('SELECT status FROM jobs WHERE status = "zzzz zzzz"'),
    ),
    silent("DDL", go("ALTER TABLE jobs ADD COLUMN nope INT")),
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
    judged("undecided", /this file may change it/u)(
      "a file that changes the table",
      `${go("ALTER TABLE jobs ADD COLUMN nope TEXT")}${go("SELECT nope FROM jobs").split("\n")[2] ?? ""}`,
    ),
    {
      name: "a test",
      files: { ...files("package db\n"), "oma/db/a_test.go": go("SELECT nope FROM jobs") },
      sites: { "oma/db/a_test.go": [{ verdict: "exempt", reason: "test file" }] },
    },
  ],
  invalid: [
    {
      name: "a format that is filled in later, of a variable that is declared before",
      files: files(
        'package db\n\nimport "fmt"\n\nfunc f() string {\n\tvar query string\n\tquery = "SELECT nope FROM %s"\n\treturn fmt.Sprintf(query, "jobs")\n}\n',
      ),
      errors: { "oma/db/a.go": [{ messageId: "column", line: 7, column: 18 }] },
    },
    {
      name: "a column that is like no other",
      files: files(go("SELECT hue FROM jobs")),
      sites: { "oma/db/a.go": [{ verdict: "violation", noFixReason: "no column is like it" }] },
      errors: { "oma/db/a.go": [{ messageId: "column", line: 3, column: 17 }] },
    },

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
    wrong("a column called as a unit", go("SELECT epoch FROM jobs"), ["epoch", null]),
    {
      name: "a format that is filled in later",
      files: files(
        'package db\n\nimport "fmt"\n\nfunc f() string {\n\tquery := "SELECT nope FROM %s"\n\treturn fmt.Sprintf(query, "jobs")\n}\n',
      ),
      errors: { "oma/db/a.go": [{ messageId: "column", line: 6, column: 19 }] },
    },
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
    {
      name: "two in parts, where there is no place for a suggestion",
      files: files('package db\n\nvar q = "SELECT jobid, " +\n\t"statuz FROM jobs"\n', {}),
      errors: { "oma/db/a.go": [{ messageId: "column" }, { messageId: "column" }] },
      sites: {
        "oma/db/a.go": Array.from({ length: 2 }, () => ({
          verdict: "violation" as const,
          line: 3,
          column: 9,
          noFixReason: "the text is put together",
        })),
      },
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
