import { afterAll, afterEach, expect, test } from "@jest/globals";
import { relative } from "node:path";
import { changedFiles } from "../../src/changes/changed-files.ts";
import { dependentsOf } from "../../src/changes/dependents.ts";
import { EarlierFiles } from "../../src/changes/earlier-files.ts";
import { disk } from "../../src/source/disk.node.ts";
import { Repository, type Files } from "./repository.ts";

/** A tree in which each package hands on a part of the one before: model, store, service, web. */
const FILES: Readonly<Record<string, string>> = {
  "go.mod":
    "module example.com/m\n\nrequire (\n\texample.com/lib v1.0.0\n\texample.com/libs v1.0.0\n)\n\n" +
    "replace example.com/two v1.0.0 => ../a\n\nreplace example.com/two v1.1.0 => ../b\n",
  "model/model.go":
    "package model\n\ntype Volume struct{ ID string }\n\ntype Other int\n\ntype part struct{ piece }\n\nfunc (v *Volume) Save() {}\n\nfunc help() int { return 1 }\n",
  "model/same.go":
    "package model\n\ntype piece int\n\nfunc keep(v *Volume) { v.Save() }\n\nvar _ = 1\n",
  "model/apart.go":
    "package model\n\ntype Whole struct{ part }\n\nfunc apart() Other { return 1 }\n\nvar _ = apart()\n",
  "model/model_test.go": "package model\n\nvar probe = help()\n",
  "store/store.go":
    'package store\n\nimport "example.com/m/model"\n\nfunc Get() *model.Volume { return nil }\n\nfunc Count() model.Other { return 1 }\n',
  "store/inner.go":
    'package store\n\nimport "example.com/m/model"\n\nfunc inner(help, helpMe int) { _ = model.Volume{} }\n\nfunc Name() string { return "" }\n',
  "service/service.go":
    'package service\n\nimport (\n\t"example.com/log"\n\t"example.com/m/store"\n)\n\ntype service struct{ last, first any }\n\nvar Current = store.Get()\n\nfunc Names() string { log.Call(); return store.Name() }\n',
  "web/current.go":
    'package web\n\nimport "example.com/m/service"\n\nfunc show() { service.Current.Save() }\n',
  "web/names.go":
    'package web\n\nimport "example.com/m/service"\n\nfunc names() { service.Names() }\n',
  "whole/whole.go":
    'package whole\n\nimport . "example.com/m/model"\n\nfunc Get() Whole { return Whole{} }\n',
  "usewhole/use.go":
    'package usewhole\n\nimport "example.com/m/whole"\n\nfunc f() { whole.Get() }\n',
  "text/text.go":
    'package text\n\nimport "fmt"\n\nvar Volume, Whole = "example.com/m/model", "example.com/lib"\n',
  "api/README.md": "Pod, Name and One\n",
  "api/a_test.go": "package api_test\n",
  "api/api.go":
    'package api\n\nimport (\n\t"example.com/x/go-conf"\n\tother "example.com/x/hidden"\n\t. "example.com/x/all"\n' +
    '\t"example.com/x/libv2"\n\t"example.com/x/names/v12"\n\t"example.com/x/v1beta1"\n)\n\n' +
    "type (\n\tPod v1beta1.Pod\n\tName names.Name\n\tLib libv2.Lib\n\tConf conf.Conf\n\tOther other.Other\n)\n\nconst (\n\tZero = iota\n\tOne\n)\n",
  "pods/pods.go": 'package pods\n\nimport "example.com/m/api"\n\nvar last api.Pod\n',
  "pods/names.go": 'package pods\n\nimport "example.com/m/api"\n\nvar name api.Name\n',
  "pods/one.go": 'package pods\n\nimport "example.com/m/api"\n\nvar number = api.One\n',
  "pods/lib.go": 'package pods\n\nimport "example.com/m/api"\n\nvar lib api.Lib\n',
  "pods/conf.go": 'package pods\n\nimport "example.com/m/api"\n\nvar conf api.Conf\n',
  "pods/other.go": 'package pods\n\nimport "example.com/m/api"\n\nvar other api.Other\n',
  "pods/blank.go": 'package pods\n\nimport _ "example.com/m/api"\n',
  "two/two.go": 'package two\n\nimport "example.com/two"\n\nvar one = two.One\n',
  "nested/go.mod": "module example.com/nested\n",
  "nested/nested.go": "package nested\n",
  "nested/below/below.go": "package below\n",
  "vendor/modules.txt": "# example.com/v\n",
  "blank/blank.go": 'package blank\n\nimport _ "example.com/m/model"\n',
  "lib/lib.go":
    'package lib\n\nimport "example.com/lib/v2/sub"\nimport "example.com/lib"\n\nfunc New() *lib.Client { return sub.New() }\n',
  "libs/libs.go": 'package libs\n\nimport "example.com/libs"\n\nfunc f() { libs.Call() }\n',
  "libs/sub.go": 'package libs\n\nimport "example.com/lib/sub"\n\nfunc g() { sub.Call() }\n',
  "dotted/dotted.go": 'package dotted\n\nimport . "example.com/lib"\n\nvar Made = Make()\n',
  "usedot/use.go":
    'package usedot\n\nimport "example.com/m/dotted"\n\nvar made = dotted.Made\n',
  "vendor/example.com/v/v.go": "package v\n\nvar Size int\n",
  "usev/use.go": 'package usev\n\nimport "example.com/v"\n\nfunc f() { _ = v.Size }\n',
  "uselib/use.go":
    'package uselib\n\nimport "example.com/m/lib"\n\nfunc f() { lib.New().Close() }\n',
};

