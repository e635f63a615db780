import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatGitlab } from "../src/formatters/gitlab.ts";
import { CLEAN, FOO, Project } from "./project.ts";
import type { Report } from "@gopherwood/core/runner";

const OVER_LINES = "package p\n\nfunc f() {\n\tfoo(\n\t\t1,\n\t)\n}\n";
const WARN = ["--rule", "demo/no-foo: warn"];

test("github: a finding over several lines has no columns, and a warning is one", async () => {
  using project = new Project({ "a.go": OVER_LINES, "b.go": FOO });
  const { stdout } = await project.run([...WARN, "-f", "github"]);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "::warning file=a.go,line=4,endLine=6,title=demo/no-foo::Do not use foo.",
    "::warning file=b.go,line=4,endLine=4,col=2,endColumn=7,title=demo/no-foo::Do not use foo.",
  ]);
});

test("github: errors come first, each kind with a group for what has no annotation", async () => {
  const calls = (count: number) => `package p\n\nfunc f() {\n${"\tfoo()\n".repeat(count)}}\n`;
  using project = new Project(
    { "a.go": calls(11), "w/w.go": calls(12) },
    {
      config:
        'import { base } from "./plugin.mjs";\n' +
        'export default [base, { files: ["**/*.go"], rules: { "demo/no-foo": "error" } },\n' +
        '  { files: ["w/*.go"], rules: { "demo/no-foo": "warn" } }];\n',
    },
  );
  const { stdout } = await project.run(["-f", "github"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.filter((line) => !/^::(?:error|warning) /u.test(line))).toEqual([
    "::group::1 more error without an annotation",
    "- a.go:14:2: Do not use foo. (demo/no-foo)",
    "::endgroup::",
    "::group::2 more warnings without an annotation",
    "- w/w.go:14:2: Do not use foo. (demo/no-foo)",
    "- w/w.go:15:2: Do not use foo. (demo/no-foo)",
    "::endgroup::",
  ]);
  expect(lines.slice(13, 23).every((line) => line.startsWith("::warning file=w/w.go,"))).toBe(
    true,
  );
});

test("sarif: paths count from the repository's root", async () => {
  using project = new Project({ ".git/HEAD": "", "sub/a.go": FOO });
  const { stdout } = await project.run(["-f", "sarif"], { cwd: "sub" });
  const { runs } = JSON.parse(stdout) as {
    runs: { results: { locations: { physicalLocation: object }[] }[] }[];
  };
  expect(runs[0]?.results[0]?.locations[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "sub/a.go" },
  });
});

test("gitlab: the severity, and lines that may be missing", () => {
  const message = (more: object) => ({
    ruleId: "a/x",
    severity: 1,
    line: 3,
    column: 1,
    message: "No.",
    ...more,
  });
  const messages = [
    message({}),
    message({ severity: 2, endLine: 5 }),
    message({ severity: 2, fatal: true, ruleId: null, line: 0 }),
    message({ endLine: 1 }),
  ];
  const report = {
    root: "/p/q",
    files: [{ path: "a.go" }],
    results: [{ filePath: "/p/q/a.go", messages, suppressedMessages: [] }],
    sites: [],
    rules: {},
  } as unknown as Report;
  const entries = JSON.parse([...formatGitlab(report, "/p")].join("")) as Record<
    string,
    object
  >[];
  expect(entries.map((entry) => ({ ...entry, fingerprint: "" }))).toEqual(
    [
      ["a/x", "minor", 3, 3],
      ["a/x", "major", 3, 5],
      ["gopherwood", "critical", 1, 1],
      ["a/x", "minor", 3, 3],
    ].map(([check, severity, begin, end]) => ({
      description: "No.",
      check_name: check,
      fingerprint: "",
      severity,
      location: { path: "q/a.go", lines: { begin, end } },
    })),
  );
});

test("junit: a suite has the number of its tests, and a clean file one that passes", async () => {
  using project = new Project({
    "a.go": FOO.replace("foo()", "foo()\n\tfoo()"),
    "b.go": CLEAN,
  });
  const { stdout } = await project.run(["-f", "junit", ".", "nope", "none"]);
  expect(stdout.match(/<testsuites? .*>/gu)).toEqual([
    '<testsuites name="gopherwood" tests="5" failures="2" errors="2">',
    '<testsuite name="a.go" tests="2" failures="2" errors="0">',
    '<testsuite name="b.go" tests="1" failures="0" errors="0">',
    '<testsuite name="gopherwood" tests="2" failures="0" errors="2">',
  ]);
  expect(stdout).toContain(
    '<failure message="Do not use foo." type="error">a.go:4:2: Do not use foo.</failure>',
  );
});

