import { expect, test } from "@jest/globals";
import { relative } from "node:path";
import { changedFiles } from "../../src/changes/changed-files.ts";
import { EarlierFiles } from "../../src/changes/earlier-files.ts";
import { RevisionError } from "../../src/changes/index.ts";
import { disk } from "../../src/source/disk.node.ts";
import { Repository, type Files } from "./repository.ts";

const LINES = "package a\n\nvar a = 1\nvar b = 2\nvar c = 3\nvar d = 4\nvar e = 5\n";
const FILES = {
  "a.go": LINES,
  "b/b.go": `// Package b.\n${LINES}`,
  "b/c/d/d.go": "package d\n",
  "go.mod": "module example.com/m\n",
};

type Change = [path: string | null, earlierPath: string | null, lines: [number, number][]];

const ALL: [number, number][] = [[1, Infinity]];

/** Returns the changes since the last commit, with paths from the root. */
function changesIn(repository: Repository): Change[] {
  const named = (path: string | null) => path && relative(repository.root, path);
  return changedFiles(repository.head).map(({ path, earlierPath, lines }): Change => [
    named(path),
    named(earlierPath),
    lines.map(([first, last]) => [first, last]),
  ]);
}

test.each<[what: string, written: Files, changes: Change[]]>([
  ["nothing", {}, []],
  ["a text that is as it was", { "a.go": LINES }, []],
  ["a changed line", { "a.go": LINES.replace("b = 2", "b = 3") }, [["a.go", "a.go", [[4, 4]]]]],
  [
    "added lines, changed ones, and ones that were taken out",
    {
      "a.go": LINES.replace("var a = 1\n", "")
        .replace("c = 3", "c = 4\nvar f = 6\nvar g = 7")
        .replace("e = 5", "e = 6"),
    },
    [
      [
        "a.go",
        "a.go",
        [
          [4, 6],
          [8, 8],
        ],
      ],
    ],
  ],
  [
    "many lines",
    { "a.go": `${LINES}${"// More.\n".repeat(12)}` },
    [["a.go", "a.go", [[8, 19]]]],
  ],
  ["lines that were taken out", { "a.go": "package a\n" }, [["a.go", "a.go", []]]],
  [
    "a text that looks like a patch",
    {
      "a.go": LINES.replace("b = 2", "b = 2\n// diff --git a/a.go b/a.go\n// @@ -1 +77 @@"),
      "b/b.go": FILES["b/b.go"].replace("b = 2", "b = 3"),
    },
    [
      ["a.go", "a.go", [[5, 6]]],
      ["b/b.go", "b/b.go", [[5, 5]]],
    ],
  ],
  ["a file that is gone", { "b/b.go": null }, [[null, "b/b.go", []]]],
  [
    "files that git does not know, but for ignored ones",
    { "n.go": LINES, "ignored/n.go": LINES, "n.txt": "n\n" },
    [
      ["n.go", null, ALL],
      ["n.txt", null, ALL],
    ],
  ],
  [
    "files that are no Go, without their lines, and not as renamed ones",
    { "go.mod": null, "sub/go.mod": `${FILES["go.mod"]}go 1.24\n`, ".gitignore": "" },
    [
      [".gitignore", ".gitignore", []],
      [null, "go.mod", []],
      ["sub/go.mod", null, ALL],
    ],
  ],
  [
    "a file with a name that git would quote",
    { 'ü "x".go': LINES, "a.go": null },
    [
      [null, "a.go", []],
      ['ü "x".go', null, ALL],
    ],
  ],
])("%s", (_, written, changes) => {
  using repository = new Repository(FILES);
  repository.write(written);
  expect(changesIn(repository)).toEqual(changes);
});

