import { afterAll, describe, expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "examples", "ci");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

const CONFIG = `
packs: ["@gopherwood/rules-go"]
ignores: ["third_party/**"]
rules:
  go/restricted-syntax:
    - error
    - restrictions:
        - { pattern: "$x += 1", message: count by one, replacement: "$x++", fix: true }
`;

const FINDING = "package app\n\nfunc f(n int) int {\n\tn += 1\n\treturn n\n}\n";
const FIXED = FINDING.replace("n += 1", "n++");
const MESSAGE = "Do not write 'n += 1'";

const directories: string[] = [];

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Returns a new git repository with the packages, a config and these files. */
function newRepository(files: Readonly<Record<string, string>>): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-ci-")));
  directories.push(directory);
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "junction");
  const all = {
    "gopherwood.config.yaml": CONFIG,
    "go.mod": "module example.com/app\n",
    "package.json": "{}\n",
    "package-lock.json": "{}\n",
    ".gitignore": "node_modules\n",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  git(directory, "init", "--quiet");
  git(directory, "add", ".");
  return directory;
}

function git(directory: string, ...args: string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd: directory, encoding: "utf8" });
}

/** The arguments with which GitHub runs bash. */
const AS_GITHUB = ["--noprofile", "--norc", "-euo", "pipefail", "-c"];

const { PATH = "" } = process.env;

/**
 * A directory with an `npx` that runs an installed command, as npm's does with `--no-install`,
 * but starts in no time.
 */
const quickNpx = mkdtempSync(join(tmpdir(), "gopherwood-npx-"));
directories.push(quickNpx);
writeFileSync(
  join(quickNpx, "npx"),
  '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "node_modules/.bin/$@"\n',
  { mode: 0o755 },
);

/** Runs a command line by the shell. */
function shell(command: string, directory: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", [...AS_GITHUB, command], {
    cwd: directory,
    encoding: "utf8",
    env: { ...process.env, PATH: `${quickNpx}:${PATH}`, ...env },
  });
  return { status, output: stdout + stderr };
}

function has(command: string): boolean {
  const found = spawnSync(command, [command === "go" ? "version" : "--version"]).status === 0;
  if (!found) console.warn(`${command} is not installed: its tests are skipped.`);
  return found;
}

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly steps: { readonly uses?: string; with?: object }[] }
  >;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: { readonly run: string; env: Record<string, string> }[] };
}

describe("the GitHub action", () => {
  const { inputs, runs } = parse(read("action.yml")) as Action;
  const [step] = runs.steps;

  function act(given: Readonly<Record<string, string>>, directory: string) {
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const [, input = ""] = /^\$\{\{ inputs\.(\S+) \}\}$/u.exec(value) ?? [];
      return [name, given[input] ?? inputs[input]?.default ?? ""];
    });
    return shell(step?.run ?? "", directory, Object.fromEntries(env) as Record<string, string>);
  }

  test("lints, and fails if there are findings", () => {
    const directory = newRepository({ "a.go": FINDING, "b c.go": FINDING });
    const { status, output } = act({}, directory);
    expect(status).toBeGreaterThan(0);
    expect(output).toMatch(
      /^::error file=a\.go,line=4,endLine=4,.*title=go\/restricted-syntax::/mu,
    );
    const given = { paths: "'b c.go'", format: "agent", args: "--format=sarif=out.sarif" };
    expect(act(given, directory).output).toMatch(/^b c\.go:4:\d+ error go\/restricted-syntax/u);
    expect(JSON.parse(readFileSync(join(directory, "out.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
    writeFileSync(join(directory, "a.go"), FIXED);
    expect(act({ paths: "a.go" }, directory).status).toBe(0);
  });

  test("takes no input for code", () => {
    const directory = newRepository({ "a.go": FIXED });
    act({ paths: "a.go; touch ran $(touch ran) `touch ran`" }, directory);
    expect(git(directory, "status", "--short", "--untracked-files")).not.toContain("ran");
  });

  test("has the inputs that the workflow gives it", () => {
    const { jobs } = parse(read("examples/ci/github/.github/workflows/lint.yml")) as Workflow;
    const uses = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ uses }) => uses?.startsWith("gopherwood/"));
    expect(Object.keys(uses?.with ?? {})).toEqual(["args"]);
    expect(Object.keys(inputs)).toContain("args");
  });
});

