// A run with a cache finds what a run without one finds, whatever happened in between.
import { describe, expect, test } from "@jest/globals";
import { GoLanguage } from "@gopherwood/core";
import { Gopherwood, type GopherwoodOptions } from "@gopherwood/core/runner";
import { existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../../../tests/support/random.ts";
import { workFolder, writeFiles } from "../../../../tests/support/work-folder.ts";

const work = workFolder();

/** Code whose findings depend on other files: types, copies, imports, tables. */
const long = (name: string) =>
  Array.from({ length: 60 }, (_, at) => `\t${name}["k${at}"] = ${at} + len(${name})\n`).join(
    "",
  );
const FILES: Record<string, string> = {
  "go.mod": "module example.com/app\n\ngo 1.24\n",
  "gopherwood.config.mjs": `import { strict } from "@gopherwood/config";
import database from "@gopherwood/rules-database";
import { options } from "./options.mjs";
import { local } from "./rules/local.mjs";

export default [
  ...strict,
  { ...database.configs.base, rules: { "database/known-columns": "error" } },
  {
    files: ["**/*.go"],
    plugins: { local: { rules: { local } } },
    rules: { "error-handling/no-ignored-errors": ["error", options], "local/local": "warn" },
  },
];
`,
  "options.mjs": "export const options = { tests: false };\n",
  "rules/local.mjs": localRule("os"),
  "store/store.go":
    'package store\n\nimport "example.com/app/base"\n\ntype Store struct{ base.Closer }\n\nfunc Open() (*Store, error) { return nil, nil }\n',
  "base/base.go":
    "package base\n\ntype Closer struct{}\n\nfunc (Closer) Close() error { return nil }\n",
  "app/app.go":
    'package app\n\nimport "example.com/app/store"\n\nfunc Run() {\n\ts, err := store.Open()\n\tif err != nil {\n\t\treturn\n\t}\n\ts.Close()\n\thelp()\n}\n',
  "app/help.go": "package app\n\nfunc help() error { return nil }\n",
  "app/app_test.go": 'package app\n\nimport "os"\n\nfunc clean() { os.Remove("x") }\n',
  "alone/alone.go":
    'package alone\n\nimport (\n\t"example.com/app/gone"\n\t"os"\n)\n\nfunc clean() {\n\tgone.Do()\n\tos.Remove("x")\n}\n',
  "copy/one.go": `package copy\n\nfunc one(m map[string]int) {\n${long("m")}}\n`,
  "other/two.go": `package other\n\nfunc two(n map[string]int) {\n${long("n")}}\n`,
  "third/three.go": changedCopy(0),
  "db/db.go":
    'package db\n\nimport "database/sql"\n\nfunc get(db *sql.DB) error {\n\t_, err := db.Query("SELECT name, age FROM users")\n\treturn err\n}\n',
  "db/migrations/1_users.up.sql": "CREATE TABLE users (id int, name text);\n",
};

/** Returns a copy with some of its lines changed: from 7 on it is less than 85 % the same. */
function changedCopy(count: number): string {
  const lines = long("m").split("\n");
  for (let at = 0; at < count; at += 1) lines[at * 5] = `\tdelete(m, "${at}")`;
  return `package third\n\nfunc three(m map[string]int) {\n${lines.join("\n")}}\n`;
}

function localRule(pkg: string): string {
  return `export const local = {
  create: (context) => ({
    import_spec(node) {
      if (node.path.text === '"${pkg}"') context.report({ node, message: "no ${pkg}" });
    },
  }),
};
`;
}

class Tree {
  readonly cwd: string;
  /** The files that were linted in the last run with a cache. */
  linted: string[] = [];

  constructor(name: string) {
    this.cwd = join(work, name);
    writeFiles(this.cwd, FILES);
  }

  at(path: string): string {
    return join(this.cwd, path);
  }

  write(path: string, text: string): void {
    writeFiles(this.cwd, { [path]: text });
  }

  /** Changes a file, if it is there. */
  edit(path: string, from: string, to: string): void {
    if (!existsSync(this.at(path))) return;
    const text = readFileSync(this.at(path), "utf8");
    this.write(
      path,
      text.includes(from) ? text.replaceAll(from, to) : text.replaceAll(to, from),
    );
  }

  async run(options: GopherwoodOptions = {}): Promise<string> {
    this.linted = [];
    const onDebug = (message: string) => {
      const path = /^(.*): (?:linted|nothing to say) in \d+ ms$/u.exec(message)?.[1];
      if (path !== undefined) this.linted.push(path.slice(this.cwd.length + 1));
    };
    const engine = new Gopherwood({ cwd: this.cwd, onDebug, ...options });
    const report = await engine.lintFiles(["."]);
    return JSON.stringify({ ...report, timings: null }, null, 1);
  }

  async expectCachedIsCold(options: GopherwoodOptions = {}): Promise<void> {
    const cached = await this.run({ ...options, cache: true });
    const { linted } = this;
    expect(cached).toBe(await this.run(options));
    this.linted = linted.sort();
  }
}

const GO = Object.keys(FILES).filter((path) => path.endsWith(".go"));

/** `EDITS=300` takes more than a minute; another `SEED` makes other edits. */
const EDITS = Number(process.env["EDITS"] ?? 12);
const SEED = Number(process.env["SEED"] ?? 7);

test(`after ${EDITS} random edits of code, configs, rules and modules`, async () => {
  const tree = new Tree("random");
  const random = new Random(SEED);
  const pick = <T>(items: readonly T[]) => items[random.below(items.length)] as T;
  const edits: readonly (() => void)[] = [
    () => {
      tree.edit("base/base.go", "Close() error { return nil }", "Close() {}");
    },
    () => {
      tree.edit("store/store.go", "base.Closer", "Closer base.Closer");
    },
    () => {
      tree.edit("app/help.go", "help() error { return nil }", "help() {}");
    },
    () => {
      tree.edit("options.mjs", "false", "true");
    },
    () => {
      tree.write("rules/local.mjs", localRule(pick(["os", "database/sql"])));
    },
    () => {
      tree.edit("db/migrations/1_users.up.sql", "name text", "name text, age int");
    },
    () => {
      tree.write("db/migrations/2_more.up.sql", "ALTER TABLE users ADD COLUMN age int;\n");
    },
    () => {
      rmSync(tree.at("db/migrations/2_more.up.sql"), { force: true });
    },
    () => {
      tree.edit("copy/one.go", "len(m)", "cap(m)");
    },
    () => {
      tree.edit("other/two.go", "len(n)", "cap(n)");
    },
    () => {
      tree.write("third/three.go", changedCopy(random.below(12)));
    },
    () => {
      tree.edit("alone/alone.go", "app/gone", "app/copy");
    },
    () => {
      tree.write("go/mod/old/one.go", readFileSync(tree.at("copy/one.go"), "utf8"));
    },
    () => {
      rmSync(tree.at("go"), { recursive: true, force: true });
    },
    () => {
      tree.write("gone/gone.go", "package gone\n\nfunc Do() error { return nil }\n");
    },
    () => {
      rmSync(tree.at("gone"), { recursive: true, force: true });
    },
    () => {
      tree.edit("go.mod", "example.com/app\n", "example.com/other\n");
    },
    () => {
      tree.write("notes.txt", String(random.below(1000)));
    },
    () => {
      const [from, to] = ["app/help.go", "app/aid.go"].map((path) => tree.at(path)) as [
        string,
        string,
      ];
      if (existsSync(from)) renameSync(from, to);
      else renameSync(to, from);
    },
    () => {
      const path = pick(GO);
      const there = existsSync(tree.at(path));
      tree.write(
        path,
        there ? `${readFileSync(tree.at(path), "utf8")}\n// x\n` : "package x\n",
      );
    },
  ];
  const seen = new Set<string>();
  for (let step = 0; step < EDITS; step += 1) {
    pick(edits)();
    if (random.below(3) === 0) pick(edits)();
    // A hook lints a few files alone, and another edit may follow.
    if (random.below(2) === 0) {
      const some = new Gopherwood({
        cwd: tree.cwd,
        cache: true,
        errorOnUnmatchedPattern: false,
      });
      await some.lintFiles([pick(["app", "copy", "third/three.go", "alone", "db"])]);
    }
    if (random.below(3) === 0) pick(edits)();
    await tree.expectCachedIsCold();
    seen.add(await tree.run());
  }
  // The edits change what is found, or they would show nothing.
  expect(seen.size).toBeGreaterThan(EDITS / 2);
});

describe("of which nothing changed", () => {
  test("no file is linted again, however new it looks", async () => {
    const tree = new Tree("same");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
    for (const path of GO) tree.edit(path, "", "");
    tree.write("report.json", "{}");
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });

  test.each<[string, (tree: Tree) => void, readonly string[]]>([
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
    const tree = new Tree(`edit ${linted.length} ${_.slice(0, 8)}`);
    await tree.expectCachedIsCold();
    edit(tree);
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual(linted);
  });
});

test("changes that follow each other are saved one by one, and then as a whole", async () => {
  const tree = new Tree("changes");
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
    const tree = new Tree(`broken ${name}`);
    await tree.run({ cache: true });
    tree.write(path, spoil(readFileSync(tree.at(path), "utf8")));
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
  });

  test("of a brief run is not that of a whole one", async () => {
    const tree = new Tree("brief");
    await tree.expectCachedIsCold({ brief: true });
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([...GO].sort());
  });

  test("is neither read nor written by a run that fixes", async () => {
    const tree = new Tree("fix");
    await tree.run({ cache: true, fix: { write: false } });
    expect(existsSync(tree.at(path))).toBe(false);
  });

  test("keeps what it has of files that a run leaves out", async () => {
    const tree = new Tree("part");
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
    const tree = new Tree("part copies");
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
    const tree = new Tree("part summaries");
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
    const tree = new Tree("language");
    await tree.run({ cache: true, language: new GoLanguage() });
    expect(existsSync(tree.at(path))).toBe(false);
  });

  test("lies where it is asked for, and moves with the tree", async () => {
    const tree = new Tree("moved");
    const cache = { location: "caches/" };
    await tree.run({ cache });
    expect(existsSync(tree.at(`caches/${path}`))).toBe(true);
    renameSync(tree.cwd, `${tree.cwd}-2`);
    const moved = new Tree("moved-2");
    await moved.run({ cache });
    expect(moved.linted).toEqual([]);
  });

  test("is written again only if something changed", async () => {
    const tree = new Tree("untouched");
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

  test("of two threads is that of one", async () => {
    const tree = new Tree("threads");
    await tree.run({ cache: true, concurrency: 2 });
    await tree.expectCachedIsCold();
    expect(tree.linted).toEqual([]);
  });
});