/** Its path has a name that means something below it. */
const repository = new Repository(FILES, "vendor/repository");
const { root } = repository;
// With these, git refuses some questions and colors its answers.
repository.git("config", "submodule.recurse", "true");
repository.git("config", "color.ui", "always");

afterEach(() => {
  repository.git("reset", "-q", "--hard");
  repository.git("clean", "-qfd");
});

afterAll(() => {
  repository[Symbol.dispose]();
});

/** Returns the dependents of files that are written over the committed ones. */
function dependents(changed: Files): string[] {
  repository.write(changed);
  const revision = repository.head;
  const changes = changedFiles(revision);
  const earlier = new EarlierFiles(disk, changes, revision);
  return dependentsOf(changes, disk, earlier, root)
    .map((path) => relative(root, path))
    .sort();
}

/** Returns one of the files with a part replaced. */
function edited(name: string, from: string, to: string): Files {
  const text = FILES[name] ?? "";
  expect(text).toContain(from);
  return { [name]: text.replace(from, to) };
}

const ALL = Object.keys(FILES)
  .filter((name) => name.endsWith(".go"))
  .sort();

const OF_VOLUME = [
  "model/same.go",
  "service/service.go",
  "store/inner.go",
  "store/store.go",
  "web/current.go",
];

const OF_API = ["conf", "lib", "names", "one", "other", "pods"].map(
  (name) => `pods/${name}.go`,
);

const OF_LIB = [
  ...["dotted/dotted.go", "lib/lib.go", "libs/sub.go", "usedot/use.go", "uselib/use.go"],
];

/** The packages that depend on the package `model`. */
const OF_MODEL = [
  "blank/blank.go",
  ...OF_VOLUME.slice(1, -1),
  ...["usewhole/use.go", "web/current.go", "whole/whole.go"],
];

