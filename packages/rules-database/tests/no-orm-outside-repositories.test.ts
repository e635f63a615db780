import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-orm-outside-repositories.ts";

const go = (body: string, signature = "f(db *gorm.DB)", path = "gorm.io/gorm") =>
  `package p\n\nimport "${path}"\n\ntype user struct{ ID int }\n\nfunc ${signature} {\n\t${body}\n}\n`;

const QUERY = "db.Find(&user{})";

new RuleTester().run("database/no-orm-outside-repositories", rule, {
  valid: [
    {
      name: "a repository",
      code: go(QUERY),
      filename: "oma/repository/a.go",
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "a repository of the team's own",
      code: go(QUERY),
      filename: "oma/persist/a.go",
      options: [{ repositoryPaths: ["persist/**"] }],
      sites: [{ verdict: "compliant" }],
    },
    {
      name: "tests",
      code: go(QUERY),
      filename: "a_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a handle that is handed on",
      code: go("use(db.WithContext(nil).Session(nil)) // .Find("),
      sites: [],
    },
    {
      name: "a chain of a value that is no handle",
      code: go("repo.Handle().Where(1).First(1)", "f(repo *gorm.Config)"),
      sites: [{ verdict: "undecided" }],
    },
    { name: "a transaction", code: go("tx := db.Begin()\n\ttx.Commit() // .Find("), sites: [] },
    {
      name: "the work of a transaction",
      code: go("db.Transaction(work) // .Find("),
      sites: [],
    },
    { name: "opening", code: go("gorm.Open(nil) // .Find(", "f()"), sites: [] },
    {
      name: "the migrator, another rule's",
      code: go("db.AutoMigrate(&user{}) // .Find("),
      sites: [],
    },
    {
      name: "another type's methods",
      code:
        go("c.Where(1).First(2); _ = gorm.Open", "f(c cache)") +
        "\ntype cache struct{}\n\nfunc (c cache) Where(int) cache { return c }\n\nfunc (cache) First(int) {}\n",
      sites: [],
    },
    {
      name: "another package's DB",
      code: go(QUERY, "f(db *sqlite.DB)", "example.com/sqlite"),
      sites: [],
    },
    { name: "a result's error", code: go("_ = db.Error // .Find("), sites: [] },
    {
      name: "a value of unknown type where the ORM is imported",
      code: go("x.Handle().Find(&user{}); _ = gorm.Open", "f()").replace(
        'import "gorm.io/gorm"',
        'import (\n\t"example.com/x"\n\n\t"gorm.io/gorm"\n)',
      ),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "a value of unknown type in a repository, and one whose method runs nothing",
      files: {
        "go.mod": "module example.com/m\n",
        "repository/a.go": go("x.Handle().Find(&user{}); _ = gorm.Open", "f()").replace(
          'import "gorm.io/gorm"',
          'import (\n\t"example.com/x"\n\n\t"gorm.io/gorm"\n)',
        ),
        "service/a.go": go("x.Handle().Where(1); _ = gorm.Open", "f()").replace(
          'import "gorm.io/gorm"',
          'import (\n\t"example.com/x"\n\n\t"gorm.io/gorm"\n)',
        ),
      },
      sites: { "repository/a.go": [], "service/a.go": [] },
    },
    {
      name: "a value of unknown type where an ORM of the team's own is imported",
      code: go("x.Handle().Find(pop.All)", "f()", "example.org/pop/v6"),
      options: [{ handles: ["pop/v6.Connection"] }],
      sites: [{ verdict: "undecided", line: 8 }],
    },
    {
      name: "a value of unknown type where a package is imported whose path ends alike",
      code: go("x.Handle().Find(pop.All)", "f()", "example.org/mypop/v6"),
      options: [{ handles: ["pop/v6.Connection"] }],
      sites: [],
    },
    {
      name: "a value of unknown type elsewhere",
      code: go("x.Handle().Find(&user{})", "f()", "example.com/x"),
      sites: [],
    },
  ],
  invalid: [
    {
      name: "a handle of a package that is not read",
      code: go(
        "return conn.Where(1).First(1)",
        "f(conn *pop.Connection) error",
        "example.org/pop/v6",
      ),
      options: [{ handles: ["pop/v6.Connection"] }],
      errors: [{ messageId: "chain", line: 8, column: 9 }],
    },
    {
      name: "a part of such a chain in a variable",
      code: go(
        "query := conn.Where(1)\n\tquery.First(1)",
        "f(conn *pop.Connection)",
        "example.org/pop/v6",
      ),
      options: [{ handles: ["pop/v6.Connection"] }],
      errors: [{ messageId: "chain", line: 9 }],
    },
    {
      name: "a handle in a field",
      code: go("s.conn.Where(1).First(1)", "f(s store)", "example.org/pop/v6").replace(
        "type user",
        "type store struct{ conn *pop.Connection }\n\ntype user",
      ),
      options: [{ handles: ["pop/v6.Connection"] }],
      errors: [{ messageId: "chain", line: 10 }],
    },
    {
      name: "a query",
      code: go('db.Where("id = ?", 1).Order("id").First(&user{})'),
      errors: [
        {
          message: "Move this query ('Where, Order, First') to a repository, and call that.",
          line: 8,
          column: 2,
          endColumn: 50,
        },
      ],
    },
    {
      name: "once for the chain and its field",
      code: go("_ = db.Create(&user{}).Error"),
      errors: [{ messageId: "chain", column: 6 }],
    },
    {
      name: "with a context",
      code: go("db.WithContext(nil).Save(&user{})"),
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "one in several parts, where it is run",
      code: go(
        'q := db.Where("id = ?", 1)\n\tif db != nil { q = q.Order("id") }\n\tq.Limit(1).Find(&user{})',
      ),
      errors: [{ message: /'Limit, Find'/u, line: 10 }],
    },
    {
      name: "a part that another function runs",
      code: go('q := db.Where("id = ?", 1)\n\trun(q)'),
      errors: [{ message: /'Where'/u }],
    },
    {
      name: "a part beside another variable that is run",
      code: go('q := db.Where("id = ?", 1)\n\trun(q)\n\tother := db\n\tother.Find(&user{})'),
      errors: [
        { messageId: "chain", line: 8, column: 7 },
        { messageId: "chain", line: 11, column: 2 },
      ],
    },
    {
      name: "a part that is returned",
      code: go('return db.Where("id = ?", 1)', "f(db *gorm.DB) *gorm.DB"),
      errors: [{ messageId: "chain", line: 8, column: 9 }],
    },
    {
      name: "in a transaction",
      code: go("db.Transaction(func(tx *gorm.DB) error { return tx.Delete(&user{}).Error })"),
      errors: [{ messageId: "chain", line: 8, column: 50 }],
    },
    {
      name: "raw",
      code: go('db.Raw("SELECT 1").Scan(nil)'),
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "by value",
      code: go(QUERY, "f(db gorm.DB)"),
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "a field",
      code: go("s.db.Find(nil)", "(s store) f()") + "\ntype store struct{ db *gorm.DB }\n",
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "embedded",
      files: {
        "go.mod": "module example.com/m\n",
        "a.go": go("s.Find(nil)", "(s store) f()") + "\ntype store struct{ *gorm.DB }\n",
      },
      errors: { "a.go": [{ messageId: "chain" }] },
    },
    {
      name: "a package's variable",
      code: go("handle.Find(nil)", "f()") + "\nvar handle *gorm.DB\n",
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "what opening gives",
      code: go("db, _ := gorm.Open(nil)\n\tdb.Find(nil)", "f()"),
      errors: [{ messageId: "chain", line: 9, column: 2 }],
    },
    {
      name: "the first GORM",
      code: go(QUERY, "f(db *gorm.DB)", "github.com/jinzhu/gorm"),
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "an alias",
      code: go(QUERY, "f(db *orm.DB)").replace('"gorm.io', 'orm "gorm.io'),
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "an ORM of the team's own",
      code: go("db.Find(1)", "f(db *orm.Handle)", "example.com/orm"),
      options: [{ handles: ["orm.Handle"] }],
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
    {
      name: "tests, if asked for",
      code: go(QUERY),
      filename: "a_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "chain", line: 8, column: 2 }],
    },
  ],
});
