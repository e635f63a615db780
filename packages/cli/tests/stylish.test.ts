import { expect, test } from "@jest/globals";
import { CLEAN, FOO, Project } from "./project.ts";

const ESCAPE = "\u001b[";

test("a place on every line, aligned in a file; a file is a block; evidence in the summary", async () => {
  using project = new Project({
    "a.go": `package p\n\nfunc f() {\n\tfoo(); good()\n\tgood(); unknown()\n${"\n".repeat(5)}\tfoo()\n}\n`,
    "sub/b.go": FOO,
    "c.go": CLEAN,
  });
  const { stdout } = await project.run([]);
  expect(stdout.split("\n")).toEqual([
    "a.go:4:2   error    Do not use foo.  demo/no-foo",
    "a.go:11:2  error    Do not use foo.  demo/no-foo",
    "",
    "sub/b.go:4:2  error    Do not use foo.  demo/no-foo",
    "",
    "✖ 3 problems (3 errors, 0 warnings) in 2 files",
    "  2 compliant, 1 undecided sites",
    "",
  ]);
});

test("warnings are told from errors", async () => {
  using project = new Project({ "a.go": FOO });
  const { stdout } = await project.run(["--rule", "demo/no-foo: warn"]);
  expect(stdout).toBe(
    "a.go:4:2  warning  Do not use foo.  demo/no-foo\n\n✖ 1 problem (0 errors, 1 warning) in 1 file\n",
  );
});

test("paths are shown from the working directory; outside of it, absolute", async () => {
  using project = new Project({ "sub/a.go": FOO, "b.go": FOO });
  const { stdout } = await project.run(["..", "a.go"], { cwd: "sub" });
  expect(stdout).toContain("\na.go:4:2  ");
  expect(stdout).toContain(`${project.root}/b.go:4:2  `);
});

test("a clean run says how many sites keep the rules", async () => {
  using project = new Project({ "a.go": "package p\n\nvar x = good()\n" });
  expect(await project.run([])).toEqual({
    code: 0,
    stdout: "✔ no problems in 1 file\n  1 compliant site\n",
    stderr: "",
  });
});

test("colours: on a terminal, or when they are asked for", async () => {
  using project = new Project({ "a.go": FOO });
  const colored = async (args: string[], isTTY: boolean, env: Record<string, string> = {}) =>
    (await project.run(args, { isTTY, env })).stdout.includes(ESCAPE);
  expect(await colored([], true)).toBe(true);
  expect(await colored([], false)).toBe(false);
  expect(await colored(["--no-color"], true, { FORCE_COLOR: "1" })).toBe(false);
  expect(await colored(["--color"], false, { NO_COLOR: "1" })).toBe(true);
  expect(await colored([], true, { NO_COLOR: "1" })).toBe(false);
  expect(await colored([], true, { TERM: "dumb" })).toBe(false);
  expect(await colored([], false, { FORCE_COLOR: "1" })).toBe(true);
  expect(await colored([], true, { FORCE_COLOR: "0" })).toBe(false);
});
