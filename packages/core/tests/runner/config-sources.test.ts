import { expect, test } from "@jest/globals";
import { configSources } from "../../src/runner/cache/config-sources.ts";
import { newProject } from "./fixture.ts";

/** Returns the sources of a config, relative to the project. */
function sourcesOf(config: string, files: Record<string, string>): string[] {
  using project = newProject({ "c.mjs": config, ...files });
  const sources = configSources(project.path("c.mjs"));
  return sources.map((path) => path.slice(project.root.length + 1));
}

test("a config is made of what it imports, however it writes that, and what that imports", () => {
  const config = [
    'import a from "./a.mjs";',
    "import './b.js'",
    'export * from "./lib/c";',
    'const d = await import( "./d.ts" );',
    'const e = require("./e")',
    'import f from "./f"',
    'import "./not-there.mjs";',
    'import "node:fs";',
    'import "fs";',
    'import "data:text/javascript,1";',
    'import "no-such-package";',
  ].join("\n");
  const files = {
    "a.mjs": 'import "./deep.mjs"; import "./c.mjs";',
    "deep.mjs": 'import "./a.mjs";',
    "b.js": "",
    "lib/c/index.ts": 'import "../../above.cjs";',
    "above.cjs": "",
    "d.ts": "",
    "e.cjs": "",
    f: "",
    "f.js": "",
    "unused.mjs": "",
  };
  expect(sourcesOf(config, files)).toEqual([
    "a.mjs",
    "above.cjs",
    "b.js",
    "c.mjs",
    "d.ts",
    "deep.mjs",
    "e.cjs",
    "f",
    "lib/c/index.ts",
  ]);
});

test("a config that is data is made of the files that it extends", () => {
  using project = newProject({
    "c.yaml": 'extends: [./a.yaml, "./b.json"]\n',
    "a.yaml": "extends:\n  - ../sub/team.yml\n",
    "b.json": '{ "extends": ["./d.yaml"] }',
    "d.yaml": "",
  });
  const sources = configSources(project.path("c.yaml"));
  expect(sources).toEqual(
    ["a.yaml", "b.json", "c.yaml", "d.yaml"].map((name) => project.path(name)),
  );
});

test("of an installed package its version counts, and not its code", () => {
  const manifest = '{ "name": "preset", "version": "1.0.0", "main": "dist/esm/index.js" }';
  const modules = {
    "node_modules/preset/package.json": manifest,
    "node_modules/preset/dist/esm/package.json": '{ "type": "module" }',
    "node_modules/preset/dist/esm/index.js": 'import "./more.js";',
    "node_modules/preset/dist/esm/more.js": "",
    "node_modules/nameless/package.json": '{ "main": "index.js" }',
    "node_modules/nameless/index.js": "",
  };
  expect(sourcesOf('import "preset"; import "nameless";', modules)).toEqual([
    "c.mjs",
    "node_modules/preset/package.json",
  ]);
});
