import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "./project.ts";

const ESM = '{ "type": "module" }';

async function init(files: Record<string, string>, cwd = ".") {
  using project = new Project(files, { config: null });
  const outcome = await project.run(["--init"], { cwd });
  const directory = join(project.root, cwd);
  const name = readdirSync(directory).find((entry) => entry.startsWith("gopherwood.config"));
  const text = name === undefined ? "" : readFileSync(join(directory, name), "utf8");
  return { ...outcome, name, text };
}

test("writes a config and says what to install", async () => {
  const { code, stdout, stderr, name, text } = await init({
    "go.mod": "",
    "package.json": ESM,
  });
  expect([code, stderr, name]).toEqual([0, "", "gopherwood.config.js"]);
  expect(text).toContain('import recommended from "@gopherwood/config";');
  expect(stdout).toContain("Wrote gopherwood.config.js.");
  expect(stdout.match(/^ {2}npm install .*$/gmu)).toHaveLength(1);
});

test("writes what the README shows", async () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const block = /^`--init` writes [^]*?^```js\n(?<code>[^]*?)^```$/mu.exec(readme);
  expect((await init({ "go.mod": "" })).text).toBe(block?.groups?.["code"]);
});

test("the file's name fits how Node reads it", async () => {
  const mjs = "gopherwood.config.mjs";
  expect((await init({ "go.mod": "" })).name).toBe(mjs);
  expect((await init({ "go.mod": "", "package.json": "{}" })).name).toBe(mjs);
  expect((await init({ "go.mod": "", "package.json": "{" })).name).toBe(mjs);
  const below = await init({ "go.mod": "", "package.json": ESM, "sub/x": "" }, "sub");
  expect(below.name).toBe("gopherwood.config.js");
});

test("a hint where there is no Go module", async () => {
  const { code, stderr, name } = await init({});
  expect([code, name]).toEqual([0, "gopherwood.config.mjs"]);
  expect(stderr).toMatch(/^gopherwood: there is no go\.mod or go\.work in .* or above/u);
});

test("a workspace of Go modules needs no module at its root", async () => {
  expect((await init({ "go.work": "go 1.22\n", "a/go.mod": "" })).stderr).toBe("");
});

test("never overwrites", async () => {
  const { code, stdout, stderr, name, text } = await init({ "gopherwood.config.ts": "mine" });
  expect([code, stdout, name, text]).toEqual([2, "", "gopherwood.config.ts", "mine"]);
  expect(stderr).toContain("gopherwood.config.ts exists already and was not changed.");
});

test("the config works, and has the packs that suit any team", async () => {
  using project = new Project({ "go.mod": "" }, { config: null });
  await project.run(["--init"]);
  const { code, stdout } = await project.run(["--list-rules", "-f", "json"]);
  expect(code).toBe(0);
  const rules = JSON.parse(stdout) as { ruleId: string; severity: string }[];
  const on = rules.filter(({ severity }) => severity !== "off");
  expect(new Set(on.map(({ ruleId }) => ruleId.split("/")[0]))).toEqual(
    new Set(["architecture", "error-handling", "logging"]),
  );
  expect(rules.some(({ ruleId }) => ruleId.startsWith("volume-daemon/"))).toBe(false);
});
