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

/** Returns the values of the argument of the last call of `show`. */
function valuesOf(argument: string, acrossFiles: boolean): readonly string[] {
  const path = "/m/store/a.go";
  const text = `package store\nimport "example.com/m/models"\nfunc f(m models.Mount, d *models.Disk) { show(${argument}) }\n`;
  const files = {
    ...MOD,
    "/m/models/m.go": MODELS,
    "/m/store/b.go":
      'package store\n\nconst local = "local"\n\nfunc own() string { return "own" }\n',
    [path]: text,
  };
  const tree = SyntaxTree.parse(text);
  const sourceCode = new GoSourceCode(tree, {}, { path, files: fileSystem(files) });
  const call = tree.nodesOfKind(["call_expression"])[0];
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
  ["local", "local"],
  ["own()", "own"],
  ['"SELECT 1 FROM " + models.Jobs', "SELECT 1 FROM jobs"],
])("%s", (argument, expected) => {
  expect(valuesOf(argument, true)).toEqual([expected]);
  expect(valuesOf(argument, false).join()).toContain(STRING_HOLE);
});

test.each([
  "d.TableName()",
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
