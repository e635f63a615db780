import { expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { Gopherwood, type GopherwoodOptions, type Report } from "../../src/runner/index.ts";
import { configWith, newProject, type Project } from "./fixture.ts";

const FOO = "package p\n\nfunc f() { foo() }\n";
const CLEAN = "package p\n";
const IGNORING = configWith({ "demo/no-foo": "error" }, { ignores: ["gen/", "**/x_*.go"] });

/** Returns a project with files that its config ignores. */
function withIgnored(): Project {
  return newProject({
    "gopherwood.config.mjs": IGNORING,
    "a.go": FOO,
    "x_b.go": FOO,
    "gen/c.go": FOO,
  });
}

async function lint(
  { root }: Project,
  options: GopherwoodOptions,
  ...patterns: string[]
): Promise<Report> {
  return await new Gopherwood({ cwd: root, ...options }).lintFiles(patterns);
}

/** Returns what became of the files, how many were ignored, and the problems. */
function summaryOf({ files, ignored, problems }: Report): unknown {
  return [
    files.map(({ path, outcome }) => `${path} ${outcome}`),
    ignored,
    problems.map(({ path }) => path),
  ];
}

test("a named file that the config ignores is warned of, if it is asked for", async () => {
  using project = withIgnored();
  const named = ["a.go", "x_b.go", "gen/c.go"];
  const all = ["a.go linted", "gen/c.go ignored", "x_b.go ignored"];
  expect(summaryOf(await lint(project, {}, ...named))).toEqual([all, 0, []]);
  const silent = { warnIgnored: false };
  expect(summaryOf(await lint(project, silent, ...named))).toEqual([["a.go linted"], 2, []]);
  // The directory is excluded, and the file is found and ignored.
  const excluding = { forceExclude: true };
  expect(summaryOf(await lint(project, excluding, ...named))).toEqual([["a.go linted"], 1, []]);
});

test("a text of an ignored file is warned of as well, or counted", async () => {
  using project = withIgnored();
  const { root: cwd } = project;
  const warned = await new Gopherwood({ cwd }).lintText(FOO, "x_b.go");
  expect(summaryOf(warned)).toEqual([["x_b.go ignored"], 0, []]);
  const silent = await new Gopherwood({ cwd, warnIgnored: false }).lintText(FOO, "x_b.go");
  expect(summaryOf(silent)).toEqual([[], 1, []]);
});

test("files that were found and are ignored are counted, and are a problem where there are no others", async () => {
  using project = withIgnored();
  expect(summaryOf(await lint(project, {}, "."))).toEqual([["a.go linted"], 1, []]);
  const { problems } = await lint(project, {}, "x_*.go");
  expect(problems).toEqual([
    {
      path: "x_*.go",
      message:
        "The config ignores all of the 1 Go files found here, or has nothing for them. " +
        "Patterns count from the config file's directory, or from the working directory with --config.",
    },
  ]);
});

test("a pattern that finds nothing is no problem where it need not", async () => {
  using project = withIgnored();
  const patterns = ["a.go", "x_*.go", "none.go", "gen/**/*.go"];
  const strict = await lint(project, {}, ...patterns);
  expect(strict.problems.map(({ path }) => path)).toEqual(["none.go", "x_*.go", "gen/**/*.go"]);
  const lax = await lint(project, { errorOnUnmatchedPattern: false }, ...patterns);
  expect(summaryOf(lax)).toEqual([["a.go linted"], 2, []]);
});

test("the config's ignores and patterns of the options hold or not, as is asked for", async () => {
  using project = withIgnored();
  const all = ["a.go linted", "gen/c.go linted", "x_b.go linted"];
  expect(summaryOf(await lint(project, { ignore: false }, "."))).toEqual([all, 0, []]);
  const more = { ignorePatterns: ["a.go"] };
  expect(summaryOf(await lint(project, more, "."))).toEqual([[], 2, ["."]]);
});

test("comments that configure rules are heeded or not, and unused ones reported as is asked for", async () => {
  using project = newProject({
    "a.go":
      "package p\n\nvar a = foo //gopherwood:disable-line\n\nvar b int //gopherwood:disable-line\n",
  });
  const found = async (options: GopherwoodOptions) =>
    (await lint(project, options, ".")).results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, severity }) => `${line} ${ruleId ?? "unused"} ${severity}`),
    );
  expect(await found({})).toEqual(["5 unused 1"]);
  expect(await found({ reportUnusedDisableDirectives: "error" })).toEqual(["5 unused 2"]);
  expect(await found({ reportUnusedDisableDirectives: "off" })).toEqual([]);
  expect(await found({ allowInlineConfig: false })).toEqual(["3 demo/no-foo 2"]);
});

