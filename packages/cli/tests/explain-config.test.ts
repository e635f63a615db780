import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { Project } from "./project.ts";

const CONFIG = `
import { base } from "./plugin.mjs";
export default [
  { ...base, name: "demo/base" },
  { ignores: ["gen/**"] },
  { files: ["**/*.go"], rules: { "demo/no-foo": ["error", { mode: "b" }], "demo/throws": "off" } },
  { files: ["**/*_test.go"], rules: { "demo/no-foo": "warn" }, settings: { gopherwood: { systems: [] } } },
];
`;

test("which config object sets each setting of a file", async () => {
  using project = new Project({}, { config: CONFIG });
  const file = "a_test.go";
  const { code, stdout, stderr } = await project.run([
    ...["--explain-config", file, "--rule", "demo/throws: warn"],
  ]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(`The config is ${join(project.root, "gopherwood.config.mjs")}.

These of its objects apply to a_test.go; a later one wins:

  [0]     demo/base
  [2]     files: **/*.go
  [3]     files: **/*_test.go
  --rule  --rule

Each setting, with its value and the objects that set it:

  settings/gopherwood/systems: []  [3]
  rules/demo/no-foo: warn {"mode":"b"}  [2], [3]
  rules/demo/throws: warn  [2], --rule
  language: "gopherwood/go"  [0]
`);
});

test("as JSON; files that have no config; paths beside it", async () => {
  using project = new Project({}, { config: CONFIG });
  const { stdout } = await project.run(["--explain-config", "a.go", "-f", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    objects: [
      { index: 0, label: "demo/base" },
      { index: 2, label: "files: **/*.go" },
    ],
  });
  const ignored = await project.run(["--explain-config", "gen/a.go"]);
  expect(ignored).toMatchObject({ code: 2, stdout: "" });
  expect(ignored.stderr).toContain("gen/a.go: the config ignores it or has nothing for it.");
  expect(await project.run(["--explain-config", "a.go", "."])).toMatchObject({ code: 2 });
});
