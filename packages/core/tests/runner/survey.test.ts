import { describe, expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "../../src/runner/index.ts";
import { MentionFinder } from "../../src/runner/survey/mentions.ts";
import { configWith, newProject } from "./fixture.ts";

const CONFIG = configWith(
  { "demo/calls": "error" },
  {
    settings: {
      gopherwood: {
        systems: [
          { name: "New", status: "active", files: ["new/**"], documentation: ["docs/new/*"] },
          { name: "Old", status: "deprecated", files: ["old/engine/**"] },
        ],
      },
    },
  },
);

async function surveyed(files: Record<string, string>, paths = ["."]): Promise<Report> {
  using project = newProject({
    "gopherwood.config.mjs": CONFIG,
    "go.mod": "module example.com/m\n",
    "new/engine/run.go": "package engine\n\nvar x = bad()\n",
    "old/engine/run.go": "package engine\n\nvar x = bad()\n",
    "old/engine/only_here.go": "package engine\n",
    ...files,
  });
  return await new Gopherwood({ cwd: project.root, survey: true }).lintFiles(paths);
}

test("each system has its files", async () => {
  const { systems } = await surveyed({});
  expect(systems.map(({ name, files }) => [name, files])).toEqual([
    ["New", ["new/engine/run.go"]],
    ["Old", ["old/engine/only_here.go", "old/engine/run.go"]],
  ]);
});

test("documents of systems are found, where Go files would be too", async () => {
  const { survey } = await surveyed({
    "docs/new/guide.md": "# Guide\n\nText.\n",
    "docs/new/image.png": "",
    "docs/other.md": "Text.\n",
    "node_modules/x/docs/new/a.md": "Text.\n",
  });
  expect(survey?.documentation).toEqual([
    { path: "docs/new/guide.md", lines: 3, systems: ["New"] },
  ]);
});

test("who imports and who mentions retired packages is found", async () => {
  const { survey } = await surveyed({
    "main.go": 'package main\n\nimport (\n\t_ "example.com/m/old/engine"\n)\n',
    "old/engine/sub/s.go": 'package sub\n\nimport _ "example.com/m/old/engine"\n',
    "README.md": "See `old/engine/`,\nnot new/engine, engine/run.go or run.go.\n",
    "docs/a.rst": "only_here.go and /old/engine/run.go.\r\n",
    "old/engine/README.md": "About old/engine.\n",
    ".hidden/a.md": "old/engine/\n",
    "CHANGELOG-1.2.md": "Moved old/engine/run.go.\n",
    "docs/release-notes/1.md": "Moved old/engine/run.go.\n",
  });
  expect(
    survey?.references.map(({ file, line, kind, target }) => [file, line, kind, target]),
  ).toEqual([
    ["main.go", 4, "import", "old/engine"],
    ["README.md", 1, "mention", "old/engine"],
    ["docs/a.rst", 1, "mention", "old/engine/only_here.go"],
    ["docs/a.rst", 1, "mention", "old/engine/run.go"],
  ]);
});

test("what was not linted is known all the same", async () => {
  const files = { "main.go": "package main\n", "README.md": "engine/run.go, only_here.go\n" };
  const { survey } = await surveyed(files, ["old"]);
  expect(survey?.references.map(({ target }) => target)).toEqual(["old/engine/only_here.go"]);
});

test("nothing is looked up that was not asked for", async () => {
  using project = newProject({ "a.go": "package p\n" });
  const report = await new Gopherwood({ cwd: project.root }).lintFiles(["."]);
  expect(report).not.toHaveProperty("survey");
});

test("settings that are wrong end the run, with the config's path", async () => {
  using project = newProject({
    "a.go": "package p\n",
    "gopherwood.config.mjs": configWith({}, { settings: { gopherwood: { system: [] } } }),
  });
  const run = new Gopherwood({ cwd: project.root }).lintFiles(["."]);
  await expect(run).rejects.toThrow(
    `${project.path("gopherwood.config.mjs")}: settings.gopherwood has no key "system"`,
  );
});

test("sites carry their code, and violations what was said and how to fix them", async () => {
  const long = "x".repeat(300);
  const { sites } = await surveyed({
    "a.go": [
      "package p",
      "",
      "func f() {",
      "\tgood(",
      "\t\t1,",
      "\t)",
      `\tbad("${long}")`,
      "\tbad() //gopherwood:disable-line demo/calls -- so it is",
      "}",
      "",
    ].join("\n"),
  });
  const own = sites.filter(({ file }) => file === "a.go");
  expect(own.map(({ verdict, message, fixKind }) => [verdict, message, fixKind])).toEqual([
    ["compliant", undefined, undefined],
    ["violation", "A call of bad.", "manual"],
    ["exempt", undefined, undefined],
  ]);
  expect(own[0]?.code).toBe("good(\n\t1,\n)");
  expect(own[1]?.code).toHaveLength(200);
});

describe("what a line of prose names", () => {
  const finder = new MentionFinder(
    ["a/old/x.go", "a/old/sub/y.go", "b/dead.go"],
    ["a/new/x.go", "b/live.go", "c/sub/z.go"],
  );
  test.each([
    ["x.go has several", []],
    ["old/x.go has one", ["a/old/x.go"]],
    ["`/abs/home/a/old/x.go`", ["a/old/x.go"]],
    ["[link](../../a/old/x.go).", ["a/old/x.go"]],
    ["example.com/m/a/old/sub", ["a/old/sub"]],
    ["a/old/ and a/old", ["a/old"]],
    ["dead.go, y.go", ["b/dead.go", "a/old/sub/y.go"]],
    ["xdead.go or dead.gox or old/xx.go", []],
    ["a/new/x.go, b/live.go, sub/", []],
    ["https://example.com/a/old/x.go#L3", ["a/old/x.go"]],
    ["rclone copy ${FROM}/old ${TO}:${BUCKET}/sub", []],
    ["", []],
  ])("%j", (line, targets) => {
    expect(finder.in(line)).toEqual(targets);
  });
});

test("the packages that several systems share are found, tests left out", async () => {
  const { survey } = await surveyed({
    "common/c.go": "package common\n",
    "alone/a.go": "package alone\n",
    "tests/t.go": "package tests\n",
    "new/engine/uses.go":
      'package engine\n\nimport (\n\t_ "example.com/m/alone"\n\t_ "example.com/m/common"\n\t_ "example.com/m/old/engine"\n)\n',
    "new/engine/uses_test.go": 'package engine\n\nimport _ "example.com/m/tests"\n',
    "old/engine/uses.go":
      'package engine\n\nimport (\n\t_ "example.com/m/common"\n\t_ "example.com/m/tests"\n)\n',
  });
  expect(survey?.shared).toEqual([{ path: "common", systems: ["New", "Old"] }]);
});

test("documents that Gopherwood wrote are left out", async () => {
  const { survey } = await surveyed({
    "a.md": "engine/run.go, only_here.go\n\n<!-- Generated by gopherwood. -->\n",
    "b.md": "only_here.go says: <!-- Generated by gopherwood. -->\n",
  });
  expect(survey?.references.map(({ file }) => file)).toEqual(["b.md"]);
});
