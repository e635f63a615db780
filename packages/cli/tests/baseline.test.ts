import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Project } from "./project.ts";

const NAME = "gopherwood-baseline.json";

/** Returns a file with functions, each with its statements. */
const file = (functions: Record<string, string>) =>
  `package p\n${Object.entries(functions)
    .map(([name, body]) => `\nfunc ${name}() {\n${body}\n}\n`)
    .join("")}`;

const textOf = (project: Project) => readFileSync(join(project.root, NAME), "utf8");

const entriesOf = (project: Project) =>
  (JSON.parse(textOf(project)) as { violations: Record<string, string>[] }).violations.map(
    ({ file: name, symbol }) => `${name} ${symbol}`,
  );

/** Returns the exit code and the places of the findings that are left. */
async function run(project: Project, ...args: string[]): Promise<[number, string[]]> {
  const { code, stdout } = await project.run(["-f", "json", ...args]);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { line: number }[];
  }[];
  const places = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line }) => `${filePath.slice(project.root.length + 1)}:${line}`),
  );
  return [code, places];
}

const START = { "a.go": file({ f: "\tfoo()\n\tfoo()", g: "\tfoo(1)" }) };

async function accepted(files: Record<string, string> = START): Promise<Project> {
  const project = new Project(files);
  expect((await project.run(["baseline"])).code).toBe(0);
  return project;
}

