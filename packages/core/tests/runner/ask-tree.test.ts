// A rule that asks the tree is called again only where the answer is another.
import { beforeEach, expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { workFolder, writeFiles } from "../../../../tests/support/work-folder.ts";

const cwd = join(workFolder(), "tree");

const CONFIG = `import core, { defineRule } from "@gopherwood/core";

const count = defineRule({
  name: "x/count",
  meta: {
    docs: { description: "Disallow many packages.", category: "test" },
    messages: { many: "{{count}} packages, {{files}}." },
    options: { most: { type: "integer", default: 2 } },
  },
  askTree({ path, index, files }, { most }) {
    const note = files.readText(index.root + "/note.go") ?? "";
    if (note.includes("loop")) for (;;);
    if (note.includes("throw") && path.endsWith("a.go")) throw new Error("no answer");
    const count = index.packages().length;
    return { count: count > most ? count : 0, files: index.root + "/..." };
  },
  create(context, _options, { count, files }) {
    return {
      package_clause(node) {
        const data = { count, files: files.split("/").at(-1) };
        if (count > 0) context.report({ node, messageId: "many", data });
      },
    };
  },
});

export default [
  {
    files: ["**/*.go"],
    plugins: { go: core, x: { meta: { name: "x" }, rules: { count } } },
    language: "go/go",
    rules: { "x/count": "error" },
  },
];
`;

const FILES = {
  "go.mod": "module example.com/m\n",
  "gopherwood.config.mjs": CONFIG,
  "a/a.go": "package a\n\nfunc f() {}\n",
  "b/b.go": "/* eslint x/count: [error, { most: 9 }] */\npackage b\n",
  "note.go": "package note\n",
};

beforeEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  writeFiles(cwd, FILES);
});

/** Returns the messages and problems of a run with a cache, and the files that were linted. */
async function run(cache = true) {
  const linted: string[] = [];
  const onDebug = (message: string) => {
    const path = /^(.*): linted in \d+ ms$/u.exec(message)?.[1];
    if (path !== undefined) linted.push(path.slice(cwd.length + 1));
  };
  const engine = new Gopherwood({ cwd, cache, onDebug, ruleTimeout: 1000 });
  const { results, problems } = await engine.lintFiles(["."]);
  const messages = results.flatMap((result) =>
    result.messages.map(
      ({ message }) => `${result.filePath.slice(cwd.length + 1)}: ${message}`,
    ),
  );
  return {
    linted: linted.sort(),
    messages,
    problems: problems.map(({ ruleId, message }) => ({ ruleId, message })),
  };
}

const all = ["a/a.go", "b/b.go", "note.go"];

test("a body is its file's alone; a package more is everybody's, by the options of the file", async () => {
  expect(await run()).toEqual({
    linted: all,
    messages: ["a/a.go: 3 packages, ....", "note.go: 3 packages, ...."],
    problems: [],
  });
  expect((await run()).linted).toEqual([]);
  writeFiles(cwd, { "a/a.go": "package a\n\nfunc f() { f() }\n" });
  expect((await run()).linted).toEqual(["a/a.go", "b/b.go"]);
  writeFiles(cwd, { "c/c.go": "package c\n" });
  const more = await run();
  expect(more.linted).toEqual([...all, "c/c.go"].sort());
  expect({ ...(await run(false)), linted: more.linted }).toEqual(more);
});

test("a file with options of its own is asked about by these", async () => {
  const most = (count: number) => `/* eslint x/count: [error, { most: ${count} }] */\n`;
  writeFiles(cwd, {
    "gopherwood.config.mjs": CONFIG.replace('"error" }', '["error", { most: 9 }] }'),
    "b/b.go": `${most(3)}package b\n`,
  });
  expect((await run()).messages).toEqual([]);
  writeFiles(cwd, { "c/c.go": "package c\n" });
  expect(await run()).toMatchObject({
    linted: ["b/b.go", "c/c.go"],
    messages: ["b/b.go: 4 packages, ...."],
  });
});

test("a rule that does not answer any more is named where it is linted", async () => {
  await run();
  writeFiles(cwd, { "note.go": "package note\n\n// throw\n" });
  const thrown = await run();
  expect(thrown.problems).toEqual([
    { ruleId: "x/count", message: "The rule threw: no answer" },
  ]);
  expect(thrown.messages).toEqual(["note.go: 3 packages, ...."]);
  writeFiles(cwd, { "note.go": "package note\n\n// loop\n" });
  const looped = await run();
  expect(looped.problems.map(({ ruleId }) => ruleId)).toEqual(["x/count"]);
});
