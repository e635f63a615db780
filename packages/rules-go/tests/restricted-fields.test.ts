import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-fields.ts";

const OLD = {
  fields: ["model.Volume.Legacy*"],
  message: "the storage system does not keep it; use ID",
  instead: ["model.Volume.ID"],
};
const options = [{ restrictions: [OLD] }];
const MODEL =
  "package model\n\ntype Volume struct {\n\tID       string\n\tLegacyID string\n}\n";
const module = (use: string) => ({
  "go.mod": "module example.com/app\n\ngo 1.22\n",
  "model/volume.go": MODEL,
  "use/use.go": use,
});

new RuleTester().run("go/restricted-fields", rule, {
  valid: [
    {
      name: "its declaration",
      files: module("package use\n"),
      options,
      sites: { "model/volume.go": [] },
    },
    {
      name: "a field of the name of another type, a key of a map, a method",
      files: module(`package use

type Volume struct{ LegacyID string }

func (v Volume) LegacyName() string { return v.LegacyID }

var LegacyID = "x"
var m = map[string]int{LegacyID: 1}
var _ = Volume{LegacyID: "x"}.LegacyName()
`),
      options,
      sites: { "use/use.go": [] },
    },
    {
      name: "the field to use instead",
      files: module(
        'package use\n\nimport "example.com/app/model"\n\nfunc f(v model.Volume) string { return v.ID }\n',
      ),
      options,
      sites: { "use/use.go": [{ verdict: "compliant", line: 5, approach: "model.Volume.ID" }] },
    },
    {
      name: "of a value that is not known",
      code: 'package p\n\nimport "example.com/x"\n\nvar id = x.Volume().LegacyID\n',
      options,
      sites: [{ verdict: "undecided", line: 5 }],
    },
    {
      name: "in a literal of a type that is not known",
      code: 'package p\n\nimport "example.com/x"\n\nvar v = x.Volume{LegacyID: "y"}\nvar w = f(x.Volume{LegacyID: "y"}.Other)\n',
      options: [{ restrictions: [{ ...OLD, fields: ["x.Disk.Legacy*"] }] }],
      sites: [],
    },
    {
      name: "in an exempt function",
      files: module(
        'package use\n\nimport "example.com/app/model"\n\nfunc migrate(v model.Volume) string { return v.LegacyID }\n',
      ),
      options: [
        {
          restrictions: [
            { ...OLD, exempt: [{ functions: ["migrate"], reason: "it reads old rows" }] },
          ],
        },
      ],
      sites: { "use/use.go": [{ verdict: "exempt", line: 5, reason: "it reads old rows" }] },
    },
    {
      name: "a variable of a package that is named as the type",
      code: 'package p\n\nimport "example.com/model/Volume"\n\nvar id = Volume.LegacyID\n',
      options,
      sites: [],
    },
  ],
  invalid: [
    {
      name: "read, written, promoted, in literals with types and without",
      files: module(`package use

import "example.com/app/model"

type disk struct{ *model.Volume }

func f(v *model.Volume, d disk) {
	v.LegacyID = d.LegacyID
	_ = model.Volume{LegacyID: "x"}
	_ = []*model.Volume{{LegacyID: "y"}}
}
`),
      options,
      errors: {
        "use/use.go": [
          { messageId: "field", line: 8, column: 4, endColumn: 12 },
          { messageId: "field", line: 8, column: 17 },
          { messageId: "field", line: 9, column: 19 },
          { messageId: "field", line: 10, column: 23 },
        ],
      },
    },
  ],
});
