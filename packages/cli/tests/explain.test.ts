import { expect, test } from "@jest/globals";
import { Project } from "./project.ts";

test("the page of a rule, from the package that is installed", async () => {
  using project = new Project({
    "node_modules/demo/package.json": '{ "name": "demo", "exports": {} }',
    "node_modules/demo/docs/rules/no-foo.md":
      "# demo/no-foo\n\nFoo is bad.\n\n## Evidence\n\nAll.\n",
  });
  expect(await project.run(["explain", "demo/no-foo"])).toEqual({
    code: 0,
    stdout: "# demo/no-foo\n\nFoo is bad.\n\n## Evidence\n\nAll.\n",
    stderr: "",
  });
});

test("a rule without a page: what it says of itself", async () => {
  using project = new Project({});
  const { code, stdout } = await project.run(["explain", "demo/no-foo"]);
  expect(code).toBe(0);
  expect(stdout).toBe(`# demo/no-foo

Disallow foo.

Options: [{ mode?: "a" | "b" }]

Defaults: [{"mode":"a"}]

## Messages

- \`foo\`: Do not use foo.
`);
  expect((await project.run(["explain", "max-lines"])).stdout).toContain(
    "# max-lines\n\nEnforce a maximum number of lines per file\n",
  );
  expect((await project.run(["explain", "demo/throws"])).stdout).toBe(
    "# demo/throws\n\nThe rule has no description.\n",
  );
});

test.each([
  [["demo/no-fo"], "has no rule 'demo/no-fo': did you mean 'demo/no-foo'?"],
  [[], "It takes one rule"],
  [["a", "b"], "It takes one rule"],
])("%j: exit code 2 and why", async (args, message) => {
  using project = new Project({});
  const outcome = await project.run(["explain", ...args]);
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
  expect(outcome.stderr).toContain(message);
});