test.each<[what: string, changed: Files, found: string[]]>([
  ["a method", edited("model/model.go", "Save() {", "Save() error {"), OF_VOLUME],
  ["a field", edited("model/model.go", "ID string", "ID int"), OF_VOLUME],
  ["a body", edited("model/model.go", "return 1", "return 2"), []],
  ["a comment", edited("model/model.go", "type Other", "// Other is.\ntype Other"), []],
  [
    "an unexported function",
    edited("model/model.go", "help() int", "help() int8"),
    ["model/model_test.go"],
  ],
  [
    "a function with a capital in its name",
    edited("model/model.go", "help()", "helpMe()"),
    ["model/model_test.go"],
  ],
  [
    "a type in a type in a type",
    edited("model/same.go", "piece int", "piece int8"),
    ["model/apart.go", "model/model.go", "usewhole/use.go", "whole/whole.go"],
  ],
  ["a declaration without a name", edited("model/apart.go", "_ = apart()", "_ = 1"), []],
  ["a type beside others", edited("api/api.go", "Pod v1", "Pod []v1"), ["pods/pods.go"]],
  ["a constant that others repeat", edited("api/api.go", "= iota", "= 2"), ["pods/one.go"]],
  [
    "a package with a version for a name, that an unchanged declaration means",
    edited("api/api.go", "x/v1beta1", "y/v1beta1"),
    ["pods/pods.go"],
  ],
  [
    "a package with a version after its name",
    edited("api/api.go", "names/v12", "names/v13"),
    ["pods/names.go"],
  ],
  [
    "a package with a number in its name",
    edited("api/api.go", "x/lib", "y/lib"),
    ["pods/lib.go"],
  ],
  ["a package with a prefix", edited("api/api.go", "x/go-conf", "y/go-conf"), ["pods/conf.go"]],
  [
    "a package with another name in the file",
    edited("api/api.go", "x/hidden", "y/hidden"),
    ["pods/other.go"],
  ],
  ["a package whose names are all imported", edited("api/api.go", "x/all", "y/all"), OF_API],
  [
    "a package that no declaration means",
    edited("service/service.go", "example.com/log", "example.com/slog"),
    [],
  ],
  [
    "the name of a package with tests and documents",
    edited("api/api.go", "package api", "package apis"),
    ["pods/blank.go", ...OF_API],
  ],
  ["the last test of a package", { "api/a_test.go": null }, []],
  ["a test", edited("model/model_test.go", "probe", "other"), []],
  [
    "a type that goes on as far as a function of another package",
    edited("model/model.go", "Other int", "Other int8"),
    ["model/apart.go", "store/store.go"],
  ],
  [
    "an inferred variable",
    edited("service/service.go", "= store.Get()", "= 1"),
    ["web/current.go"],
  ],
  [
    "the package that an unchanged declaration means",
    edited("store/store.go", "example.com/m/model", "example.com/other/model"),
    ["service/service.go", "web/current.go"],
  ],
  [
    "a declaration that moves within its package",
    {
      ...edited("model/model.go", "type Other int\n", ""),
      "model/apart.go": `${FILES["model/apart.go"] ?? ""}\ntype Other int\n`,
    },
    [],
  ],
  [
    "a method that moves within its package",
    {
      ...edited("model/model.go", "func (v *Volume) Save() {}\n", ""),
      "model/apart.go": `${FILES["model/apart.go"] ?? ""}\nfunc (v *Volume) Save() {}\n`,
    },
    [],
  ],
  [
    "the name of a package",
    {
      ...edited("model/model.go", "package model", "package models"),
      ...edited("model/same.go", "package model", "package models"),
      ...edited("model/apart.go", "package model", "package models"),
      ...edited("model/model_test.go", "package model", "package models"),
    },
    OF_MODEL,
  ],
  [
    "a package that is gone",
    {
      "model/model.go": null,
      "model/same.go": null,
      "model/apart.go": null,
      "model/model_test.go": null,
    },
    OF_MODEL,
  ],
  [
    "the version of a module, and none with a longer name",
    edited("go.mod", "example.com/lib v1.0.0", "example.com/lib v1.0.1"),
    OF_LIB,
  ],
  [
    "the versions of several modules",
    {
      "go.mod": (FILES["go.mod"] ?? "")
        .replace("lib v1.0.0", "lib v1.0.1")
        .replace("libs v1.0.0", "libs v1.1.0"),
    },
    [...OF_LIB, "libs/libs.go"].sort(),
  ],
  ["one of two replacements of a module", edited("go.mod", "../a", "../c"), ["two/two.go"]],
  ["a vendored package", edited("vendor/example.com/v/v.go", "int", "int8"), ["usev/use.go"]],
  [
    "what replaces a module",
    { "go.mod": `${FILES["go.mod"] ?? ""}\nreplace example.com/libs => ../libs\n` },
    ["libs/libs.go"],
  ],
  ["go.mod without another module", { "go.mod": `${FILES["go.mod"] ?? ""}\ngo 1.24\n` }, []],
  ["the path of the module", edited("go.mod", "example.com/m\n", "example.com/n\n"), ALL],
  [
    "a go.mod that is gone",
    { "nested/go.mod": null },
    ["nested/below/below.go", "nested/nested.go"],
  ],
  ["a new go.mod", { "blank/go.mod": "module example.com/blank\n" }, ["blank/blank.go"]],
  ["a go.work", { "nested/go.work": "use .\n" }, ["nested/below/below.go", "nested/nested.go"]],
  ["packages that are vendored no more", { "vendor/modules.txt": null }, ALL],
  [
    "packages that are vendored now",
    { "nested/vendor/modules.txt": "# example.com/v\n" },
    ["nested/below/below.go", "nested/nested.go"],
  ],
  ["the list of what is vendored", { "vendor/modules.txt": "# example.com/w\n" }, []],
  [
    "files with names like those that say what is vendored",
    { "nested/modules.txt": "", "nested/go.mods": "", "nested/go.sum": "" },
    [],
  ],
  ["a file of another kind", { "README.md": "Volume\n" }, []],
])("%s", (_, changed, found) => {
  expect(dependents(changed)).toEqual(found);
});
