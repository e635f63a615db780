import { expect, test } from "@jest/globals";
import { GoSourceCode, STRING_HOLE, StaticStrings, SyntaxTree } from "../../../src/index.ts";
import { fileSystem, MOD } from "../module-files.ts";

const MODELS = `package models

type Mount struct{}
type Disk struct{ name string }

func (Mount) TableName() string { return "mounts" }

func (d *Disk) TableName() string { return d.name }

func (d *Disk) Label() string { return \`disk\` }

const Jobs = "jobs"

const (
	Vms = "vms" // machines
	Count = 3
)

var Changed = "changed"

func Name() string { return "name" }
`;

/** The same names with other meanings, and for other builds. */
const OTHERS = {
  "/m/models/n.go": `package models

type Vms struct{}

func (Vms) Name() string { return "of a method" }

func (Mount) Jobs() string { return "of a method" }

const TableName = "a constant"

type Tape struct{}

func (t *Tape) TableName() string { return "tapes" }

var Label = "a variable"
`,
  "/m/models/a_linux.go": 'package models\n\nconst Device = "sda"\n\nconst Root = "/"\n',
  "/m/models/a_windows.go": 'package models\n\nconst Device = "C"\n\nconst Root = "/"\n',
  "/m/more/models/m.go": 'package models\n\nconst Jobs = "other"\n',
};

/** Returns the values of the argument of the last call of `show`. */
function valuesOf(argument: string, acrossFiles: boolean): readonly string[] {
  const path = "/m/store/a.go";
  const text = `package store
import "example.com/m/models"
type Own struct{}
func (o *Own) TableName() string { return "unsaved" }
func (Own) Label() string { println(); return "label" }
const Vms = "mine"
func f(m models.Mount, d *models.Disk, t *models.Tape, o *Own) { show(${argument}) }
`;
  const files = {
    ...MOD,
    ...OTHERS,
    "/m/models/m.go": MODELS,
    "/m/store/b.go":
      'package store\n\nconst local = "local"\n\nfunc own() string { return "own" }\n',
    [path]: text.replace("unsaved", "saved"),
  };
  const tree = SyntaxTree.parse(text);
  const sourceCode = new GoSourceCode(tree, {}, { path, files: fileSystem(files) });
  const call = tree
    .nodesOfKind(["call_expression"])
    .find(({ function: callee }) => callee.text === "show");
  const value = call?.arguments.namedChildren[0];
  if (!value) throw new Error("There is no argument.");
  return new StaticStrings(sourceCode, { acrossFiles }).of(value);
}

test.each([
  ["m.TableName()", "mounts"],
  ["models.Mount{}.TableName()", "mounts"],
  ["(&models.Disk{}).Label()", "disk"],
  ["d.Label()", "disk"],
  ["models.Jobs", "jobs"],
  ["models.Vms", "vms"],
  ["models.Name()", "name"],
  ["models.Root", "/"],
  ["t.TableName()", "tapes"],
  ["o.TableName()", "unsaved"],
  ["local", "local"],
  ["own()", "own"],
  ['"SELECT 1 FROM " + models.Jobs', "SELECT 1 FROM jobs"],
])("%s", (argument, expected) => {
  expect(valuesOf(argument, true)).toEqual([expected]);
  expect(valuesOf(argument, false).join()).toContain(STRING_HOLE);
});

test.each([
  "d.TableName()",
  "o.Label()",
  "o.Missing()",
  "models.Device",
  "models.Label",
  "models.TableName()",
  "own",
  "d",
  "f",
  "true",
  "models.Changed",
  "models.Count",
  "models.None",
  "models.Other()",
])("not known: %s", (argument) => {
  expect(valuesOf(argument, true)).toEqual([STRING_HOLE]);
});