const itLints = has("actionlint") ? test : test.skip;

itLints.each(["github", "github-shards"])("actionlint finds nothing in %s", (name) => {
  const workflow = join(examples, name, ".github", "workflows", "lint.yml");
  expect(spawnSync("actionlint", [workflow], { encoding: "utf8" }).stdout).toBe("");
});

itLints("actionlint finds nothing in the action", () => {
  const workflow = read("examples/ci/github/.github/workflows/lint.yml");
  // It reads the actions of the repository that a workflow is in.
  const directory = newRepository({
    "action.yml": read("action.yml"),
    ".github/workflows/lint.yml": workflow.replace(/gopherwood\/gopherwood@\w+/u, "./"),
  });
  const { stdout } = spawnSync("actionlint", { cwd: directory, encoding: "utf8" });
  expect(stdout).toBe("");
});

test("GitHub's shards lint their parts, and are merged", () => {
  const { jobs } = parse(read("examples/ci/github-shards/.github/workflows/lint.yml")) as {
    jobs: Record<string, { steps: { run?: string }[] }>;
  };
  const commandOf = (job: string) =>
    jobs[job]?.steps.find(({ run }) => run?.includes("gopherwood"))?.run ?? "";
  const directory = newRepository({ "a.go": FINDING, "b.go": FIXED, "c.go": FINDING });
  const lint = (SHARD: string, command = commandOf("shard")) =>
    shell(command, directory, { SHARD, SHARDS: "2" });
  for (const shard of ["1", "2"]) expect(lint(shard)).toEqual({ status: 0, output: "" });
  // A shard that does not do its work fails its own job.
  const failing = commandOf("shard").replace("./...", "missing").replace("shard-", "failed-");
  expect(lint("1", failing).status).toBe(1);
  const { status, output } = shell(commandOf("merge"), directory);
  expect(status).toBe(1);
  expect(output.match(/^::error file=[ac]\.go,line=4/gmu)).toHaveLength(2);
  expect(readFileSync(join(directory, "summary.md"), "utf8")).toContain("2 violations");
});

describe("hooks", () => {
  const OTHERS = { "third_party.go": FIXED };

  (has("pre-commit") ? test : test.skip)("pre-commit stops a commit, and fixes", () => {
    const hooks = newRepository({ ".pre-commit-hooks.yaml": read(".pre-commit-hooks.yaml") });
    git(hooks, "commit", "--quiet", "--message", "hooks");
    const config = read("examples/ci/pre-commit/.pre-commit-config.yaml")
      .replace(/repo: .*/u, `repo: ${hooks}`)
      .replace(/rev: .*/u, `rev: ${git(hooks, "rev-parse", "HEAD").trim()}`);
    const directory = newRepository({
      "a.go": FINDING,
      "b.go": FIXED,
      ".pre-commit-config.yaml": config,
    });
    const env = { PRE_COMMIT_HOME: join(hooks, "cache") };
    const commit = "git -c user.name=t -c user.email=t commit -m one";
    const stopped = shell(`pre-commit install && ${commit}`, directory, env);
    expect(stopped.status).toBe(1);
    expect(stopped.output).toContain(MESSAGE);
    expect(stopped.output).not.toContain("b.go");
    writeFileSync(
      join(directory, ".pre-commit-config.yaml"),
      config.replace("id: gopherwood", "id: gopherwood-fix"),
    );
    const fixing = shell("git add . && pre-commit run", directory, env);
    expect(fixing.output).toContain("files were modified by this hook");
    expect(readFileSync(join(directory, "a.go"), "utf8")).toBe(FIXED);
    expect(shell("git add . && pre-commit run", directory, env).status).toBe(0);
  });

  test("lefthook's job lints the staged files", () => {
    const { "pre-commit": hook } = parse(read("examples/ci/lefthook/lefthook.yml")) as {
      "pre-commit": { jobs: { run: string; glob: string }[] };
    };
    const [job] = hook.jobs;
    expect(job?.glob).toBe("*.go");
    const directory = newRepository({ "a.go": FINDING, ...OTHERS });
    const run = (files: string) =>
      shell((job?.run ?? "").replace("{staged_files}", files), directory);
    expect(run("a.go third_party.go").output).toContain(MESSAGE);
    expect(run("third_party.go").status).toBe(0);
  });

  test("lint-staged's command fixes the staged files", () => {
    const manifest = JSON.parse(read("examples/ci/husky/package.json")) as {
      "lint-staged": Record<string, string>;
    };
    const directory = newRepository({ "a.go": FINDING });
    const command = manifest["lint-staged"]["*.go"] ?? "";
    const { status } = shell(
      `npx --no-install ${command} ${join(directory, "a.go")}`,
      directory,
    );
    expect(status).toBe(0);
    expect(readFileSync(join(directory, "a.go"), "utf8")).toBe(FIXED);
  });
});

