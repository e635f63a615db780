import { describe, expect, test } from "@jest/globals";
import { Project } from "./project.ts";

const OPTION = /^ {2}(?:-\w, )?--[\w-]+/u;
const DESCRIBED = /^ {2}(?:-\w, )?--[\w-]+(?: <[^>]+>)? {2,}\S/u;

describe.each([
  ["gopherwood", [], "Lint Go with rules of your own."],
  [
    "gopherwood baseline",
    ["baseline"],
    "Accept the violations that there are now, so that only new ones fail.",
  ],
  ["gopherwood merge", ["merge"], "Make one report of those that 'gopherwood --shard' wrote."],
] as const)("the help of %s", (name, command, purpose) => {
  test("names it, what it is for, and what each option does", async () => {
    using project = new Project({});
    const { code, stdout, stderr } = await project.run([...command, "--help"], {
      columns: 300,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: ${name} `, "u"));
    expect(stdout.split("\n")).toContain(purpose);
    const options = stdout.split("\n").filter((line) => OPTION.test(line));
    expect(options.length).toBeGreaterThan(4);
    expect(options.filter((line) => !DESCRIBED.test(line))).toEqual([]);
  });

  test("is what a wrong option is told of", async () => {
    using project = new Project({});
    const { code, stdout, stderr } = await project.run([...command, "--no-such-option"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("'--no-such-option'");
    expect(stderr).toContain(`Try '${name} --help'.`);
  });
});

test("the help ends with examples and the exit codes", async () => {
  using project = new Project({});
  const { stdout } = await project.run(["--help"]);
  expect(stdout).toMatch(/^Examples:\n(?: {2}gopherwood .*\n)+/mu);
  expect(stdout).toMatch(/^Exit status: 0 /mu);
});
