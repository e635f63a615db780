import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-stored-entry.ts";

const file = (declarations: string) =>
  `package p\n\nimport (\n\t"example.com/other"\n\n\tlog "github.com/sirupsen/logrus"\n)\n\ntype a struct{}\n\nvar _ other.Named = a{}\n\n${declarations}\n`;

const LINE = 13;

/** Declarations that keep a logger, with its place, its type and the column. */
const KEPT = [
  ["type s struct{ e log.Logger }", "field", "log.Logger", 16],
  ["type s struct{ e log.StdLogger }", "field", "log.StdLogger", 16],
  ["type s struct{ e log.Ext1FieldLogger }", "field", "log.Ext1FieldLogger", 16],
  ["type s struct{ e [2]*log.Entry }", "field", "[2]*log.Entry", 16],
  ["type s struct{ e (*log.Entry) }", "field", "(*log.Entry)", 16],
  ["type s struct{ e map[*log.Entry]int }", "field", "map[*log.Entry]int", 16],
  ["type s []log.Entry", "type", "[]log.Entry", 6],
  ["type s log.Entry", "type", "log.Entry", 6],
  ["func f(es ...*log.Entry) {}", "parameter", "*log.Entry", 8],
  ["func f() *log.Entry { return nil }", "result", "*log.Entry", 10],
  ["func f() (e *log.Entry) { return nil }", "result", "*log.Entry", 11],
  ["func (s b) f() *log.Entry { return nil }", "result", "*log.Entry", 16],
  ["type f func() *log.Entry", "result", "*log.Entry", 15],
  ["var f = func() *log.Entry { return nil }", "result", "*log.Entry", 16],
  ["type i interface{ F() *log.Entry }", "result", "*log.Entry", 23],
  ["var x, y *log.Entry", "variable", "*log.Entry", 5],
  // Methods that no interface of another package asks for.
  ["func (s b) Fire(e *log.Entry, n int) {}", "parameter", "*log.Entry", 17],
  ["func (s b) FireAll(e *log.Entry) {}", "parameter", "*log.Entry", 20],
  ["func (s b) Reformat(e *log.Entry) {}", "parameter", "*log.Entry", 21],
  ["func (s b) Format(n int) *log.Entry { return nil }", "result", "*log.Entry", 26],
  ["func Fire(e *log.Entry) {}", "parameter", "*log.Entry", 11],
  ["func (s b) WithFieldless() *log.Entry { return nil }", "result", "*log.Entry", 28],
  ["func (s b) AlsoWithField() *log.Entry { return nil }", "result", "*log.Entry", 28],
  ["func (s b) WithField(e *log.Entry) {}", "parameter", "*log.Entry", 22],
  ["func (s a) Named() { _ = func(e *log.Entry) {} }", "parameter", "*log.Entry", 31],
  ["func (s aa) Named(e *log.Entry) {}", "parameter", "*log.Entry", 19],
] as const;

/** Declarations of methods whose signature others choose, with the reason. */
const EXEMPT = [
  ["func (s b) Fire(e *log.Entry) {}", "a hook or formatter of logrus"],
  ["func (s b) WithError() *log.Entry { return nil }", "a method of logrus' FieldLogger"],
  [
    "func (s b) WithFields() (*log.Entry, int) { return nil }",
    "a method of logrus' FieldLogger",
  ],
  ["func (s *a) Named(e *log.Entry) {}", "an interface of another package asks for the method"],
  [
    "func (a) Named(f func(e *log.Entry)) {}",
    "an interface of another package asks for the method",
  ],
] as const;

/** A module whose interface of another package has the method `Named`. */
const module = (declaration: string, method: string) => `
-- go.mod --
module example.com/app
-- a.go --
package app

import (
	"example.com/app/other"

	log "github.com/sirupsen/logrus"
)

type a struct{}

${declaration}

func (a) ${method}(e *log.Entry) {}
-- other/other.go --
package other

type Named interface{ Named() }
`;

new RuleTester().run("logging/no-stored-entry, places", rule, {
  valid: [
    ...EXEMPT.map(([declaration, reason]) => ({
      name: `the signature of another: ${declaration}`,
      code: file(declaration),
      sites: [{ verdict: "exempt" as const, line: LINE, reason }],
    })),
    ...[
      "var f = func() { var e log.Entry; _ = e }",
      "func f() { var e []*log.Entry; _ = e }",
      "func f() { _ = map[string]*log.Entry{} }",
      "type s struct{ e log.Entries; f log.MyEntry }",
      "var x, y = log.Fields{}, 1",
    ].map((declaration) => ({
      name: `nothing is kept: ${declaration}`,
      code: file(declaration),
      sites: [],
    })),
    {
      name: "a method that an interface of the module has",
      files: module("var _ other.Named = a{}", "Named"),
      filename: "a.go",
      sites: [{ verdict: "exempt", line: 13 }],
    },
    {
      name: "wanted types in a file that is exempt",
      code: 'package p\n\nimport "example.com/joblog"\n\ntype s struct{ t joblog.Tracker }\n',
      options: [{ exemptPackages: ["p"] }],
      sites: [],
    },
  ],
  invalid: [
    ...KEPT.map(([declaration, place, type, column]) => ({
      name: `${place}: ${declaration}`,
      code: file(declaration),
      errors: [
        {
          messageId: "storedInstead" as const,
          data: {
            place,
            type,
            wanted: "joblog.Tracker or logging.OperationLogger or logging.OperationContext",
          },
          line: LINE,
          column,
        },
      ],
    })),
    ...(
      [
        ["var _ other.Named = a{}", "Renamed"],
        ["var named other.Named = a{}", "Named"],
        ["var _ other.Named", "Named"],
      ] as const
    ).map(([declaration, method]) => ({
      name: `a method that the interface does not ask for: ${declaration}, ${method}`,
      files: module(declaration, method),
      errors: {
        "a.go": [{ messageId: "storedInstead" as const, line: 13, column: 11 + method.length }],
      },
    })),
  ],
});