test("who watches hears of patterns, configs, ignored files and each file with its number", async () => {
  using project = withIgnored();
  project.write("d.go", CLEAN);
  const heard: string[] = [];
  const steps: (readonly [number, number])[] = [];
  await lint(
    project,
    {
      onDebug: (message) => heard.push(message.replaceAll(project.root, "ROOT")),
      onProgress: (done, total) => steps.push([done, total]),
    },
    "a.go",
    "./...",
  );
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(heard.map((message) => message.replace(/\d+ ms$/u, "N ms"))).toEqual([
    "ROOT: the config is ROOT/gopherwood.config.mjs",
    "ROOT/gen: ROOT/gopherwood.config.mjs ignores it",
    "a.go ./...: 3 files in ROOT",
    "ROOT/a.go: linted in N ms",
    "ROOT/d.go: nothing to say in N ms",
    "ROOT/x_b.go: the config ignores it or has nothing for it",
  ]);
});

test("a run that writes fixes removes what earlier ones left behind, and no other run does", async () => {
  using project = newProject({ "a.go": CLEAN, "b/.c.go.4194304.gopherwood": "" });
  const leftover = project.path("b/.c.go.4194304.gopherwood");
  for (const options of [{}, { fix: { write: false } }]) {
    await lint(project, options, ".");
    expect(existsSync(leftover)).toBe(true);
  }
  await lint(project, { fix: { write: true } }, ".");
  expect(existsSync(leftover)).toBe(false);
});

test("a survey is made of texts too, and not of shards", async () => {
  using project = newProject({ "a.go": CLEAN });
  const { root: cwd } = project;
  const ofText = await new Gopherwood({ cwd, survey: true }).lintText(CLEAN, "a.go");
  expect(ofText.survey).toEqual({ documentation: [], references: [], shared: [] });
  const sharded = await lint(project, { survey: true, shard: { index: 1, total: 1 } }, ".");
  expect(sharded.survey).toBeUndefined();
  expect(sharded.shard).toMatchObject({ index: 1, total: 1 });
});

test("a rule that did not end in one run is on again in the next", async () => {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ "demo/endless": "error" }),
    "a.go": FOO,
    "b.go": FOO,
  });
  const engine = new Gopherwood({ cwd: project.root, ruleTimeout: 60 });
  for (const patterns of [["."], ["b.go"]]) {
    const { problems } = await engine.lintFiles(patterns);
    expect(problems).toMatchObject([
      { ruleId: "demo/endless", path: patterns[0] === "." ? "a.go" : "b.go" },
    ]);
  }
});

test("the config of a file, and where it comes from, are found by a path from the working directory", async () => {
  using project = withIgnored();
  project.write("sub/gopherwood.config.mjs", configWith({ "demo/calls": "warn" }));
  const engine = new Gopherwood({ cwd: project.path("sub") });
  expect((await engine.configFor("a.go"))?.rules).toEqual({ "demo/calls": [1] });
  expect((await engine.configFor("../a.go"))?.rules).toMatchObject({
    "demo/no-foo": [2, { names: ["foo"], mode: "strict" }],
  });
  expect(await engine.configFor("../x_b.go")).toBeNull();
  expect(await engine.originsFor("../x_b.go")).toBeNull();
  const origins = await engine.originsFor("a.go");
  expect(origins?.configFile).toBe(project.path("sub/gopherwood.config.mjs"));
  expect(origins?.settings.find(({ key }) => key === "rules/demo/calls")).toEqual({
    key: "rules/demo/calls",
    value: [1],
    from: [{ index: 1, label: "files: **/*.go" }],
  });
});
