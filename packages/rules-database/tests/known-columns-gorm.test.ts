import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/known-columns.ts";
import {
  compliant,
  files,
  judged,
  orm,
  silent,
  tagged,
  wrong,
} from "./support/known-columns.ts";

new RuleTester().run("database/known-columns, in GORM", rule, {
  valid: [
    compliant(
      "a list of another package, called like one of this package",
      orm('var them other.Batch\n\tdb.Where("name = 1").Find(&them)').replace(
        'import "gorm.io/gorm"',
        'import (\n\t"example.com/m/other"\n\t"gorm.io/gorm"\n)',
      ),
      {
        more: {
          "oma/db/list.go": "package db\n\ntype Batch []Job\n",
          "other/list.go": "package other\n\ntype Batch []Vm\n\ntype Vm struct{}\n",
        },
      },
    ),
    judged("undecided", /the table of the chain/u)(
      "a table that another file computes",
      orm('db.Where("statuz = 1").Find(&jobs)'),
      {
        more: {
          "oma/db/name.go":
            "package db\n\nfunc (Job) TableName() string { return prefix + name }\n",
        },
      },
    ),
    compliant(
      "a table that another file computes, for a type of another name",
      orm('db.Where("status = 1").Find(&jobs)'),
      {
        more: {
          "oma/db/name.go":
            "package db\n\nfunc (Vm) TableName() string { return prefix + name }\n",
        },
      },
    ),
    judged("undecided", /the table of the chain/u)(
      "one of two tables by name",
      orm(
        'name := "vms"\n\tif id == "" {\n\t\tname = "jobs"\n\t}\n\tdb.Table(name).Where("nam = 1").Scan(nil)',
      ),
    ),
    judged("undecided", /may be the name of a field/u)(
      "a field whose name begins with an initialism",
      orm('db.Model(&Job{}).Update("GBSize", 1)'),
    ),

    judged("undecided", /the table of the chain/u)(
      "a variable whose chains are about two tables",
      `${orm(
        'q := db.Session(nil)\n\tq.Model(&Job{}).Count(nil)\n\tq.Model(&Vm{}).Count(nil)\n\tq.Where("statuz = 1").Scan(nil)',
      )}\ntype Vm struct{}\n`,
    ),
    judged("undecided", /the table of the chain/u)(
      "a table with another name in the statement",
      orm('db.Table("vms AS v").Where("nam = 1").Find(&jobs)'),
    ),
    silent("a tag of a field that is in no table", tagged('gorm:"column:-"')),
    silent("a tag without a column", tagged('gorm:"size:9" json:"statuz"')),
    silent(
      "a tag with an escape sequence",
      tagged('gorm:"column:statuz"')
        .replaceAll("`", '"')
        .replace('"gorm:"column:statuz""', '"gorm:\\"column:statuz\\""'),
    ),

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
      `${orm("var them Batch\n\tdb.Where(`size_gb > 1`).Find(&them)")}\ntype Batch []*Job\n`,
    ),
    compliant(
      "a list of another file",
      orm("var them Batch\n\tdb.Where(`size_gb > 1`).Find(&them)"),
      {
        more: { "oma/db/list.go": "package db\n\ntype Batch []Job\n" },
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
    judged("undecided", /the table of the chain/u)(
      "a chain whose table is not known",
      orm('db.Where("nope = ?", id).Scan(nil)'),
    ),
    judged("undecided", /joins/u)(
      "a chain that joins",
      orm('db.Joins("x").Where("nope = ?", id).Find(&jobs)'),
    ),
    judged("undecided", /joins/u)(
      "a chain that joins by another method",
      orm('db.InnerJoins("x").Where("nope = ?", id).Find(&jobs)'),
    ),
    silent("a condition that is a value", orm("db.Where(&Job{}).Find(&jobs)")),
    silent("no GORM type", tagged('db:"nope"', "Thing")),
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
  ],
  invalid: [
    wrong(
      "a chain of GORM's first version",
      orm('db.Where("statuz = ?", id).Find(&jobs)').replace(
        "gorm.io/gorm",
        "github.com/jinzhu/gorm",
      ),
      ["statuz", "status"],
    ),
    wrong("a tag with a space, which GORM keeps", tagged('gorm:"column: status"'), [
      " status",
      "status",
    ]),

    ...["Having", "Not", "Or", "Order", "Where"].map((method) =>
      wrong(`the SQL of ${method}`, orm(`db.${method}("statuz = 1").Find(&jobs)`), [
        "statuz",
        "status",
      ]),
    ),
    ...["Distinct", "Group", "Select"].map((method) =>
      wrong(
        `a later argument of ${method}`,
        orm(`db.${method}("job_id", "statuz").Find(&jobs)`),
        ["statuz", "status"],
      ),
    ),
    ...["Pluck", "Update", "UpdateColumn"].map((method) =>
      wrong(`the name for ${method}`, orm(`db.Model(&Job{}).${method}("statuz", id)`), [
        "statuz",
        "status",
      ]),
    ),
    ...["Attrs", "Assign", "Not", "Or", "UpdateColumns", "Updates", "Where"].map((method) =>
      wrong(
        `a key for ${method}`,
        orm(`db.Model(&Job{}).${method}(map[string]any{"statuz": 1}).Find(&jobs)`),
        ["statuz", "status"],
      ),
    ),
    ...[
      "First",
      "FindInBatches",
      "Take",
      "Last",
      "Create",
      "Save",
      "Delete",
      "FirstOrCreate",
      "FirstOrInit",
    ].map((method) =>
      wrong(
        `the table by the argument of ${method}`,
        orm(`db.Where("statuz = 1").${method}(&jobs)`),
        ["statuz", "status"],
      ),
    ),
    wrong(
      "the table by an array of pointers",
      orm('var few [2]*Job\n\tdb.Where("statuz = 1").Find(&few)'),
      ["statuz", "status"],
    ),
    wrong(
      "the model rather than where the rows go",
      orm('db.Model(&Job{}).Where("nam = 1").Find(&vms)'),
      ["nam", null],
    ),
    ...['"vms"', '"public.vms"', '" vms "', '`"vms"`'].map((name) =>
      wrong(`the table called ${name}`, orm(`db.Table(${name}).Where("nam = 1").Find(&jobs)`), [
        "nam",
        "name",
      ]),
    ),
    wrong(
      "the table of the other chains that start with the variable",
      orm(
        'q := db.Session(nil)\n\tq.Model(&Job{}).Count(nil)\n\tq.Where("statuz = 1").Scan(nil)',
      ),
      ["statuz", "status"],
    ),

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
  ],
});
