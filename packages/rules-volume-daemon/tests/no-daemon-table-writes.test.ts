import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-daemon-table-writes.ts";

const NAME = "volume-daemon/no-daemon-table-writes";

runFixture(NAME, rule, new URL("testdata/tables.go", import.meta.url));

const file = (body: string) =>
  `package failover\n\nimport "gorm.io/gorm"\n\nfunc f(db *gorm.DB, id string) {\n\t${body}\n}\n`;
const exec = (sql: string) => file(`db.Exec(\`${sql}\`)`);
const write = exec("UPDATE volume_mounts SET x = 1");
const models = { models: ["database.VolumeMount"] };
const model = (body: string) =>
  file(body).replace('import "', 'import "example.com/app/database"\nimport "');
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];
const compliant = [{ verdict: "compliant" as const, line: 6 }];

const modelTable = (table: string) => ({
  "go.mod": "module example.com/app\n",
  "models/m.go": `package models\n\ntype Mount struct{}\n\nfunc (*Mount) TableName() string { return "${table}" }\n`,
  "store/a.go":
    'package store\n\nimport "example.com/app/models"\n\nfunc f(db *DB) {\n\tvar m models.Mount\n\tdb.Exec("DELETE FROM " + m.TableName() + " WHERE id = 1")\n}\n',
});

