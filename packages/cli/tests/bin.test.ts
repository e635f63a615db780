import { expect, test } from "@jest/globals";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Project } from "./project.ts";

const bin = fileURLToPath(new URL("../bin/gopherwood.js", import.meta.url));
const core = new URL("../../core/dist/index.js", import.meta.url).href;

/** Returns a config for another process, which finds core by its address. */
function configFor(message: string): string {
  return `
    import core from ${JSON.stringify(core)};
    const rule = {
      meta: { schema: [] },
      create: (context) => ({
        identifier: (node) => context.report({ node, message: ${JSON.stringify(message)} }),
      }),
    };
    export default [{
      files: ["**/*.go"],
      plugins: { gopherwood: core, demo: { rules: { rule } } },
      language: "gopherwood/go",
      rules: { "demo/rule": "error" },
    }];`;
}

test("the command sets the exit code", () => {
  using project = new Project({ "a.go": "package p\n\nvar x int\n" }, { config: null });
  project.write("gopherwood.config.mjs", configFor("Found."));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd: project.root, encoding: "utf8" });
  expect(run("--version")).toMatchObject({ status: 0, stdout: "0.1.0\n", stderr: "" });
  expect(run()).toMatchObject({ status: 1, stderr: "" });
  expect(run().stdout).toMatch(/^a\.go:3:5 {2}error {4}Found\. {2}demo\/rule\n/u);
  expect(run("--rule", "demo/rule: off")).toMatchObject({ status: 0 });
  expect(run("nope")).toMatchObject({ status: 2, stdout: "" });
});

test.each(["mjs", "cjs"])("a syntax error in a config has its place: .%s", (end) => {
  const start = end === "mjs" ? "export default" : "module.exports =";
  const config = `${start} [\n  { files: ["**/*.go"] }\n  { rules: {} },\n];\n`;
  using project = new Project({ [`gopherwood.config.${end}`]: config }, { config: null });
  project.write("a.go", "package p\n");
  const { status, stderr } = spawnSync(process.execPath, [bin], {
    cwd: project.root,
    encoding: "utf8",
  });
  expect(stderr).toContain(
    `gopherwood.config.${end}:3:3: the config cannot be loaded: Unexpected token '{'`,
  );
  expect(status).toBe(2);
});

test.each([
  [
    "that is the config",
    { "gopherwood.config.js": "// A pack.\nexport default [];\n" },
    'gopherwood.config.js:2: the config cannot be loaded: Unexpected token \'export\': Node reads the file as CommonJS. Name it gopherwood.config.mjs, or set "type": "module" in package.json.',
  ],
  [
    "that throws",
    {
      "gopherwood.config.mjs": 'import rule from "./rule.js";\nexport default [rule];\n',
      "rule.js": 'throw new Error("no luck");\n',
    },
    "gopherwood.config.mjs: the config cannot be loaded: rule.js:1:7: no luck",
  ],
])("a module in a CommonJS package %s", (_, files, message) => {
  const others = { "a.go": "package a\n", "package.json": '{ "type": "commonjs" }\n' };
  using project = new Project({ ...files, ...others }, { config: null });
  const { status, stderr } = spawnSync(process.execPath, ["--no-warnings", bin], {
    cwd: project.root,
    encoding: "utf8",
  });
  expect(stderr).toBe(`gopherwood: ${project.root}/${message}\n`);
  expect(status).toBe(2);
});

test("a module in TypeScript beside the config is read as it is written, in a CommonJS package", () => {
  using project = new Project(
    {
      "a.go": "package p\n\nvar x int\n",
      "package.json": '{ "type": "commonjs" }\n',
      "text.ts": 'enum Text { Found = "Found." }\nexport default Text.Found;\n',
    },
    { config: null },
  );
  const config = configFor("").replace('message: ""', "message: text");
  project.write("gopherwood.config.mjs", `import text from "./text.ts";${config}`);
  const args = ["--no-warnings", bin];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project.root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toContain("a.go:3:5  error    Found.  demo/rule");
});

test("a reader that stops reading is no crash", async () => {
  const text = `package p\n\n${"var x int\n".repeat(5000)}`;
  using project = new Project({ "a.go": text }, { config: null });
  project.write("gopherwood.config.mjs", configFor("A message that is long. ".repeat(20)));
  const child = spawn(process.execPath, [bin], { cwd: project.root });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const [code] = (await once(child, "close")) as [number];
  expect(stderr).toBe("");
  expect(code).toBe(1);
});
