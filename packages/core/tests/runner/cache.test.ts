// The files that a run with a cache lints again, and what becomes of its cache.
import { describe, expect, test } from "@jest/globals";
import { GoLanguage } from "@gopherwood/core";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { CachedTree, changedCopy, GO, localRule } from "./cached-tree.ts";

describe("of which nothing changed", () => {
  test("no file is linted again, however new it looks", async () => {
    const tree = new CachedTree("same");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
    for (const path of GO) tree.edit(path, "", "");
    tree.write("report.json", "{}");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });

  test.each<[string, (tree: CachedTree) => void, readonly string[]]>([
    [
      "a file that nobody imports",
      (tree) => {
        tree.edit("app/help.go", "help", "aid");
      },
      ["app/app.go", "app/app_test.go", "app/help.go"],
    ],
    [
      "a type, and the packages that import it through others",
      (tree) => {
        tree.edit("base/base.go", "error { return nil }", "{}");
      },
      ["app/app.go", "app/app_test.go", "app/help.go", "base/base.go", "store/store.go"],
    ],
    [
      "a file of which others see the declarations, in the body of a function",
      (tree) => {
        tree.edit("store/store.go", "return nil, nil", "return &Store{}, nil");
        tree.edit("app/help.go", "return nil", "return error(nil)");
      },
      ["app/help.go", "store/store.go"],
    ],
    [
      "a copy, and its copies",
      (tree) => {
        tree.edit("copy/one.go", "len", "cap");
      },
      ["copy/one.go", "other/two.go", "third/three.go"],
    ],
    [
      "a copy that stays one",
      (tree) => {
        tree.write("third/three.go", changedCopy(2));
      },
      ["third/three.go"],
    ],
    [
      "an import, and what it says of the copies: which is the original",
      (tree) => {
        tree.edit("alone/alone.go", "app/gone", "app/other");
      },
      ["alone/alone.go", "copy/one.go", "other/two.go", "third/three.go"],
    ],
    [
      "a test",
      (tree) => {
        tree.edit("app/app_test.go", "clean", "clear");
      },
      ["app/app.go", "app/app_test.go", "app/help.go"],
    ],
    [
      "a migration",
      (tree) => {
        tree.edit("db/migrations/1_users.up.sql", "name text", "age int");
      },
      [...GO].sort(),
    ],
    [
      "a rule",
      (tree) => {
        tree.write("rules/local.mjs", localRule("fmt"));
      },
      [...GO].sort(),
    ],
  ])("but for %s", async (_, edit, linted) => {
    const tree = new CachedTree(`edit ${linted.length} ${_.slice(0, 8)}`);
    await tree.expectCachedIsCold();
    edit(tree);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(linted);
  });
});

test("changes that follow each other are saved one by one, and then as a whole", async () => {
  const tree = new CachedTree("changes");
  await tree.expectCachedIsCold();
  const parts = () => readFileSync(tree.at(".gopherwoodcache"), "utf8").split("\n").length;
  const seen = [parts()];
  for (let step = 0; step < 12; step += 1) {
    tree.edit("store/store.go", "return nil, nil", "return &Store{}, nil");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(["store/store.go"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
    seen.push(parts());
  }
  expect(Math.max(...seen)).toBeGreaterThan(7);
  expect(seen.filter((count) => count === 4).length).toBeGreaterThan(1);
});

describe("a cache", () => {
  const path = ".gopherwoodcache";

  test.each([
    ["half of it", (text: string) => text.slice(0, text.length / 2)],
    ["nothing in it", () => ""],
    ["another version", (text: string) => text.replace(/^.*/u, "gopherwood 0.1.0 0")],
    ["something else", () => "[]"],
  ])("with %s counts for nothing", async (name, spoil) => {
    const tree = new CachedTree(`broken ${name}`);
    await tree.run({ cache: true });
    tree.write(path, spoil(readFileSync(tree.at(path), "utf8")));
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
  });

  test("of a brief run is not that of a whole one", async () => {
    const tree = new CachedTree("brief");
    await tree.expectCachedIsCold({ brief: true });
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
  });

  test("is neither read nor written by a run that fixes", async () => {
    const tree = new CachedTree("fix");
    await tree.run({ cache: true, fix: { write: false } });
    expect(existsSync(tree.at(path))).toBe(false);
  });

  test("keeps what it has of files that a run leaves out", async () => {
    const tree = new CachedTree("part");
    await tree.run({ cache: true });
    const some = new Gopherwood({ cwd: tree.cwd, cache: true });
    await some.lintFiles(["app"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
    tree.edit("app/help.go", "help", "aid");
    await some.lintFiles(["alone"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(["app/app.go", "app/app_test.go", "app/help.go"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });

  test("knows of files that a run leaves out that they may be copies by now", async () => {
    const tree = new CachedTree("part copies");
    await tree.run({ cache: true });
    const some = new Gopherwood({ cwd: tree.cwd, cache: true });
    tree.edit("copy/one.go", "len", "cap");
    await some.lintFiles(["copy"]);
    await some.lintFiles(["app"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(["other/two.go", "third/three.go"]);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });

  test("forgets what others see of a file that changed outside of a run", async () => {
    const tree = new CachedTree("part summaries");
    await tree.run({ cache: true });
    tree.edit("go.mod", "go 1.24", "go 1.23");
    tree.edit("base/base.go", "Close() error { return nil }", "Close() {}");
    await new Gopherwood({ cwd: tree.cwd, cache: true }).lintFiles(["alone"]);
    await tree.expectCachedIsCold();
    tree.edit("base/base.go", "Close() error { return nil }", "Close() {}");
    await tree.expectCachedIsCold();
    expect(tree.linted).toContain("app/app.go");
  });

  test("is not for a language that reads other files, as that of --since", async () => {
    const tree = new CachedTree("language");
    await tree.run({ cache: true, language: new GoLanguage() });
    expect(existsSync(tree.at(path))).toBe(false);
  });

  test("lies where it is asked for, and moves with the tree", async () => {
    const tree = new CachedTree("moved");
    const cache = { location: "caches/" };
    await tree.run({ cache });
    expect(existsSync(tree.at(`caches/${path}`))).toBe(true);
    renameSync(tree.cwd, `${tree.cwd}-2`);
    const moved = new CachedTree("moved-2");
    await moved.run({ cache });
    expect(moved.linted).toEqual([]);
  });

  test("is written again only if something changed", async () => {
    const tree = new CachedTree("untouched");
    await tree.run({ cache: true });
    // A cache that is written again is another file.
    const { ino } = statSync(tree.at(path));
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
    expect(statSync(tree.at(path)).ino).toBe(ino);
    tree.write("new/new.go", "package new\n");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(["new/new.go"]);
    expect(readFileSync(tree.at(path), "utf8")).toContain("new/new.go");
  });

  test("that cannot be written is a problem, and no finding is lost", async () => {
    const tree = new CachedTree("unwritable");
    tree.write("file", "");
    const cold = JSON.parse(await tree.run()) as Report;
    const cache = { location: "file/cache" };
    const report = JSON.parse(await tree.run({ cache })) as Report;
    expect(report.results).toEqual(cold.results);
    expect(report.problems).toEqual([
      {
        path: "file/cache",
        message: expect.stringMatching(
          /^The cache cannot be written: (?:ENOTDIR|EEXIST)\b.*\.$/u,
        ),
      },
    ]);
  });

  test("of two threads is that of one", async () => {
    const tree = new CachedTree("threads");
    await tree.run({ cache: true, concurrency: 2 });
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });
});
