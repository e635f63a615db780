import { expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "../../src/runner/index.ts";
import { configWith, newProject, type Project } from "./fixture.ts";

const FOO = "package p\n\nfunc f() { foo() }\n";

async function lint(project: Project, paths: string[] = ["."]): Promise<Report> {
  return await new Gopherwood({ cwd: project.root }).lintFiles(paths);
}

function found({ results, root }: Report): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, severity }) => `${filePath.slice(root.length + 1)} ${ruleId} ${severity}`,
    ),
  );
}

async function failureOf(config: string, rules?: Record<string, unknown>): Promise<string> {
  using project = newProject({ "gopherwood.config.mjs": config, "a.go": FOO });
  const engine = new Gopherwood({ cwd: project.root, rules: rules as never });
  const error: unknown = await engine.lintFiles(["."]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "ConfigError" });
  return (error as Error).message.replaceAll(project.root, "ROOT");
}

test("each file has the nearest config", async () => {
  using project = newProject({
    "a.go": FOO,
    "sub/gopherwood.config.mjs": configWith({ "demo/no-foo": "warn" }),
    "sub/b.go": FOO,
    "sub/deep/c.go": FOO,
  });
  const report = await lint(project);
  expect(found(report)).toEqual([
    "a.go demo/no-foo 2",
    "sub/b.go demo/no-foo 1",
    "sub/deep/c.go demo/no-foo 1",
  ]);
  expect(report.configs).toEqual(["gopherwood.config.mjs", "sub/gopherwood.config.mjs"]);
});

test("a config's patterns count from its directory, and a directory can have its own rules", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith(
      { "demo/no-foo": "error" },
      { files: ["legacy/**/*.go"], rules: { "demo/no-foo": "warn" } },
      { ignores: ["**/mock_*.go", "third_party/"] },
    ),
    "a.go": FOO,
    "legacy/x/b.go": FOO,
    "x/mock_c.go": FOO,
    "third_party/d.go": FOO,
  });
  const expected = ["a.go demo/no-foo 2", "legacy/x/b.go demo/no-foo 1"];
  expect(found(await lint(project))).toEqual(expected);
  const below = new Gopherwood({ cwd: project.path("legacy") });
  expect((await below.lintFiles(["."])).results[0]?.warningCount).toBe(1);
});

test("the patterns of a config that is given count from the working directory", async () => {
  using project = newProject({
    "configs/strict.mjs": configWith(
      { "demo/no-foo": "error" },
      { files: ["pkg/*.go"], rules: { "demo/no-foo": "warn" } },
    ),
    "pkg/a.go": FOO,
    "configs/pkg/b.go": FOO,
  });
  const engine = new Gopherwood({ cwd: project.root, configFile: "configs/strict.mjs" });
  expect(found(await engine.lintFiles(["."]))).toEqual([
    "configs/pkg/b.go demo/no-foo 2",
    "pkg/a.go demo/no-foo 1",
  ]);
});

test("a TypeScript config", async () => {
  using project = newProject({
    "sub/gopherwood.config.ts": [
      "interface Config { ignores: string[] }",
      'const config: Config[] = [{ ignores: ["**/*.go"] }];',
      "export default config;",
    ].join("\n"),
    "a.go": FOO,
    "sub/b.go": FOO,
  });
  const report = await lint(project);
  expect(report.configs).toEqual(["gopherwood.config.mjs", "sub/gopherwood.config.ts"]);
  expect(report.files.map(({ path }) => path)).toEqual(["a.go"]);
});

test("rules on top of the config, and a rule that is turned off", async () => {
  using project = newProject({ "a.go": FOO });
  const rules = { "demo/no-foo": "off", "demo/calls": "warn" } as const;
  const engine = new Gopherwood({ cwd: project.root, rules });
  expect(found(await engine.lintFiles(["."]))).toEqual(["a.go demo/calls 1"]);
});

test("a file that is asked for and ignored gets ESLint's warning", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/no-foo": "error" }, { ignores: ["x/"] }),
    "a.go": FOO,
    "x/b.go": FOO,
    "readme.md": "",
  });
  const report = await lint(project, ["x/b.go", "readme.md", "a.go"]);
  expect(report.problems).toEqual([]);
  expect(report.files.map(({ path, outcome }) => `${path} ${outcome}`)).toEqual([
    "a.go linted",
    "readme.md ignored",
    "x/b.go ignored",
  ]);
  expect(report.results.map(({ messages }) => messages[0]?.message)).toEqual([
    "Do not use foo.",
    "File ignored because no matching configuration was supplied.",
    expect.stringContaining("File ignored because of a matching ignore pattern."),
  ]);
  const text = await new Gopherwood({ cwd: project.root }).lintText(FOO, "x/b.go");
  expect(text.results).toEqual([report.results[2]]);
});

