import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { changedFiles } from "../../src/changes/changed-files.ts";
import { dependentsOf } from "../../src/changes/dependents.ts";
import { EarlierFiles } from "../../src/changes/earlier-files.ts";
import { disk } from "../../src/source/disk.node.ts";

type Files = Readonly<Record<string, string | null>>;

/** A tree in which each package hands on a part of the one before: model, store, service, web. */
const FILES: Files = {
  "go.mod":
    "module example.com/m\n\nrequire (\n\texample.com/lib v1.0.0\n\texample.com/libs v1.0.0\n)\n",
  "model/model.go":
    "package model\n\ntype Volume struct{ ID string }\n\ntype Other int\n\nfunc (v *Volume) Save() {}\n\nfunc help() int { return 1 }\n",
  "model/same.go": "package model\n\nfunc keep(v *Volume) { v.Save() }\n",
  "model/apart.go": "package model\n\nfunc apart() Other { return 1 }\n",
  "model/model_test.go": "package model\n\nvar probe = help()\n",
  "store/store.go":
    'package store\n\nimport "example.com/m/model"\n\nfunc Get() *model.Volume { return nil }\n\nfunc Count() model.Other { return 1 }\n',
  "store/inner.go":
    'package store\n\nimport "example.com/m/model"\n\nfunc inner() { _ = model.Volume{} }\n\nfunc Name() string { return "" }\n',
  "service/service.go":
    'package service\n\nimport "example.com/m/store"\n\ntype service struct{ last, first any }\n\nvar Current = store.Get()\n\nfunc Names() string { return store.Name() }\n',
  "web/current.go":
    'package web\n\nimport "example.com/m/service"\n\nfunc show() { service.Current.Save() }\n',
  "web/names.go":
    'package web\n\nimport "example.com/m/service"\n\nfunc names() { service.Names() }\n',
  "blank/blank.go": 'package blank\n\nimport _ "example.com/m/model"\n',
  "lib/lib.go":
    'package lib\n\nimport "example.com/lib/v2/sub"\nimport "example.com/lib"\n\nfunc New() *lib.Client { return sub.New() }\n',
  "libs/libs.go": 'package libs\n\nimport "example.com/libs"\n\nfunc f() { libs.Call() }\n',
  "vendor/example.com/v/v.go": "package v\n\nvar Size int\n",
  "usev/use.go": 'package usev\n\nimport "example.com/v"\n\nfunc f() { _ = v.Size }\n',
  "uselib/use.go":
    'package uselib\n\nimport "example.com/m/lib"\n\nfunc f() { lib.New().Close() }\n',
};

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-dependents-")));
/** Its path has a name that means something below it. */
const root = join(temporary, "vendor", "repository");

function git(...args: string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  return execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8" }).trim();
}

function write(files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    if (text === null) rmSync(join(root, name));
    else writeFileSync(join(root, name), text);
  }
}

beforeAll(() => {
  write(FILES);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "all");
});

afterEach(() => {
  git("reset", "-q", "--hard");
});

afterAll(() => {
  rmSync(temporary, { recursive: true });
});

/** Returns the dependents of files that are written over the committed ones. */
function dependents(changed: Files): string[] {
  write(changed);
  const revision = { repository: root, commit: git("rev-parse", "HEAD") };
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

const OF_VOLUME = [
  "model/same.go",
  "service/service.go",
  "store/inner.go",
  "store/store.go",
  "web/current.go",
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
    "the name of a package",
    {
      ...edited("model/model.go", "package model", "package models"),
      ...edited("model/same.go", "package model", "package models"),
      ...edited("model/apart.go", "package model", "package models"),
      ...edited("model/model_test.go", "package model", "package models"),
    },
    ["blank/blank.go", ...OF_VOLUME.slice(1)],
  ],
  [
    "a package that is gone",
    {
      "model/model.go": null,
      "model/same.go": null,
      "model/apart.go": null,
      "model/model_test.go": null,
    },
    ["blank/blank.go", ...OF_VOLUME.slice(1)],
  ],
  [
    "the version of a module, and none with a longer name",
    edited("go.mod", "example.com/lib v1.0.0", "example.com/lib v1.0.1"),
    ["lib/lib.go", "uselib/use.go"],
  ],
  ["a vendored package", edited("vendor/example.com/v/v.go", "int", "int8"), ["usev/use.go"]],
  [
    "what replaces a module",
    { "go.mod": `${FILES["go.mod"] ?? ""}\nreplace example.com/libs => ../libs\n` },
    ["libs/libs.go"],
  ],
  ["go.mod without another module", { "go.mod": `${FILES["go.mod"] ?? ""}\ngo 1.24\n` }, []],
  [
    "the path of the module",
    edited("go.mod", "example.com/m\n", "example.com/n\n"),
    Object.keys(FILES)
      .filter((name) => name.endsWith(".go"))
      .sort(),
  ],
  ["a file of another kind", { "README.md": "Volume\n" }, []],
])("%s", (_, changed, found) => {
  expect(dependents(changed)).toEqual(found);
});