test("it has an entry for each violation, sorted, one a line, without lines or counts", async () => {
  using project = await accepted();
  const lines = textOf(project).split("\n");
  expect(lines.slice(0, 2)).toEqual(["{", '  "version": 1,']);
  expect(lines).toHaveLength(9);
  expect(entriesOf(project)).toEqual(["a.go f", "a.go f", "a.go g"]);
  expect(lines[3]).toMatch(
    /^ {4}\{ "file": "a\.go", "symbol": "f", "ruleId": "demo\/no-foo", "fingerprint": "[0-9a-f]{16}" \},$/u,
  );
  const { stdout } = await project.run(["baseline"]);
  expect(stdout).toBe(
    `${join(project.root, NAME)}: 3 accepted violations (0 new, 0 taken out).\n`,
  );
  expect(textOf(project).split("\n")).toEqual(lines);
  expect(readdirSync(project.root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("what is in it is suppressed and counted; what is new fails", async () => {
  using project = await accepted();
  const { code, stdout } = await project.run([]);
  expect(code).toBe(0);
  expect(stdout).toContain(`3 old violations in ${NAME}\n`);
  project.write("a.go", file({ f: "\tfoo()\n\tfoo()\n\tfoo()", g: "\tfoo(2)" }));
  expect(await run(project)).toEqual([1, ["a.go:6", "a.go:10"]]);
  expect(await run(project, "--no-baseline")).toEqual([
    1,
    ["a.go:4", "a.go:5", "a.go:6", "a.go:10"],
  ]);
  const report = await project.run(["-f", "report"]);
  const { baseline, sites, results } = JSON.parse(report.stdout) as {
    baseline: { old: number; added: number; fixed: unknown[] };
    sites: { verdict: string; inBaseline?: boolean; messageIndex?: number }[];
    results: { suppressedMessages: { suppressions: unknown[] }[]; errorCount: number }[];
  };
  expect(baseline).toMatchObject({ path: NAME, old: 2, added: 2, fixed: [{ symbol: "g" }] });
  expect(
    sites.map(({ verdict, inBaseline, messageIndex }) => [verdict, inBaseline, messageIndex]),
  ).toEqual([
    ["violation", true, undefined],
    ["violation", true, undefined],
    ["violation", undefined, 0],
    ["violation", undefined, 1],
  ]);
  expect(results[0]?.errorCount).toBe(2);
  expect(results[0]?.suppressedMessages.map(({ suppressions }) => suppressions)).toEqual(
    Array.from({ length: 2 }, () => [{ kind: "file", justification: "baseline" }]),
  );
});

describe("it survives", () => {
  const cases: [string, Record<string, string>][] = [
    [
      "moved lines",
      { "a.go": `// New.\n${file({ h: "", g: "\tfoo(1)", f: "\n\tfoo()\n\n\tfoo()" })}` },
    ],
    ["formatting", { "a.go": file({ f: "foo( ); foo()", g: "\tfoo(\n\t\t1, // one\n\t)" }) }],
    ["a renamed file", { "sub/b.go": START["a.go"] }],
    ["renamed functions", { "a.go": file({ f2: "\tfoo()\n\tfoo()", g2: "\tfoo(1)" }) }],
    [
      "a function in another file",
      { "a.go": file({ f: "\tfoo()\n\tfoo()" }), "b.go": file({ g: "\tfoo(1)" }) },
    ],
  ];

  test.each(cases)("%s", async (_, files) => {
    using project = await accepted();
    project.remove("a.go");
    for (const [name, text] of Object.entries(files)) project.write(name, text);
    expect(await run(project)).toEqual([0, []]);
    expect(await project.run(["baseline", "--check"])).toMatchObject({ code: 0, stdout: "" });
    await project.run(["baseline", "--prune"]);
    expect(entriesOf(project)).toHaveLength(3);
    expect(await run(project)).toEqual([0, []]);
  });
});

describe("it does not hide", () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ["a copy of a function", { ...START, "b.go": file({ g: "\tfoo(1)" }) }, ["b.go:4"]],
    [
      "the same code in another function",
      { "a.go": file({ f: "\tfoo()", h: "\tfoo()", g: "\tfoo(1)" }) },
      ["a.go:8"],
    ],
    ["other code", { "a.go": file({ f: "\tfoo()\n\tfoo()", g: "\tfoo(1 + 1)" }) }, ["a.go:9"]],
  ];

  test.each(cases)("%s", async (_, files, places) => {
    using project = await accepted();
    for (const [name, text] of Object.entries(files)) project.write(name, text);
    expect(await run(project)).toEqual([1, places]);
  });
});

test("--check fails if something is gone, and --prune takes it out and adds nothing", async () => {
  using project = await accepted();
  project.write("a.go", file({ f: "\tfoo()\n\tfoo(3)", g: "" }));
  const { code, stdout } = await project.run(["baseline", "--check"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^a\.go: f: demo\/no-foo\na\.go: g: demo\/no-foo\n.*: 2 entries of it/u,
  );
  expect((await project.run([])).stdout).toContain(
    "1 old violation in gopherwood-baseline.json, 2 fixed",
  );
  await project.run(["baseline", "--prune"]);
  expect(entriesOf(project)).toEqual(["a.go f"]);
  expect(await run(project)).toEqual([1, ["a.go:5"]]);
});

test("entries of files that a run does not look at stay", async () => {
  using project = await accepted({ "a/a.go": START["a.go"], "b/b.go": file({ f: "\tfoo()" }) });
  project.write("a/a.go", file({ f: "" }));
  project.write("b/b.go", file({ f: "" }));
  await project.run(["baseline", "--prune", "a"]);
  expect(entriesOf(project)).toEqual(["b/b.go f"]);
});

test("paths count from the baseline, and it is found from below", async () => {
  using project = await accepted({ "sub/a.go": START["a.go"], ".git/HEAD": "" });
  const outcome = await project.run(["-f", "json"], { cwd: "sub" });
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  const { stdout } = await project.run(["baseline"], { cwd: "sub" });
  expect(stdout).toContain("3 accepted violations (0 new, 0 taken out)");
  expect(existsSync(join(project.root, "sub", NAME))).toBe(false);
  renameSync(join(project.root, NAME), join(project.root, "own.json"));
  const own = async (...args: string[]) =>
    (await project.run(["-f", "json", ...args], { cwd: "sub" })).code;
  expect([await own(), await own("--baseline", "../own.json")]).toEqual([1, 0]);
});

test("undecided sites never enter it, and a violation that cannot be decided now stays", async () => {
  using project = await accepted({ "a.go": file({ f: "\tfoo()\n\tbar()" }) });
  expect(entriesOf(project)).toEqual(["a.go f"]);
  const text = textOf(project);
  const rule = readFileSync(join(project.root, "plugin.mjs"), "utf8");
  const config = readFileSync(join(project.root, "gopherwood.config.mjs"), "utf8");
  project.write("unsure.mjs", rule.replace('name === "foo"', "false"));
  project.write("unsure.config.mjs", config.replace("plugin.mjs", "unsure.mjs"));
  const { stdout } = await project.run(["baseline", "--prune", "-c", "unsure.config.mjs"]);
  expect(stdout).toContain("1 accepted violation (0 taken out)");
  expect(textOf(project)).toBe(text);
});

describe("what cannot be used is refused in one line, and stays as it is", () => {
  const entry =
    '{ "file": "a.go", "symbol": "f", "ruleId": "demo/no-foo", "fingerprint": "0" }';
  test.each([
    [
      "a merge conflict",
      `{\n<<<<<<< HEAD\n${entry}\n=======\n>>>>>>> b\n}`,
      /line 2 has the marker/u,
    ],
    [
      "another version",
      '{ "version": 2, "violations": [] }',
      /version 2, and this .* version 1/u,
    ],
    ["half of it", '{ "version": 1, "violations": [\n', /it is not JSON \(.*\): restore it/u],
    ["nothing", "", /it is not JSON/u],
    ["something else", "[]", /it is no baseline/u],
    [
      "a broken entry",
      '{ "version": 1, "violations": [{ "file": "a.go" }] }',
      /entry 1 has no '/u,
    ],
    [
      "unknown rules",
      `{ "version": 1, "violations": [${entry.replace("no-foo", "no-bar")}] }`,
      /no plugin of the config has demo\/no-bar: .* another config/u,
    ],
  ])("%s", async (_, text, message) => {
    using project = new Project({ ...START, [NAME]: text });
    for (const args of [[], ["baseline"], ["baseline", "--prune"], ["baseline", "--check"]]) {
      const { code, stdout, stderr } = await project.run(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(textOf(project)).toBe(text);
    }
  });

  test("none at all, and a run that is not whole", async () => {
    using project = new Project({ ...START });
    const missing = await project.run(["baseline", "--check"]);
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^gopherwood: There is no /u),
    });
    const { code, stderr } = await project.run(["baseline", "--rule", "demo/throws: error"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/The rule threw: no luck\ngopherwood: not everything was linted/u);
    expect(existsSync(join(project.root, NAME))).toBe(false);
  });
});

test("--since refuses growth against a revision, and lets entries move", async () => {
  using project = await accepted();
  const git = (...args: string[]) => {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    execFileSync("git", [...who, ...args], { cwd: project.root, stdio: "ignore" });
  };
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "start");
  const since = async () => await project.run(["baseline", "--since", "HEAD"]);
  expect(await since()).toMatchObject({ code: 0, stdout: "" });
  project.write("a.go", file({ f: "\tfoo()\n\tfoo()", g3: "\tfoo(1)" }));
  await project.run(["baseline"]);
  expect(await since()).toMatchObject({ code: 0, stdout: "" });
  project.write("a.go", file({ f: "\tfoo()\n\tfoo()", g3: "\tfoo(1)\n\tfoo(2)" }));
  await project.run(["baseline"]);
  const { code, stdout } = await since();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^a\.go: g3: demo\/no-foo\n.*: 1 entry more than in HEAD/u);
  const unknown = await project.run(["baseline", "--since", "nope"]);
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no revision nope here/u),
  });
});
