import { symlinkSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { importedFiles } from "../src/engine/config-imports.ts";
import { newWorkspace, type Workspace } from "./workspace.ts";

/** Returns the files that a config imports, by their names in the workspace, without itself. */
const importsIn = (workspace: Workspace, config: string) => {
  const [first, ...files] = importedFiles([workspace.path(config)]);
  expect(first).toBe(workspace.path(config));
  return files.map((file) => file.slice(workspace.root.length + 1)).sort();
};

test("the files that a config imports in any way are found, with what they import", () => {
  using workspace = newWorkspace({
    "config.js":
      'import a from "./a.js";\nimport "./b.mjs";\nexport { x } from \'./c.cjs\';\nconst d = await import("./d.ts");\n',
    "a.js": 'import "./config.js";\nimport "./deep/e.mts";\n',
    "b.mjs": "// from './not-there.js'\n",
    "c.cjs": 'const f = require("./deep/f.cts");\n',
    "d.ts": "",
    "deep/e.mts": 'import "../a.js";\n',
    "deep/f.cts": "",
    "z.js": "",
  });
  expect(importsIn(workspace, "config.js")).toEqual([
    "a.js",
    "b.mjs",
    "c.cjs",
    "d.ts",
    "deep/e.mts",
    "deep/f.cts",
  ]);
});

test("a name without its ending, or of a folder, is that of a script", () => {
  const ends = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", "/index.js", "/index.ts"];
  const names = ends.map((end, index) => `n${index}${end}`);
  using workspace = newWorkspace({
    "config.js": ends.map((_, index) => `import "./n${index}";\n`).join(""),
    ...Object.fromEntries(names.map((name) => [name, ""])),
  });
  expect(importsIn(workspace, "config.js")).toEqual(names.sort());
});

test("what is no script is watched, and not read for imports", () => {
  using workspace = newWorkspace({
    "config.js": 'import "./list.json";\nimport "./a.json";\n',
    "list.json": '{ "from": "./z.js" } // from "./z.js"\n',
    "z.js": "",
  });
  expect(importsIn(workspace, "config.js")).toEqual(["list.json"]);
  expect(importedFiles([workspace.path("none.js")])).toEqual([workspace.path("none.js")]);
});

test("a package of the same repository is watched, one that was installed is not", () => {
  using workspace = newWorkspace({
    "project/own/index.js": "",
    "project/node_modules/installed/index.js": "",
    "project/config.js":
      'import "own";\nimport "installed";\nimport "missing";\nimport "node:fs";\n',
  });
  symlinkSync(
    workspace.path("project/own"),
    workspace.path("project/node_modules/own"),
    "junction",
  );
  expect(importsIn(workspace, "project/config.js")).toEqual(["project/own/index.js"]);
});
