import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-types.ts";

const DB = {
  types: ["database/sql.DB"],
  message: "repositories alone hold it",
  instead: ["repository.Volumes"],
  exempt: [{ files: ["repository/**"], reason: "it is a repository" }],
};
const options = [{ restrictions: [DB] }];

new RuleTester().run("go/restricted-types", rule, {
  valid: [
    {
      name: "another type of the package",
      code: 'package p\n\nimport "database/sql"\n\nvar DB *sql.Tx\n',
      options,
      sites: [],
    },
    {
      name: "a type of the name in the own package",
      code: "package sql2\n\ntype DB struct{}\n\nvar db DB\n",
      options,
      sites: [],
    },
    {
      name: "the type to use instead",
      code: 'package p\n\nimport "example.com/app/repository"\n\nvar v repository.Volumes\n',
      options,
      sites: [{ verdict: "compliant", line: 5, approach: "repository.Volumes" }],
    },
    {
      name: "an exempt file",
      code: 'package repository\n\nimport "database/sql"\n\ntype Volumes struct{ db *sql.DB }\n',
      filename: "repository/a.go",
      options,
      sites: [{ verdict: "exempt", line: 5, reason: "it is a repository" }],
    },
    {
      name: "a local type that hides it",
      code: 'package p\n\nimport . "database/sql"\n\nfunc f() {\n\ttype DB int\n\tvar db DB\n\t_ = db\n}\n\nvar _ Tx\n',
      options,
      sites: [],
    },
    {
      name: "a field of the name",
      code: "package p\n\ntype T struct{ DB int }\n\nvar x = T{DB: 1}.DB\n",
      options,
      sites: [],
    },
  ],
  invalid: [
    {
      name: "in fields, parameters, literals, conversions and calls of new",
      code: `package p

import store "database/sql"

type service struct{ db *store.DB }

func f(dbs []*store.DB) any {
	_ = store.DB{}
	_ = new(store.DB)
	return (*store.DB)(nil)
}
`,
      options,
      errors: [
        { messageId: "type", line: 5, column: 26, endColumn: 34 },
        { messageId: "type", line: 7, column: 15 },
        { messageId: "type", line: 8, column: 6 },
        { messageId: "type", line: 9, column: 10 },
        { messageId: "type", line: 10, column: 11 },
      ],
    },
    {
      name: "in the declaration of an alias",
      code: 'package p\n\nimport "database/sql"\n\ntype Store = sql.DB\n\nvar s Store\n',
      options,
      errors: [{ messageId: "type", line: 5, column: 14 }],
    },
    {
      name: "of a package that is imported into the file",
      code: 'package p\n\nimport . "database/sql"\n\nvar db *DB\n',
      options,
      errors: [{ messageId: "type", line: 5, column: 9, endColumn: 11 }],
    },
    {
      name: "as another type's definition, whose own name is none",
      code: "package model\n\ntype Old struct{}\ntype Same = Old\ntype List []Old\ntype Old2 Old\n",
      options: [{ restrictions: [{ types: ["model.Old", "model.Same"], message: "use New" }] }],
      errors: [
        { messageId: "type", line: 4, column: 13 },
        { messageId: "type", line: 5, column: 13 },
        { messageId: "type", line: 6, column: 11 },
      ],
    },
    {
      name: "of the own package",
      code: "package model\n\ntype Old struct{}\n\nfunc f(Old) {}\n",
      options: [{ restrictions: [{ types: ["model.Old"], message: "use New" }] }],
      errors: [
        { message: "Do not use the type 'Old': use New.", line: 5, column: 8, endColumn: 11 },
      ],
    },
    {
      name: "of an interface, replaced",
      code: 'package p\n\nimport "sync"\n\nvar m sync.Map\n',
      options: [
        {
          restrictions: [
            {
              types: ["sync.Map"],
              message: "it is not typed",
              replacement: "example.com/app/xsync.Map",
              fix: true,
            },
          ],
        },
      ],
      output: 'package p\n\nimport "example.com/app/xsync"\n\nvar m xsync.Map\n',
      errors: [{ messageId: "type", line: 5 }],
    },
  ],
});
