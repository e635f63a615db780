import { describe, expect, test } from "@jest/globals";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FOO, Project } from "./project.ts";

const HOSTILE = `package p

func f() {
	foo() //gopherwood:disable-line demo/no-foo -- "<old> & 'known'"
	foo()
	foo()
}
`;

/** The message has what each format would have to escape. */
const MESSAGE = `<a b="c"> & 'd' %0A ]]> \u0007 \ud800 ::error::x, y: z\nnext`;

const LOUD = `
import { base } from "./plugin.mjs";
const rule = {
  meta: { type: "layout", docs: { description: "A <b> & c.", url: "https://example.com/r" } },
  create: (context) => ({
    call_expression(node) { context.report({ node, message: ${JSON.stringify(MESSAGE)} }); },
  }),
};
export default [{ ...base, plugins: { ...base.plugins, loud: { rules: { all: rule } } }, rules: { "loud/all": "warn" } }];
`;

const read = (project: Project, name: string) => readFileSync(join(project.root, name), "utf8");

const parse = (text: string) => {
  const isArray = (name: string) => /^(?:file|error|testsuite|testcase|failure)$/u.test(name);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- It does, what the test needs.
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text) as Record<string, Record<string, unknown>>;
};

test("several formats in one run: each its own text, one on standard output", async () => {
  using project = new Project({ "a.go": FOO });
  const alone = await project.run(["-f", "json"]);
  const stylish = await project.run([]);
  const { code, stdout, stderr } = await project.run([
    ...["-f", "stylish", "-f", "json=deep/er/a.json", "-f", "gitlab=b.json"],
  ]);
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: stylish.stdout, stderr: "" });
  expect(read(project, "deep/er/a.json")).toBe(alone.stdout);
  expect(JSON.parse(read(project, "b.json"))).toHaveLength(1);
  await project.run(["-f", "json", "-f", "gitlab=b.json", "-o", "c.json"]);
  expect(read(project, "c.json")).toBe(alone.stdout);
});

