// A run with a cache finds what a run without one finds, whatever happened in between.
import { expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { Random } from "../../../../tests/support/random.ts";
import { CachedTree, changedCopy, GO, localRule } from "./cached-tree.ts";

/** `EDITS=300` takes more than a minute; another `SEED` makes other edits. */
const EDITS = Number(process.env["EDITS"] ?? 12);
const SEED = Number(process.env["SEED"] ?? 7);

test(`after ${EDITS} random edits of code, configs, rules and modules`, async () => {
  const tree = new CachedTree("random");
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