test("checkstyle: an error has its severity, and work that could not be done is one", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN });
  const { stdout } = await project.run(["-f", "checkstyle", ".", "nope"]);
  expect(stdout.split("\n").slice(1)).toEqual([
    '<checkstyle version="4.3">',
    '  <file name="a.go">',
    '    <error line="4" column="2" severity="error" message="Do not use foo." source="demo/no-foo" />',
    "  </file>",
    '  <file name="nope">',
    expect.stringMatching(
      /^ {4}<error line="1" severity="error" message="No such file or directory: .*nope\." \/>$/u,
    ),
    "  </file>",
    "</checkstyle>",
    "",
  ]);
});

test("agent: a warning, and a change of as many lines as are shown", async () => {
  using project = new Project(
    { "a.go": "package p\n\nvar a = foo\n", "b.go": "package p\n\nvar b = bar\n" },
    {
      config: `
import { base } from "./plugin.mjs";
const rename = {
  meta: { fixable: "code", schema: [] },
  create: (context) => ({
    identifier(node) {
      const count = { foo: 18, bar: 19 }[node.text];
      if (!count) return;
      context.report({ node, message: "No.", fix: (fixer) => fixer.replaceText(node, "x +\\n".repeat(count - 1) + "x") });
    },
  }),
};
export default [{ ...base, plugins: { ...base.plugins, n: { rules: { rename } } }, rules: { "n/rename": "warn" } }];
`,
    },
  );
  const { code, stdout } = await project.run(["-f", "agent"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "a.go:3:9 warning n/rename: No.",
    "fix:",
    "@@ 3",
    "-var a = foo",
    "+var a = x +",
    ...Array.from({ length: 16 }, () => "+x +"),
    "+x",
    "b.go:3:9 warning n/rename: No.",
    "fix:",
    "(the change is too long to show)",
    "0 errors, 2 warnings in 2 files; 2 can be fixed",
    "",
  ]);
});

test("a formatter of ESLint's kind is told of colours if they are asked for or not wanted", async () => {
  using project = new Project({
    "a.go": FOO,
    "near.cjs":
      "module.exports = (results, { color, rulesMeta }) => JSON.stringify([String(color), results.length, Object.keys(rulesMeta)]);",
    "none.cjs": "module.exports = () => 7;",
  });
  const run = async (...args: string[]) =>
    (await project.run(["-f", "./near.cjs", ...args])).stdout;
  expect(await run()).toBe('["undefined",1,["demo/no-foo"]]\n');
  expect(await run("--color")).toBe('["true",1,["demo/no-foo"]]\n');
  expect(await run("--no-color")).toBe('["false",1,["demo/no-foo"]]\n');
  expect(await run(...WARN, "--quiet")).toBe('["undefined",0,[]]\n');
  expect((await project.run(["-f", "./none.cjs"])).stdout).toBe("");
});

test("names of formats that are packages as they are written", async () => {
  const formatter = (name: string) => `module.exports = () => "${name}";`;
  const at = (name: string) => ({
    [`node_modules/${name}/index.js`]: formatter(name),
  });
  using project = new Project({
    "a.go": FOO,
    ...at("eslint-formatter"),
    ...at("@team/eslint-formatter-a"),
    ...at("@team/eslint-formatter"),
    ...at("eslint-formatter-eslint-formatters"),
    "deep/format.cjs": formatter("path"),
  });
  const of = async (name: string) => (await project.run(["-f", name])).stdout.trimEnd();
  expect(await of("eslint-formatter")).toBe("eslint-formatter");
  expect(await of("@team/eslint-formatter-a")).toBe("@team/eslint-formatter-a");
  expect(await of("@team/eslint-formatter")).toBe("@team/eslint-formatter");
  expect(await of("@team/")).toBe("@team/eslint-formatter");
  expect(await of("eslint-formatters")).toBe("eslint-formatter-eslint-formatters");
  expect(await of("deep/format.cjs")).toBe("path");
  expect(await of(join(project.root, "deep/format.cjs"))).toBe("path");
  expect(await of("deep\\format.cjs")).toBe("path");
});

test("a list of rules in a file is a table, however narrow the terminal is", async () => {
  using project = new Project({});
  const args = ["--list-rules", "-o", "rules.txt"];
  expect((await project.run(args, { columns: 20 })).stdout).toBe("");
  expect(readFileSync(join(project.root, "rules.txt"), "utf8")).toBe(
    (await project.run(["--list-rules"])).stdout,
  );
});
