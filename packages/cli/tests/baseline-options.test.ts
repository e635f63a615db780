import { expect, test } from "@jest/globals";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FOO, Project } from "./project.ts";

const ERRORS = { "a.go": FOO, "b.go": FOO.replace("func f", "func g") };

test("a baseline that cannot be read or written is named with the reason", async () => {
  using project = new Project(ERRORS);
  mkdirSync(join(project.root, "directory"));
  const path = join(project.root, "directory");
  for (const args of [["baseline"], []]) {
    expect(await project.run([...args, "--baseline", "directory"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(
        `^gopherwood: ${path}: the baseline cannot be read: (?:Error: )?EISDIR.*\\.\n$`,
      ),
    });
  }
  const below = await project.run(["baseline", "--baseline", "a.go/b.json"]);
  expect(below).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("a.go/b.json: the baseline cannot be written: "),
  });
});

test.each([
  [["--prune", "--check"]],
  [["--prune", "--since", "HEAD"]],
  [["--check", "--since", "HEAD"]],
])("%j are two tasks of which one is to be taken", async (args) => {
  using project = new Project(ERRORS);
  expect(await project.run(["baseline", ...args])).toEqual({
    code: 2,
    stdout: "",
    stderr: "gopherwood: --prune, --check and --since are three tasks: take one of them.\n",
  });
});

test("it is written where it is asked for, of the paths that are named", async () => {
  using project = new Project(ERRORS);
  const path = join(project.root, "deep/er/b.json");
  const args = ["baseline", "--baseline", "deep/er/b.json"];
  expect((await project.run([...args, "a.go"])).stdout).toBe(
    `${path}: 1 accepted violation (1 new, 0 taken out).\n`,
  );
  const { violations } = JSON.parse(readFileSync(path, "utf8")) as {
    violations: { file: string }[];
  };
  expect(violations.map(({ file }) => file)).toEqual(["../../a.go"]);
  expect((await project.run(args)).stdout).toBe(
    `${path}: 2 accepted violations (1 new, 0 taken out).\n`,
  );
  expect(existsSync(join(project.root, "gopherwood-baseline.json"))).toBe(false);
  project.remove("b.go");
  project.write("c.go", FOO.replace("func f", "func h"));
  expect(await project.run([...args, "--check"])).toEqual({
    code: 1,
    stdout:
      `../../b.go: g: demo/no-foo\n${path}: 1 entry of it are gone: take ` +
      "them out with 'gopherwood baseline --prune'.\n",
    stderr: "",
  });
  expect((await project.run([...args, "--prune"])).stdout).toBe(
    `${path}: 1 accepted violation (1 taken out).\n`,
  );
  expect(await project.run([...args, "--check"])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test.each([
  ["--prune", []],
  ["--check", []],
  ["--since", ["HEAD"]],
])("%s needs a baseline", async (option, rest) => {
  using project = new Project(ERRORS);
  expect(await project.run(["baseline", option, ...rest])).toEqual({
    code: 2,
    stdout: "",
    stderr: `gopherwood: There is no ${join(project.root, "gopherwood-baseline.json")}: write it with 'gopherwood baseline'.\n`,
  });
});