new RuleTester().run(NAME, rule, {
  valid: [
    {
      name: "the daemon may",
      code: write,
      filename: "source/volume-daemon/store.go",
      sites: exempt("owner: volume-daemon/**"),
    },
    { name: "tests may", code: write, filename: "a_test.go", sites: exempt("test file") },
    {
      name: "the table of another model",
      files: modelTable("jobs"),
      sites: { "store/a.go": [] },
    },
    {
      name: "the daemon's reads are its own matter",
      code: exec("SELECT * FROM volume_mounts"),
      filename: "volume-daemon/store.go",
      sites: [],
    },
    {
      name: "the daemon may by GORM, and its reads are its own matter",
      code: file(
        'db.Table("volume_mounts").Delete(nil)\n\tdb.Table("volume_mounts").Find(nil)',
      ),
      filename: "volume-daemon/store.go",
      sites: exempt("owner: volume-daemon/**"),
    },
    {
      name: "a query",
      code: exec("SELECT * FROM volume_mounts FOR UPDATE"),
      sites: compliant,
    },
    {
      name: "a query to which a condition is added is one",
      code: file(
        'const q = "SELECT * FROM volume_mounts"\n\tdb.Raw(q + " WHERE id IN (SELECT id FROM volume_mounts)")',
      ),
      sites: compliant,
    },
    {
      name: "a query by GORM",
      code: file('db.Table("volume_mounts").Where("id = ?", id).First(&id)'),
      sites: compliant,
    },
    {
      name: "a query by a model",
      code: model("db.Find(&[]database.VolumeMount{})"),
      options: [models],
      sites: [{ verdict: "compliant", line: 7 }],
    },
    {
      name: "a table whose name is not known",
      code: file('_ = "volume_mounts"\n\tdb.Exec("DELETE FROM " + id)'),
      sites: [
        { verdict: "undecided", line: 7, reason: "the table of this DELETE is not known" },
      ],
    },
    {
      name: "a write and a read by a handle of unknown type",
      code: file(
        'x.Handle().Table("volume_mounts").Delete(nil)\n\tx.Handle().Table("volume_mounts").Find(nil)',
      ).replace('import "', 'import "example.com/x"\nimport "'),
      sites: [
        { verdict: "undecided", line: 7 },
        { verdict: "compliant", line: 8 },
      ],
    },
    {
      name: "the daemon may by a handle of unknown type",
      code: file('x.Handle().Table("volume_mounts").Delete(nil)').replace(
        'import "',
        'import "example.com/x"\nimport "',
      ),
      filename: "volume-daemon/store.go",
      sites: [{ verdict: "exempt", line: 7, reason: "owner: volume-daemon/**" }],
    },
    {
      name: "a part of a table's name that is not known, and one that is another's",
      code: file(
        '_ = "volume_mounts"\n\tdb.Exec("DELETE FROM volume_" + id)\n\tdb.Exec("DELETE FROM volumes_" + id)',
      ),
      sites: [{ verdict: "undecided", line: 7 }],
    },
    {
      name: "another type of GORM, and a package whose name ends alike",
      code: model("a.Delete(&database.VolumeMount{})\n\tmine.Delete(&database.VolumeMount{})")
        .replace('import "', 'import "example.com/mygorm"\nimport "')
        .replace("db *gorm.DB", "a *gorm.Association, mine *mygorm.DB"),
      options: [models],
      sites: [],
    },
    {
      name: "a function of the name of a write",
      code: model("gorm.Delete(&database.VolumeMount{})"),
      options: [models],
      sites: [],
    },
    { name: "a name in a longer one", code: exec("DELETE FROM old_volume_mounts_2") },
    { name: "a schema of the name", code: exec("DELETE FROM volume_mounts.log") },
    { name: "a column of the name", code: exec("UPDATE jobs SET volume_mounts = 1") },
    { name: "a value", code: exec("INSERT INTO jobs VALUES ('DELETE FROM volume_mounts')") },
    { name: "prose", code: file('_ = "We delete from volume_mounts where needed"') },
    { name: "a title", code: file('_ = "update volume_mounts: set it"') },
    {
      name: "a log line",
      code: file('log.Infof("DELETE FROM volume_mounts WHERE id = %s", id)'),
    },
    { name: "an error", code: file('_ = fmt.Errorf("drop table volume_mounts")') },
    { name: "a comment", code: `${file("_ = id")}\n// UPDATE volume_mounts SET x = 1\n` },
    {
      name: "a struct tag",
      code: 'package p\n\ntype t struct {\n\tid int `json:"volume_mounts"`\n}\n',
    },
    {
      name: "another type's Table",
      code: 'package p\n\ntype DB struct{}\n\nfunc (DB) Table(string) DB { return DB{} }\n\nfunc (DB) Create(any) {}\n\nfunc f(db DB) {\n\tdb.Table("volume_mounts").Create(nil)\n}\n',
    },
    {
      name: "another type of the model's package",
      code: model("db.Create(&database.VolumeMountLog{})"),
      options: [models],
    },
    {
      name: "a table of the team's own",
      code: `${write}\n// disks\n`,
      options: [{ tables: ["disks"] }],
    },
  ],
  invalid: [
    {
      name: "the table of a model, whose name stands in another file",
      files: modelTable("volume_mounts"),
      errors: { "store/a.go": [{ messageId: "write", line: 7, column: 10 }] },
    },
    {
      name: "the statement, and what to do instead",
      code: write,
      errors: [
        {
          message:
            "Ask the Volume Daemon for the change instead of 'UPDATE': 'volume_mounts' is the daemon's, others only read it.",
          line: 6,
          column: 11,
          endColumn: 31,
        },
      ],
      sites: [{ verdict: "violation", symbol: "f", messageId: "write" }],
    },
    {
      name: "a string in quotes is shown whole",
      code: file('db.Exec("DROP TABLE volume_mounts")'),
      errors: [{ messageId: "write", line: 6, column: 10, endColumn: 36 }],
    },
    {
      name: "the line of a script",
      code: exec("\nSELECT 1;\n\n\tDELETE FROM volume_mounts;\n"),
      errors: [{ messageId: "write", line: 9, column: 2, endLine: 9 }],
    },
    {
      name: "a concatenation is one statement",
      code: file('db.Exec("DELETE " +\n\t\t"FROM volume_mounts " +\n\t\t"WHERE id = " + id)'),
      errors: [{ messageId: "write", line: 6, column: 10 }],
    },
    {
      name: "a constant is judged where it stands",
      code: file(
        'const q = "DELETE FROM volume_mounts"\n\tdb.Exec(q + " WHERE id = 1")\n\tdb.Exec(q)',
      ),
      errors: [{ messageId: "write", line: 6 }],
    },
    {
      name: "a constant in parentheses is judged where it stands too",
      code: file('const q = "DELETE FROM volume_mounts"\n\tdb.Exec((q) + " WHERE id = 1")'),
      errors: [{ messageId: "write", line: 6 }],
    },
    {
      name: "between two comments and behind a value",
      code: exec("SELECT '/*'; /* a */ DELETE FROM volume_mounts /* b */"),
      errors: [{ messageId: "write", line: 6, column: 32 }],
    },
    {
      name: "a format",
      code: file(
        'db.Exec(fmt.Sprintf("INSERT INTO %s.volume_mounts (id) VALUES (%d)", id, 1))',
      ).replace('import "', 'import "fmt"\nimport "'),
      errors: [{ messageId: "write", line: 7, column: 10 }],
    },
    {
      name: "a model",
      code: model("db.Create(&database.VolumeMount{})"),
      options: [models],
      errors: [{ messageId: "write", data: { verb: "Create", table: "VolumeMount" } }],
    },
    {
      name: "a model named before",
      code: model('db.Model(&database.VolumeMount{}).Where("id = ?", id).Updates(nil)'),
      options: [models],
      errors: [{ messageId: "write", line: 7, column: 2 }],
    },
    ...["AutoMigrate", "CreateInBatches", "FirstOrCreate", "UpdateColumn", "UpdateColumns"].map(
      (method) => ({
        name: `by ${method}`,
        code: model(`db.${method}(&database.VolumeMount{})`),
        options: [models] as [typeof models],
        errors: [{ messageId: "write" as const, data: { verb: method, table: "VolumeMount" } }],
      }),
    ),
    {
      name: "a model behind other arguments",
      code: model(
        "db.Save([2]database.VolumeMount{})\n\tdb.Delete(nil, database.VolumeMount{})",
      ),
      options: [models],
      errors: [
        { messageId: "write", line: 7 },
        { messageId: "write", line: 8 },
      ],
    },
    {
      name: "a table with white space around, a schema and quotes",
      code: file('db.Table(" `oma`.\\"volume_mounts\\" AS m").Delete(nil)'),
      errors: [
        { messageId: "write", line: 6, data: { verb: "Delete", table: "volume_mounts" } },
      ],
    },
    {
      name: "models in a slice",
      code: model("var all []*database.VolumeMount\n\tdb.Session(nil).Save(all)"),
      options: [models],
      errors: [{ messageId: "write", line: 8 }],
    },
    {
      name: "a table in a variable",
      code: file('scope := db.Table("volume_mounts")\n\tscope.Delete(nil)'),
      errors: [
        { messageId: "write", line: 7, data: { verb: "Delete", table: "volume_mounts" } },
      ],
    },
    {
      name: "the former GORM",
      code: file('db.Table("volume_mounts").Create(nil)').replace(
        "gorm.io/gorm",
        "github.com/jinzhu/gorm",
      ),
      errors: [{ messageId: "write", line: 6, column: 2 }],
    },
    {
      name: "a table of the team's own",
      code: exec("INSERT INTO disks DEFAULT VALUES"),
      options: [{ tables: ["disks"] }],
      errors: [{ messageId: "write", line: 6, column: 11 }],
    },
    {
      name: "tests, if they are asked for",
      code: write,
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "write", line: 6, column: 11 }],
    },
    {
      name: "an owner that it is not",
      code: write,
      filename: "volumedaemon/a.go",
      errors: [{ messageId: "write", line: 6, column: 11 }],
    },
    {
      name: "after a query",
      code: exec("WITH x AS (SELECT 1) UPDATE volume_mounts SET y = 1"),
      errors: [{ messageId: "write", line: 6, column: 32 }],
    },
    ...[
      "MERGE INTO volume_mounts USING jobs ON jobs.id = volume_mounts.id WHEN MATCHED THEN DELETE",
      "MERGE INTO volume_mounts AS v USING jobs ON jobs.id = v.id WHEN MATCHED THEN DELETE",
      "MERGE INTO volume_mounts v USING jobs ON jobs.id = v.id WHEN MATCHED THEN DELETE",
    ].map((sql) => ({
      name: sql.slice(0, 34),
      code: exec(sql),
      errors: [
        {
          messageId: "write" as const,
          data: { verb: "MERGE", table: "volume_mounts" },
          line: 6,
          column: 11,
        },
      ],
    })),
    {
      name: "in a trigger",
      code: exec(
        "CREATE TRIGGER t AFTER DELETE ON jobs BEGIN DELETE FROM volume_mounts WHERE id = OLD.id; END",
      ),
      errors: [{ messageId: "write", line: 6, column: 55 }],
    },
    {
      name: "a builder of text",
      code: file('fmt.Fprintf(script, "UPDATE volume_mounts SET x = %s;", id)'),
      errors: [{ messageId: "write", line: 6, column: 22 }],
    },
  ],
});