test.each([
  [["-f", "json", "-f", "gitlab"], /^gopherwood: Two formats would go to standard output: /u],
  [["-f", "json=a", "-f", "gitlab=./a"], /^gopherwood: Two formats would go to \.\/a: /u],
  [["-f", "json="], /^gopherwood: --format json=: write it as name, or as name=file\.\n$/u],
  [
    ["-f", "nope"],
    /no package eslint-formatter-nope is installed for .*Formats: stylish, agent, json/u,
  ],
  [["-f", "./nope.js"], /^gopherwood: --format \.\/nope\.js: .*nope\.js cannot be loaded: /u],
  [["-f", "./none.mjs"], /none\.mjs is no formatter: its default export is no function\.\n$/u],
])("wrong formats end the run before it: %j", async (args, message) => {
  using project = new Project({ "a.go": FOO, "none.mjs": "export default 1;" });
  const { code, stdout, stderr } = await project.run(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(existsSync(join(project.root, "a"))).toBe(false);
});

describe("formatters of ESLint's kind", () => {
  const FORMATTER = `
module.exports = (results, { cwd, rulesMeta, maxWarningsExceeded }) => JSON.stringify({
  cwd,
  rules: Object.keys(rulesMeta),
  description: rulesMeta["demo/no-foo"]?.docs.description,
  found: results.map(({ filePath, errorCount }) => [filePath, errorCount]),
  maxWarningsExceeded,
});
`;

  test.each([
    ["near", "node_modules/eslint-formatter-near/index.js"],
    ["eslint-formatter-near", "node_modules/eslint-formatter-near/index.js"],
    ["@team/near", "node_modules/@team/eslint-formatter-near/index.js"],
    ["@team", "node_modules/@team/eslint-formatter/index.js"],
    ["./near.cjs", "near.cjs"],
  ])("%s is %s", async (name, path) => {
    using project = new Project({ "a.go": FOO, [path]: FORMATTER });
    const { code, stdout, stderr } = await project.run(["-f", name]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toEqual({
      cwd: project.root,
      rules: ["demo/no-foo"],
      description: "Disallow foo.",
      found: [[join(project.root, "a.go"), 1]],
    });
  });

  test("it is told of too many warnings", async () => {
    using project = new Project({ "a.go": FOO, "near.cjs": FORMATTER });
    const args = ["--rule", "demo/no-foo: warn", "--max-warnings", "0", "-f", "./near.cjs"];
    const { stdout } = await project.run(args);
    expect(JSON.parse(stdout)).toMatchObject({
      maxWarningsExceeded: { maxWarnings: 0, foundWarnings: 1 },
    });
  });

  test("one that throws is named, the others are written, and it changes no results", async () => {
    using project = new Project({
      "a.go": FOO,
      "bad.cjs": 'module.exports = (r) => { r.length = 0; throw new Error("no luck"); };',
    });
    const { code, stdout, stderr } = await project.run(["-f", "./bad.cjs=x", "-f", "json"]);
    expect(code).toBe(2);
    expect(stderr).toBe("gopherwood: the format ./bad.cjs failed: no luck\n");
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test("a file that cannot be written is named, and the others are written", async () => {
    using project = new Project({ "a.go": FOO });
    const { code, stdout, stderr } = await project.run(["-f", "json=a.go/x", "-f", "gitlab"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^gopherwood: The results cannot be written to .*a\.go\/x: /u);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });
});

test("gitlab: fingerprints are unique, and stay when lines move", async () => {
  using project = new Project({ "a.go": HOSTILE, ".git/HEAD": "", "sub/b.go": FOO });
  const run = async (cwd: string) => {
    const { stdout } = await project.run(["-f", "gitlab"], { cwd });
    return JSON.parse(stdout) as { fingerprint: string; location: { path: string } }[];
  };
  const before = await run(".");
  expect(before.map(({ location }) => location)).toEqual([
    { path: "a.go", lines: { begin: 5, end: 5 } },
    { path: "a.go", lines: { begin: 6, end: 6 } },
    { path: "sub/b.go", lines: { begin: 4, end: 4 } },
  ]);
  expect(await run("sub")).toMatchObject([{ location: { path: "sub/b.go" } }]);
  const prints = before.map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(3);
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{32}$/u);
  project.write(
    "a.go",
    HOSTILE.replace("func", "// New.\n\nfunc").replaceAll("\tfoo", "\t\tfoo"),
  );
  expect((await run(".")).map(({ fingerprint }) => fingerprint)).toEqual(prints);
  rmSync(join(project.root, "a.go"));
  rmSync(join(project.root, "sub/b.go"));
  project.write("c.go", "package p\n");
  expect(await run(".")).toEqual([]);
});

test("github: annotations, and the others in a group", async () => {
  const calls = "\tfoo()\n".repeat(12);
  using project = new Project({ "a,b:c.go": `package p\n\nfunc f() {\n${calls}}\n` });
  const { stdout } = await project.run(["-f", "github"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toBe(
    "::error file=a%2Cb%3Ac.go,line=4,endLine=4,col=2,endColumn=7,title=demo/no-foo::Do not use foo.",
  );
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.slice(10)).toEqual([
    "::group::2 more errors without an annotation",
    "- a,b:c.go:14:2: Do not use foo. (demo/no-foo)",
    "- a,b:c.go:15:2: Do not use foo. (demo/no-foo)",
    "::endgroup::",
  ]);
});

describe("whatever a message holds", () => {
  test("github: it is one command", async () => {
    using project = new Project({ "a.go": FOO }, { config: LOUD });
    const { stdout } = await project.run(["-f", "github"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toMatch(/%250A .* ::error::x, y: z%0Anext\n$/u);
  });

  test("checkstyle: it is well-formed, and the message is whole", async () => {
    using project = new Project({ "a.go": FOO }, { config: LOUD });
    const { stdout } = await project.run(["-f", "checkstyle"]);
    const { checkstyle } = parse(stdout);
    expect(checkstyle).toMatchObject({
      file: [
        {
          name: "a.go",
          error: [{ line: "4", column: "2", severity: "warning", source: "loud/all" }],
        },
      ],
    });
    expect(stdout).toContain(
      "&lt;a b=&quot;c&quot;&gt; &amp; &apos;d&apos; %0A ]]&gt; \\u0007 \\ud800 ::error::x, y: z&#10;next",
    );
  });

  test("junit: it is well-formed, and its numbers are those of its tests", async () => {
    using project = new Project(
      { "a.go": FOO, "b.go": "package p\n", "c.go": "package p\n" },
      { config: LOUD },
    );
    const { code, stdout } = await project.run(["-f", "junit", ".", "nope"]);
    expect(code).toBe(2);
    const { testsuites } = parse(stdout);
    expect(testsuites).toMatchObject({
      ...{ tests: "4", failures: "1", errors: "1" },
      testsuite: [
        { name: "a.go", testcase: [{ name: "loud/all 4:2", failure: [{ type: "warning" }] }] },
        { name: "b.go", testcase: [{ name: "no findings" }] },
        { name: "c.go", testcase: [{ name: "no findings" }] },
        { name: "gopherwood", testcase: [{ classname: "nope", error: [{ type: "problem" }] }] },
      ],
    });
  });

  test("junit: work that could be done is no suite", async () => {
    using project = new Project({ "a.go": "package p\n" });
    const { stdout } = await project.run(["-f", "junit"]);
    expect(parse(stdout).testsuites).toMatchObject({ testsuite: [{ name: "a.go" }] });
  });
});

test("formats are of no suppressed message, and with --quiet of errors alone", async () => {
  using project = new Project({ "a.go": HOSTILE });
  for (const format of ["gitlab", "github", "junit", "checkstyle"]) {
    const { stdout } = await project.run(["-f", format]);
    expect(stdout.match(/Do not use foo/gu)).toHaveLength(format === "junit" ? 4 : 2);
    const quiet = ["--quiet", "--rule", "demo/no-foo: warn", "-f", format];
    expect((await project.run(quiet)).stdout).not.toContain("foo");
  }
});