test("what is staged: a new file is all new, and a renamed one has changed where its text has", () => {
  using repository = new Repository(FILES);
  repository.write({
    "b/b.go": null,
    "z/z.go": FILES["b/b.go"].replace("e = 5", "e = 6"),
    "a.go": LINES.replace("a = 1", "a = 2"),
    "new.go": "package a\n\nfunc f() {}\n",
    "go.mod": null,
    "go.sum": FILES["go.mod"],
  });
  repository.git("add", "-A");
  expect(changesIn(repository)).toEqual([
    ["a.go", "a.go", [[3, 3]]],
    ["new.go", null, ALL],
    ["z/z.go", "b/b.go", [[8, 8]]],
    [null, "go.mod", []],
    ["go.sum", null, []],
  ]);
});

test("settings of git and attributes of files change nothing of it", () => {
  using repository = new Repository({ ...FILES, ".gitattributes": "*.go -diff\n" });
  const settings = {
    "color.ui": "always",
    "core.quotePath": "true",
    "diff.external": "false",
    "diff.interHunkContext": "9",
    "diff.noprefix": "true",
    "diff.relative": "true",
    "diff.renames": "copies",
  };
  for (const [name, value] of Object.entries(settings)) repository.git("config", name, value);
  repository.write({
    "a.go": LINES.replace("a = 1", "a = 2").replace("c = 3", "c = 4"),
    "b/copy.go": LINES,
  });
  repository.git("add", "-A");
  expect(changesIn(repository)).toEqual([
    [
      "a.go",
      "a.go",
      [
        [3, 3],
        [5, 5],
      ],
    ],
    ["b/copy.go", null, ALL],
  ]);
});

test("a commit that git has not cannot be compared with", () => {
  using repository = new Repository(FILES);
  const commit = "0".repeat(40);
  const compare = () => changedFiles({ repository: repository.root, commit });
  expect(compare).toThrow(RevisionError);
  expect(compare).toThrow(`git could not compare ${repository.root} with ${commit}.`);
});

test("the files of a revision are there as they were, and others as they are", () => {
  using repository = new Repository({
    ...FILES,
    "a.go": `\uFEFF${LINES}`,
    "gone/below/e.go": "package e\n",
    "gone/two/f.go": "package f\n",
    "two/a.go": "package two // \uFEFF\n",
    "two/z.go": "package two\n",
  });
  repository.write({
    "a.go": "package other\n",
    "b/b.go": null,
    "b/c/d/d.go": "package now\n",
    "b/new.go": "package b\n",
    "ignored/i.go": "package i\n",
  });
  repository.git("rm", "-rqf", "gone", "b/b.go", "two/a.go");
  repository.write({ "gone.go": "package m\n" });
  const { head, root } = repository;
  const files = new EarlierFiles(disk, changedFiles(head), head);
  const texts = [
    "a.go",
    "b/b.go",
    "b/c/d/d.go",
    "b/new.go",
    "go.mod",
    "ignored/i.go",
    "two/a.go",
    "no.go",
  ];
  expect(texts.map((name) => files.readText(`${root}/${name}`))).toEqual([
    ...[
      LINES,
      FILES["b/b.go"],
      "package d\n",
      null,
      FILES["go.mod"],
      "package i\n",
      "package two // \uFEFF\n",
      null,
    ],
  ]);
  const listed = ["", "/b", "/b/c", "/b/c/d", "/gone/below", "/ignored", "/two", "/no"];
  expect(listed.map((name) => files.listFiles(root + name))).toEqual([
    [".gitignore", "a.go", "go.mod"],
    ["b.go"],
    [],
    ["d.go"],
    ["e.go"],
    ["i.go"],
    ["a.go", "z.go"],
    [],
  ]);
  const above = ["", "/b", "/b/c", "/gone", "/gone/below", "/no"];
  expect(above.map((name) => files.listDirectories(root + name))).toEqual([
    [".git", "b", "gone", "ignored", "two"],
    ["c"],
    ["d"],
    ["below", "two"],
    [],
    [],
  ]);
  expect(files.moduleCache).toBe(disk.moduleCache);
  expect(files.standardLibrary).toBe(disk.standardLibrary);
});
