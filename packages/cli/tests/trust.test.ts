// The command never writes what was not asked for, and says plainly what it could not do.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { FOO, Project } from "./project.ts";

const config = readFileSync(join(import.meta.dirname, "testdata/fix.config.mjs"), "utf8");
const FIXED = FOO.replace("foo()", "bar()");

/** Runs statements of Python, which can read extended attributes, about a path. */
function python(statements: string, path: string) {
  const script = `import os, sys; path = sys.argv[1]; ${statements}`;
  return spawnSync("python3", ["-c", script, path], { encoding: "utf8" });
}

describe("a path that names nothing is refused before a file is written", () => {
  test.each([
    ["", "A path is empty"],
    [" ", "A path is empty"],
    ["!a.go", "a path says what to lint"],
    ["./int...", "of Go's patterns those work that end in '/...'"],
    ["./.../y", "of Go's patterns those work that end in '/...'"],
  ])("%j", async (pattern, message) => {
    using project = new Project({ "a.go": FOO }, { config });
    const { code, stdout, stderr } = await project.run(["--fix", ".", pattern]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(FOO);
  });

  test("an extended glob that begins with an exclamation mark is a glob", async () => {
    using project = new Project({ "a.go": FOO, "b.go": FOO }, { config });
    await project.run(["--fix", "!(a).go"]);
    const read = (name: string) => readFileSync(join(project.root, name), "utf8");
    expect([read("a.go"), read("b.go")]).toEqual([FOO, FIXED]);
  });
});

test("a broken config further down ends the run before the first file is written", async () => {
  using project = new Project(
    { "a.go": FOO, "z/b.go": FOO, "z/gopherwood.config.mjs": 'throw new Error("broken");' },
    { config },
  );
  const { code, stderr } = await project.run(["--fix"]);
  expect(code).toBe(2);
  expect(stderr).toContain("the config cannot be loaded: broken");
  expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(FOO);
});

describe("a fixed file", () => {
  test("with several hard links is still one file", async () => {
    using project = new Project({ "a.go": FOO }, { config });
    const [path, other] = ["a.go", "b.go"].map((name) => join(project.root, name)) as [
      string,
      string,
    ];
    linkSync(path, other);
    await project.run(["--fix", "a.go"]);
    expect(statSync(other).nlink).toBe(2);
    expect(readFileSync(other, "utf8")).toBe(FIXED);
  });

  test("keeps its mode and its extended attributes, and is a new file for make", async () => {
    using project = new Project({ "a.go": FOO }, { config });
    const path = join(project.root, "a.go");
    const set = python(`os.setxattr(path, "user.note", b"kept"); os.chmod(path, 0o640)`, path);
    if (set.status !== 0) {
      console.warn(`Not tested: ${set.stderr.slice(-300)}`);
      return;
    }
    const old = new Date(2020, 1, 1);
    utimesSync(path, old, old);
    await project.run(["--fix"]);
    expect(readFileSync(path, "utf8")).toBe(FIXED);
    expect(python(`print(os.getxattr(path, "user.note").decode())`, path).stdout).toBe(
      "kept\n",
    );
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(statSync(path).mtimeMs).toBeGreaterThan(old.getTime());
  });

  test("leaves the next run nothing of a run that was killed, and of others what is theirs", async () => {
    // No process has the highest number that fits.
    const dead = ".b.go.2147483647.gopherwood";
    const alive = `.b.go.${process.ppid}.gopherwood`;
    using project = new Project(
      { "sub/a.go": FOO, [`sub/${dead}`]: "", [`sub/${alive}`]: "" },
      { config },
    );
    const names = () => readdirSync(join(project.root, "sub")).sort();
    await project.run([]);
    expect(names()).toContain(dead);
    await project.run(["--fix"]);
    expect(names()).toEqual([alive, "a.go"]);
  });

  test("leaves no other file behind", async () => {
    using project = new Project({ "a.go": FOO }, { config });
    await project.run(["--fix"]);
    expect(readdirSync(project.root).filter((name) => name.includes("a.go"))).toEqual(["a.go"]);
  });
});

describe("--diff", () => {
  test("exits with 1 if it changes something, and 0 if not", async () => {
    using project = new Project({ "a.go": FOO, "b.go": FIXED }, { config });
    expect((await project.run(["--diff", "a.go"])).code).toBe(1);
    expect(await project.run(["--diff", "b.go"])).toMatchObject({ code: 0, stdout: "" });
  });

  test("names files outside of the working directory from their repository's root", async () => {
    using project = new Project({ "a.go": FOO, "sub/b.go": FOO }, { config });
    mkdirSync(join(project.root, ".git"));
    const { stdout } = await project.run(["--diff", ".."], { cwd: "sub" });
    expect(stdout.match(/^--- .*$/gmu)).toEqual(["--- a/a.go", "--- a/sub/b.go"]);
  });

  test.each([
    ["as many lines as before", (line: number) => `\tfoo() // ${line}`],
    ["a line end that is missing", (line: number) => (line < 1999 ? "\tfoo()" : "\tfoo() }")],
  ])("of very many changes is a patch that git applies: %s", async (_name, lineOf) => {
    const lines = Array.from({ length: 2000 }, (_, line) =>
      line % 3 === 2 ? "\t_ = 1" : lineOf(line),
    );
    const body = `package p\n\nfunc f() {\n${lines.join("\n")}`;
    const text = body.endsWith("}") ? body : `${body}\n}\n`;
    using project = new Project({ "a.go": text }, { config });
    const { stdout } = await project.run(["--diff"]);
    const { status, stderr } = spawnSync("git", ["apply", "-"], {
      cwd: project.root,
      input: stdout,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(
      text.replaceAll("foo()", "bar()"),
    );
  });
});

test("a fix outside of the file is left out and named; the others are applied", async () => {
  const outside = `
import { base } from "./base.config.mjs";
const out = {
  meta: { fixable: "code" },
  create: (context) => ({
    package_clause: (node) => context.report({
      node,
      message: "Out.",
      fix: (fixer) => fixer.replaceTextRange([-100, 1e9], ""),
    }),
  }),
};
export default [base, { plugins: { bad: { rules: { out } } }, rules: { "bad/out": "error" } }];
`;
  using project = new Project({ "a.go": FOO, "base.config.mjs": config }, { config: outside });
  const { code, stderr } = await project.run(["--fix"]);
  expect(code).toBe(2);
  expect(stderr).toContain("bad/out: Its fix was left out: it lies outside of the file.");
  expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(FIXED);
});

describe("config files", () => {
  test.each(["cjs", "cts"])(".%s is read", async (end) => {
    using project = new Project({ "a.go": FOO }, { config: null });
    project.write(
      `gopherwood.config.${end}`,
      'module.exports = [{ files: ["**/*.go"], rules: { "absent/rule": "error" } }];',
    );
    const { stderr } = await project.run([]);
    expect(stderr).toContain(`gopherwood.config.${end}`);
    expect(stderr).toContain('Could not find plugin "absent"');
  });

  test("JavaScript comes before TypeScript, as in ESLint", async () => {
    using project = new Project({ "a.go": FOO }, { config });
    project.write("gopherwood.config.ts", "export default [];");
    expect((await project.run([])).stdout).toContain("demo/fix");
  });

  test("undefined in a config has ESLint's own sentence", async () => {
    using project = new Project({ "a.go": FOO }, { config: "export default [undefined];" });
    const { code, stderr } = await project.run([]);
    expect(code).toBe(2);
    expect(stderr).toContain("Unexpected undefined config at user-defined index");
  });
});

/** Returns a config for another process, which finds core by its address. */
function readConfig(root: string): string {
  const core = new URL("../../core/dist/index.js", import.meta.url).href;
  const text = readFileSync(join(root, "gopherwood.config.mjs"), "utf8");
  return text.replace('"@gopherwood/core"', JSON.stringify(core));
}

describe("the process ends with 2", () => {
  const bin = resolve(import.meta.dirname, "../bin/gopherwood.js");
  const gopherwood = (cwd: string, shell: string) =>
    spawnSync("sh", ["-c", shell.replace("gopherwood", `"${process.execPath}" "${bin}"`)], {
      cwd,
      encoding: "utf8",
    });

  test("and a sentence if a config waits for ever", () => {
    using project = new Project(
      { "a.go": FOO },
      { config: "export default new Promise(() => {});" },
    );
    const { status, stderr } = gopherwood(project.root, "gopherwood");
    expect(status).toBe(2);
    expect(stderr).toContain("gopherwood.config.mjs never finished");
  });

  test("and a sentence if a config ends the process", () => {
    using project = new Project({ "a.go": FOO }, { config: "process.exit(0);" });
    const { status, stderr } = gopherwood(project.root, "gopherwood");
    expect(status).toBe(2);
    expect(stderr).toContain("gopherwood.config.mjs ended the process: not all was linted");
  });

  const hasFull = process.platform === "linux";
  (hasFull ? test : test.skip)("and a sentence if the output cannot be written", () => {
    using project = new Project({ "a.go": FOO }, { config });
    const { status, stderr } = gopherwood(project.root, "gopherwood --help > /dev/full");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^gopherwood: The output cannot be written: ENOSPC/u);
  });

  test.each([
    ["is rejected", "Promise.reject(new Error('too late'));"],
    ["comes after an await", "(async () => { await null; throw new Error('too late'); })();"],
    ["comes from a timer", "setTimeout(() => { throw new Error('too late'); });"],
  ])("if an error that nothing waits for %s, and the findings are there", (_name, code) => {
    using project = new Project({ "a.go": FOO }, { config: `${config}\n${code}` });
    // The real process knows nothing of the tests' aliases.
    project.write("gopherwood.config.mjs", readConfig(project.root));
    const { status, stdout, stderr } = gopherwood(project.root, "gopherwood");
    expect(status).toBe(2);
    expect(stderr).toContain(
      "An error came after its rule or config had ended: Error: too late",
    );
    expect(stdout).toContain("demo/fix");
  });
});
