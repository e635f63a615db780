import { expect, test } from "@jest/globals";
import { pendingConfigs, findConfigFile } from "../../src/runner/index.ts";
import { readConfigFile } from "../../src/runner/config-file.ts";
import { newProject } from "./fixture.ts";

/** Returns the error of a config, with the project as ROOT. */
async function failureOf(files: Record<string, string>, name = "gopherwood.config.mjs") {
  using project = newProject(files);
  const error: unknown = await readConfigFile(project.path(name)).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: "ConfigError" });
  expect(pendingConfigs()).toEqual([]);
  return (error as Error).message.replaceAll(project.root, "ROOT");
}

const CONFIG = "gopherwood.config.mjs";
const LOADED = "the config cannot be loaded: ";

test.each<[what: string, files: Record<string, string>, message: string]>([
  [
    "an error in a function that the config calls has the place of the call's end",
    { [CONFIG]: 'function f() {\n  throw new Error("no luck\\nsecond line");\n}\nf();\n' },
    `ROOT/${CONFIG}:2:9: ${LOADED}no luck`,
  ],
  [
    "an error in what the config imports has the place in it",
    {
      [CONFIG]: 'import "./lib/team.mjs";\nexport default [];\n',
      "lib/team.mjs": '\n  throw new TypeError("bad team");\n',
    },
    `ROOT/${CONFIG}: ${LOADED}lib/team.mjs:2:9: bad team`,
  ],
  [
    "an error in a function of what the config imports has the config's own place",
    {
      [CONFIG]: 'import { f } from "./team.mjs";\n\nf();\nexport default [];\n',
      "team.mjs": 'export const f = () => {\n  throw new Error("bad call");\n};\n',
    },
    `ROOT/${CONFIG}:3:1: ${LOADED}bad call`,
  ],
  [
    "a thrown text has no place",
    { [CONFIG]: 'throw "only words";\n' },
    `ROOT/${CONFIG}: ${LOADED}only words`,
  ],
  [
    "an export that is no object",
    { [CONFIG]: "export default 7;\n" },
    `ROOT/${CONFIG}: the config must export an array of config objects as default.`,
  ],
  [
    "null as an export",
    { [CONFIG]: "export default null;\n" },
    `ROOT/${CONFIG}: the config must export an array of config objects as default.`,
  ],
  [
    "'extends' in one object of several",
    { [CONFIG]: "export default [null, {}, { extends: [] }];\n" },
    `ROOT/${CONFIG}: 'extends' is for config objects in 'defineConfig([...])' of ` +
      "'@gopherwood/config'; elsewhere, spread the preset: [...recommended, { rules }].",
  ],
])("%s", async (_, files, message) => {
  expect(await failureOf(files)).toBe(message);
});

test("of the config files of a directory the first in order counts, and the nearest of several", () => {
  using project = newProject({
    "a/gopherwood.config.yaml": "",
    "a/gopherwood.config.ts": "",
    "a/gopherwood.config.cjs": "",
    "a/b/c/x.go": "",
    "a/b/gopherwood.config.json": "",
    "a/b/gopherwood.config.yml": "",
  });
  expect(findConfigFile(project.path("a"))).toBe(project.path("a/gopherwood.config.cjs"));
  expect(findConfigFile(project.path("a/b/c"))).toBe(project.path("a/b/gopherwood.config.yml"));
  expect(findConfigFile(project.root)).toBe(project.path(CONFIG));
});
