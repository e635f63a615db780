import { describe, expect, test } from "@jest/globals";
import { WorkDirectory } from "./work-directory.ts";

const FILES = [
  ".github/workflows/ci.yml",
  ".github/workflows/release.yml",
  ".gitignore",
  "README.md",
  "docs/rules/no-println.md",
  "eslint.config.js",
  "package.json",
  "src/index.ts",
  "src/rules.ts",
  "src/rules/no-println.ts",
  "tests/all.js",
  "tests/no-println.test.ts",
  "tests/pack.test.ts",
  "tsconfig.build.json",
  "tsconfig.json",
];

const USAGE = `Usage:
  npm create @gopherwood/rules <directory> -- [--name <package>] [--namespace <namespace>]
  npm run new-rule -- <namespace>/<rule-name> [--description "Disallow ..."]

The first makes a pack of rules in a new directory; the second, in a pack, adds a rule to it.
Neither asks anything.
`;

describe("a new pack", () => {
  test("has its files, and the user is told what to do next", () => {
    using work = new WorkDirectory();
    expect(work.run(["packs/acme-rules"])).toEqual({
      code: 0,
      stdout: `Made the pack acme-rules. Install what it needs, and see its tests pass:

  cd packs/acme-rules
  npm install
  npm test

Its rule acme/no-println is an example. Add your own:

  npm run new-rule -- acme/no-naked-returns
`,
      stderr: "",
    });
    expect(work.files()).toEqual(FILES.map((path) => `packs/acme-rules/${path}`));
  });

  test("has its name and its namespace in every file that names them", () => {
    using work = new WorkDirectory();
    work.run(["acme-rules"]);
    const read = (path: string) => work.read(`acme-rules/${path}`);
    expect(read("README.md")).toContain('import pack from "acme-rules";');
    expect(read("README.md")).toContain("npx gopherwood explain acme/no-println");
    expect(JSON.parse(read("package.json"))).toMatchObject({ name: "acme-rules" });
    expect(read("src/index.ts")).toContain('namespace: "acme",');
    expect(read("src/rules/no-println.ts")).toContain('name: "acme/no-println"');
    expect(read("src/rules/no-println.ts")).toContain('category: "Team Rules"');
    expect(read("tests/no-println.test.ts")).toContain('run("acme/no-println", rule, {');
    expect(read("tests/no-println.test.ts")).toContain('from "../src/rules/no-println.ts"');
    expect(read("docs/rules/no-println.md")).toMatch(
      /^# acme\/no-println\n\nDisallow calls of println\.\n\nGo's own println /u,
    );
  });

  test("has a list of its rules, and a page with nothing left to write", () => {
    using work = new WorkDirectory();
    work.run(["acme-rules"]);
    expect(work.read("acme-rules/src/rules.ts"))
      .toBe(`// The files of src/rules: 'npm run new-rule' adds to them. Remove what you delete there.

import noPrintln from "./rules/no-println.ts";

/** The rules of this pack, by name. */
export const rules = {
  "no-println": noPrintln,
};
`);
    const page = work.read("acme-rules/docs/rules/no-println.md");
    expect(page).not.toContain("TODO");
    expect(page).toMatch(/## When not to use it\n\nIn a program that has no logger\.\n$/u);
  });

  test("is made where the command is run, if that directory is chosen", () => {
    using work = new WorkDirectory();
    work.write("acme-rules/.git/HEAD", "ref: refs/heads/main\n");
    const { code, stdout } = work.run(["."], "acme-rules");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Made the pack acme-rules\. .*\n\n {2}cd \.\n/u);
    expect(work.files()).toContain("acme-rules/src/index.ts");
  });

  test.each([
    ["acme-rules", "acme"],
    ["rules-acme", "acme"],
    ["gopherwood-rules-acme", "acme"],
    ["@team/rules-acme", "acme"],
    ["@acme/pack", "pack"],
    ["acme", "acme"],
    ["my-rules-acme", "my-rules-acme"],
  ])("called %s has the namespace %s", (name, namespace) => {
    using work = new WorkDirectory();
    expect(work.run(["pack", "--name", name])).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(work.read("pack/package.json"))).toMatchObject({ name });
    expect(work.read("pack/src/index.ts")).toContain(`namespace: "${namespace}"`);
  });

  test("may be called after the template, with a namespace of its own", () => {
    using work = new WorkDirectory();
    work.run(["pack", "--name", "example-rules-of-acme", "--namespace", "acme"]);
    const readme = work.read("pack/README.md");
    expect(readme).toMatch(/^# example-rules-of-acme\n/u);
    expect(readme).toContain('extends: ["example-rules-of-acme#recommended"]');
    expect(readme).toContain("npm run new-rule -- acme/no-naked-returns");
  });
});

test.each([[["--help"]], [["-h"]], [["acme-rules", "--help"]]])(
  "%j prints the usage, and makes nothing",
  (args) => {
    using work = new WorkDirectory();
    expect(work.run(args)).toEqual({ code: 0, stdout: USAGE, stderr: "" });
    expect(work.files()).toEqual([]);
  },
);

describe("what no pack can be made of is refused, and nothing is written", () => {
  test.each([
    ["no directory", [], `create-rules: \n${USAGE}\n`],
    ["two directories", ["a-rules", "b-rules"], `create-rules: \n${USAGE}\n`],
    [
      "a description",
      ["a-rules", "--description", "Disallow a."],
      `create-rules: \n${USAGE}\n`,
    ],
  ])("%s", (_, args, stderr) => {
    using work = new WorkDirectory();
    expect(work.run(args)).toEqual({ code: 2, stdout: "", stderr });
    expect(work.files()).toEqual([]);
  });

  test("an option that does not exist is named, with those that do", () => {
    using work = new WorkDirectory();
    const { code, stdout, stderr } = work.run(["a-rules", "--nmae", "b"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^create-rules: Unknown option '--nmae'/u);
    expect(stderr).toContain(`\n${USAGE}`);
  });

  test.each([
    "Acme",
    "acme rules",
    "@acme",
    "@Acme/rules",
    "@acme/Rules",
    "acme/rules/more",
    "-acme",
    "x@acme/rules",
  ])("the name '%s'", (name) => {
    using work = new WorkDirectory();
    const stderr = `create-rules: "${name}" is no name of an npm package: give one with --name.\n`;
    const args = ["pack", `--name=${name}`, "--namespace", "acme"];
    expect(work.run(args)).toEqual({ code: 2, stdout: "", stderr });
    expect(work.files()).toEqual([]);
  });

  test.each(["Acme", "1acme", "acme/team", "acme_team", "acme "])(
    "the namespace '%s'",
    (namespace) => {
      using work = new WorkDirectory();
      expect(work.run(["pack", "--namespace", namespace])).toEqual({
        code: 2,
        stdout: "",
        stderr: `create-rules: "${namespace}" is no namespace: write small letters and hyphens after --namespace.\n`,
      });
      expect(work.files()).toEqual([]);
    },
  );

  test("a directory with files, and a file", () => {
    using work = new WorkDirectory();
    work.write("acme/.git/HEAD", "ref: refs/heads/main\n");
    work.write("acme/go.mod", "module acme\n");
    const before = work.files();
    expect(work.run(["acme"])).toEqual({
      code: 2,
      stdout: "",
      stderr: `create-rules: ${work.root}/acme is not empty, and was not changed.\n`,
    });
    expect(work.run(["acme/go.mod"])).toEqual({
      code: 2,
      stdout: "",
      stderr: `create-rules: ${work.root}/acme/go.mod is no directory.\n`,
    });
    expect(work.files()).toEqual(before);
  });
});