test("directories whose files are all ignored are a problem", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({}, { ignores: ["**/*.go"] }),
    "a.go": FOO,
    "b.go": FOO,
  });
  const report = await lint(project);
  expect(report.files).toEqual([]);
  expect(report.problems).toEqual([
    { path: ".", message: expect.stringContaining("ignores all of the 2 Go files") },
  ]);
});

test("no config at all", async () => {
  using project = newProject({ "a.go": FOO });
  const engine = new Gopherwood({ cwd: project.root, configFile: "nope.mjs" });
  await expect(engine.lintFiles(["."])).rejects.toThrow(
    `${project.path("nope.mjs")}: there is no such config file.`,
  );
  await expect(new Gopherwood({ cwd: "/" }).configFor("/x.go")).rejects.toThrow(
    "/: there is no gopherwood.config.js here or above: 'gopherwood --init' writes one.",
  );
});

test("a config that throws is named, with the place", async () => {
  expect(await failureOf('const a = 1;\n\nthrow new Error("no luck");\n')).toMatch(
    /^ROOT\/gopherwood\.config\.mjs:3:7: the config cannot be loaded: no luck$/u,
  );
  expect(await failureOf("export default [")).toMatch(
    /^ROOT\/gopherwood\.config\.mjs.*: the config cannot be loaded: /u,
  );
  expect(await failureOf("export const x = 1;")).toMatch(
    /^ROOT\/gopherwood\.config\.mjs: the config must export an array/u,
  );
  expect(await failureOf('import "nowhere"; export default [];')).toMatch(/nowhere/u);
});

test("a config may be a promise, and one object", async () => {
  using project = newProject({
    "gopherwood.config.mjs":
      'import { base } from "PLUGIN"; export default Promise.resolve({ ...base, rules: { "demo/no-foo": 1 } });',
    "a.go": FOO,
  });
  expect(found(await lint(project))).toEqual(["a.go demo/no-foo 1"]);
});

test("an unknown rule or plugin is named with what there is", async () => {
  expect(await failureOf(configWith({ "demo/no-fo": "error" }))).toMatch(
    /^ROOT\/gopherwood\.config\.mjs: .*"demo\/no-fo".* Its rules are: bad-prefilter, calls, .*no-foo/u,
  );
  expect(await failureOf(configWith({ "dmo/no-foo": "error" }))).toMatch(
    /^ROOT\/gopherwood\.config\.mjs: .*"dmo\/no-foo".* The plugins are: demo, gopherwood\.$/u,
  );
});

test("a rule of a plugin without rules is named with what there is", async () => {
  const failure = await failureOf(
    'import { base } from "PLUGIN";\n' +
      "export default [{ ...base, plugins: { ...base.plugins, bare: {} } }, " +
      '{ files: ["**/*.go"], rules: { "bare/x": "error" } }];',
  );
  expect(failure).toMatch(
    /^ROOT\/gopherwood\.config\.mjs: .*"x" in plugin "bare".* The plugins are: bare, demo, gopherwood\.$/u,
  );
});

test("an invalid option is named with what is allowed", async () => {
  const options = '[{ names?: string[], mode?: "strict" | "loose" }]';
  const config = (option: unknown) => configWith({ "demo/no-foo": ["error", option] });
  for (const option of [{ mode: "lax" }, { mod: "strict" }, { names: [1] }, 7]) {
    const message = await failureOf(config(option));
    expect(message).toMatch(/^ROOT\/gopherwood\.config\.mjs: Key "rules": Key "demo\/no-foo"/u);
    expect(message).toContain(`The rule's options are: ${options}.`);
  }
  expect(await failureOf(configWith({ "demo/calls": ["error", 1] }))).toContain(
    "The rule's options are: [].",
  );
  expect(await failureOf(configWith({ "demo/calls": "loud" }))).toMatch(
    /"demo\/calls".*Expected severity of "off", 0, "warn", 1, "error", or 2/u,
  );
});

test("a wrong rule that was not in the config is not blamed on it", async () => {
  const message = await failureOf(configWith({}), { "demo/calls": ["error", 1] });
  expect(message).toMatch(/^--rule: Key "rules": Key "demo\/calls"/u);
});

test("a prefilter that throws is named", async () => {
  expect(await failureOf(configWith({ "demo/bad-prefilter": "error" }))).toBe(
    "ROOT/gopherwood.config.mjs: Rule 'demo/bad-prefilter': meta.prefilter threw for the options []: no literals",
  );
});
