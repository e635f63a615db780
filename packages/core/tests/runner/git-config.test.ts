import { afterEach, expect, test } from "@jest/globals";
import { homedir } from "node:os";
import { relative } from "node:path";
import { discover } from "../../src/runner/discovery.ts";
import { repositoryOf } from "../../src/runner/index.ts";
import { newProject, type Project } from "./fixture.ts";

const GO = "package p\n";
const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** Returns a project of four files in a repository, and beside it what a user has at home. */
function newHome(files: Record<string, string>): Project {
  return newProject({
    "repo/.git/HEAD": "",
    ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`repo/${name}.go`, GO])),
    "home/of-a": "a.go\n",
    "home/of-b": "b.go\n",
    ...files,
  });
}

async function found(project: Project): Promise<string[]> {
  const { files } = await discover(["."], project.path("repo"));
  return files.map(({ path }) => relative(project.path("repo"), path));
}

test("the ignore file of the user's config directory counts in every repository", async () => {
  using project = newHome({ "xdg/git/ignore": "a.go\nd.go\n" });
  process.env["XDG_CONFIG_HOME"] = project.path("xdg");
  process.env["GIT_CONFIG_GLOBAL"] = project.path("home/none");
  expect(await found(project)).toEqual(["b.go", "c.go"]);
});

test("the repository of a directory is the nearest one around it", () => {
  using project = newHome({ "repo/sub/deep/x.go": GO, "repo/sub/module/.git": "" });
  expect(repositoryOf(project.path("repo"))).toBe(project.path("repo"));
  expect(repositoryOf(project.path("repo/sub/deep"))).toBe(project.path("repo"));
  expect(repositoryOf(project.path("repo/sub/module"))).toBe(project.path("repo/sub/module"));
  expect(repositoryOf("/")).toBeNull();
});

test("the file that the user's config names takes its place", async () => {
  using project = newHome({ "xdg/git/ignore": "a.go\nd.go\n" });
  project.write("xdg/git/config", `[core]\n\texcludesfile = ${project.path("home/of-b")}\n`);
  process.env["XDG_CONFIG_HOME"] = project.path("xdg");
  delete process.env["GIT_CONFIG_GLOBAL"];
  expect(await found(project)).toEqual(["a.go", "c.go", "d.go"]);
});

const [A, B, ALL] = [
  ["b.go", "c.go", "d.go"],
  ["a.go", "c.go", "d.go"],
  ["a.go", "b.go", "c.go", "d.go"],
];

test.each<[what: string, config: string, expected: readonly string[]]>([
  ["in quotes", '[core]\nexcludesFile = "HOME/of-a"\n', A],
  ["without spaces, in capitals", "[CORE]\nEXCLUDESFILE=HOME/of-a\n", A],
  ["with spaces around", "  [ core ]\n  excludesfile  =  HOME/of-a  \n", A],
  ["below the home directory", "[core]\nexcludesfile = ~/FROM_HOME/of-a\n", A],
  ["that begins with a tilde", "[core]\nexcludesfile = ~FROM_HOME/of-a\n", ALL],
  ["of another section", '[diff "core"]\nexcludesfile = HOME/of-a\n', ALL],
  ["after another section", "[user]\nname = x\n[core]\nexcludesfile = HOME/of-a\n", A],
  ["before another section", "[core]\nexcludesfile = HOME/of-a\n[user]\nname = x\n", A],
  ["twice: the last counts", "[core]\nexcludesfile = HOME/of-a\nexcludesfile = HOME/of-b\n", B],
  ["without a value", "[core]\nexcludesfile =\n", ALL],
  ["in a comment", "[core]\n# excludesfile = HOME/of-a\n", ALL],
  ["and there is no such file", "[core]\nexcludesfile = HOME/none\n", ALL],
])("an excludesfile %s", async (_, config, expected) => {
  using project = newHome({});
  const home = project.path("home");
  const written = config
    .replaceAll("FROM_HOME", relative(homedir(), home))
    .replaceAll("HOME", home);
  project.write("home/config", written);
  process.env["GIT_CONFIG_GLOBAL"] = project.path("home/config");
  process.env["XDG_CONFIG_HOME"] = project.path("home/none");
  expect(await found(project)).toEqual(expected);
});