test("a hook of git alone lints what is staged", () => {
  const directory = newRepository({ "a.go": FINDING });
  copyFileSync(join(examples, "git", "pre-commit"), join(directory, ".git/hooks/pre-commit"));
  const commit = () => shell("git -c user.name=t -c user.email=t commit -m one", directory);
  const stopped = commit();
  expect(stopped.status).toBe(1);
  expect(stopped.output).toContain(MESSAGE);
  git(directory, "reset", "--quiet", "a.go");
  expect(commit().status).toBe(0);
});

describe("pipelines", () => {
  test("GitLab's script lints", () => {
    const { gopherwood } = parse(read("examples/ci/gitlab/.gitlab-ci.yml")) as {
      gopherwood: { script: string[] };
    };
    const directory = newRepository({ "a.go": FINDING });
    const { status, output } = shell(gopherwood.script.join("\n"), directory, { PATH });
    expect(status).toBe(1);
    expect(output).toContain(MESSAGE);
  });

  (has("make") ? test : test.skip)("make lints and fixes", () => {
    const directory = newRepository({ "a.go": FINDING });
    copyFileSync(join(examples, "make", "Makefile"), join(directory, "Makefile"));
    // The packages are there already.
    const make = (target: string) => shell(`make ${target} --old-file=node_modules`, directory);
    const lint = make("lint");
    expect(lint.status).toBe(2);
    expect(lint.output).toContain(MESSAGE);
    expect(make("fix").status).toBe(0);
    expect(readFileSync(join(directory, "a.go"), "utf8")).toBe(FIXED);
  });

  (has("go") ? test : test.skip)("go generate fixes", () => {
    const directory = newRepository({ "a.go": FINDING });
    cpSync(join(examples, "go-generate"), directory, { recursive: true });
    expect(shell("go generate .", directory).status).toBe(0);
    expect(readFileSync(join(directory, "a.go"), "utf8")).toBe(FIXED);
  });
});

describe("the pages show the files that are tested", () => {
  test.each([
    ["docs/hooks.md", "pre-commit/.pre-commit-config.yaml"],
    ["docs/hooks.md", "lefthook/lefthook.yml"],
    ["docs/hooks.md", "husky/package.json"],
    ["docs/hooks.md", "husky/.husky/pre-commit"],
    ["docs/hooks.md", "git/pre-commit"],
    ["docs/ci.md", "github/.github/workflows/lint.yml"],
    ["docs/big-repositories.md", "github-shards/.github/workflows/lint.yml"],
    ["docs/ci.md", "gitlab/.gitlab-ci.yml"],
    ["docs/ci.md", "docker/Dockerfile"],
    ["docs/ci.md", "make/Makefile"],
    ["docs/ci.md", "go-generate/generate.go"],
  ])("%s: %s", (page, file) => {
    const blocks = [...read(page).matchAll(/^```\w*\n([^]*?)^```$/gmu)].map(([, text]) => text);
    expect(blocks).toContain(read("examples", "ci", file));
  });
});
