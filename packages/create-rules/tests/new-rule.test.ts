import { describe, expect, test } from "@jest/globals";
import { WorkDirectory } from "./work-directory.ts";

/** Returns a directory with a new pack. */
function withPack(): WorkDirectory {
  const work = new WorkDirectory();
  work.run(["acme-rules"]);
  return work;
}

describe("a rule that is added to a pack", () => {
  test("has its files, and the user is told what to do next", () => {
    using work = withPack();
    const before = work.files();
    expect(work.run(["rule", "acme/no-naked-returns"], "acme-rules")).toEqual({
      code: 0,
      stdout: `Added the rule acme/no-naked-returns, an example that forbids println:

  src/rules/no-naked-returns.ts
  tests/no-naked-returns.test.ts
  docs/rules/no-naked-returns.md

Write a case of your own, see it fail with 'npm test', and change the rule. It is in no preset so
far: add "no-naked-returns" in src/index.ts.
`,
      stderr: "",
    });
    expect(work.files().filter((path) => !before.includes(path))).toEqual([
      "acme-rules/docs/rules/no-naked-returns.md",
      "acme-rules/src/rules/no-naked-returns.ts",
      "acme-rules/tests/no-naked-returns.test.ts",
    ]);
  });

  test("has its name, its description and the category of the pack in them", () => {
    using work = withPack();
    const first = "acme-rules/src/rules/no-println.ts";
    work.write(first, work.read(first).replace('"Team Rules"', "'Jobs'"));
    work.write("acme-rules/src/rules/README.md", 'category: "Notes"\n');
    const description = 'Require "defer" after Lock.';
    const args = ["rule", "acme/unlock-all", "--description", description];
    expect(work.run(args, "acme-rules").code).toBe(0);
    const rule = work.read("acme-rules/src/rules/unlock-all.ts");
    expect(rule).toContain('name: "acme/unlock-all"');
    expect(rule).toContain(`description: ${JSON.stringify(description)}`);
    expect(rule).toContain('category: "Jobs"');
    expect(work.read("acme-rules/docs/rules/unlock-all.md")).toMatch(
      /^# acme\/unlock-all\n\nRequire "defer" after Lock\.\n\nTODO: /u,
    );
    const ruleTest = work.read("acme-rules/tests/unlock-all.test.ts");
    expect(ruleTest).toContain('import rule from "../src/rules/unlock-all.ts";');
    expect(ruleTest).toContain('run("acme/unlock-all", rule, {');
  });

  test("stands in the list of rules, among all files of src/rules, sorted", () => {
    using work = withPack();
    work.write("acme-rules/src/rules/no-a-2nd-lock.ts", "");
    work.write("acme-rules/src/rules/README.md", "");
    work.run(["rule", "acme/no-naked-returns"], "acme-rules");
    expect(work.read("acme-rules/src/rules.ts")).toContain(`
import noA2ndLock from "./rules/no-a-2nd-lock.ts";
import noNakedReturns from "./rules/no-naked-returns.ts";
import noPrintln from "./rules/no-println.ts";

/** The rules of this pack, by name. */
export const rules = {
  "no-a-2nd-lock": noA2ndLock,
  "no-naked-returns": noNakedReturns,
  "no-println": noPrintln,
};
`);
  });

  test.each([
    ["no-naked-returns", "Disallow naked returns."],
    ["require-end-job", "Require end job."],
    ["prefer-small-packages", "Enforce small packages."],
    ["unlock-no-twice", "Enforce unlock no twice."],
  ])("called %s is described as '%s'", (name, description) => {
    using work = withPack();
    work.run(["rule", `acme/${name}`], "acme-rules");
    expect(work.read(`acme-rules/src/rules/${name}.ts`)).toContain(
      `description: "${description}"`,
    );
  });

  test("is a team rule in a pack that has no rule", () => {
    using work = new WorkDirectory();
    work.write("src/index.ts", "export default definePack({ namespace: 'acme' });\n");
    work.write("src/rules.ts", "");
    expect(work.run(["rule", "acme/no-goto"])).toMatchObject({ code: 0, stderr: "" });
    expect(work.read("src/rules/no-goto.ts")).toContain('category: "Team Rules"');
    expect(work.read("src/rules.ts")).toContain('"no-goto": noGoto,');
  });
});

describe("what no rule can be made of is refused, and nothing is written", () => {
  test.each([
    [["rule"], /^create-rules: \nUsage:/u],
    [["rule", "acme/no-a", "acme/no-b"], /^create-rules: \nUsage:/u],
    [["rule", "no-a"], /^create-rules: "no-a" is not of the form <pack>\/<rule-name>\.\n$/u],
    [["rule", "acme/rules/no-a"], /"acme\/rules\/no-a" is not of the form/u],
    [
      ["rule", "other/no-a"],
      /^create-rules: The namespace in src\/index\.ts is not "other"\.\n$/u,
    ],
    [["rule", "acm/no-a"], /The namespace in src\/index\.ts is not "acm"/u],
    [
      ["rule", "acme/no-println"],
      /: The rule acme\/no-println exists already: src\/rules\/no-println\.ts\.\n$/u,
    ],
    [["rule", "acme/No-A"], /^create-rules: "No-A" is no rule name: .*no-println\.\n$/u],
    [["rule", "acme/no-A"], /"no-A" is no rule name/u],
    [["rule", "acme/a"], /"a" is no rule name/u],
    [["rule", "acme/no-"], /"no-" is no rule name/u],
    [["rule", "acme/1-a"], /"1-a" is no rule name/u],
    [["rule", "acme/-no-a"], /"-no-a" is no rule name/u],
    [["rule", "acme/no--a"], /"no--a" is no rule name/u],
    [
      ["rule", "acme/no-a", "--description", "Disallow a"],
      /^create-rules: "Disallow a" is no description: .*full stop\.\n$/u,
    ],
    [["rule", "acme/no-a", "--description", "We Disallow a."], /is no description/u],
    [["rule", "acme/no-a", "--description", "Forbid a."], /is no description/u],
    [["rule", "acme/no-a", "--description", "Disallow a.\nAnd b."], /is no description/u],
  ])("%j", (args, message) => {
    using work = withPack();
    const before = work.files();
    const { code, stdout, stderr } = work.run(args, "acme-rules");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(work.files()).toEqual(before);
  });

  test.each(["src/index.ts", "src/rules.ts"])("a directory without %s is no pack", (path) => {
    using work = new WorkDirectory();
    const other = path === "src/index.ts" ? "src/rules.ts" : "src/index.ts";
    work.write(other, 'export default definePack({ namespace: "acme" });\n');
    expect(work.run(["rule", "acme/no-goto"])).toEqual({
      code: 2,
      stdout: "",
      stderr: `create-rules: ${work.root} is no pack: it has no src/index.ts and src/rules.ts.\n`,
    });
    expect(work.files()).toEqual([other]);
  });

  test("a rule of which one file is there", () => {
    using work = withPack();
    work.write("acme-rules/docs/rules/no-goto.md", "# no-goto\n");
    const { code, stderr } = work.run(["rule", "acme/no-goto"], "acme-rules");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "create-rules: The rule acme/no-goto exists already: docs/rules/no-goto.md.\n",
    );
    expect(work.read("acme-rules/docs/rules/no-goto.md")).toBe("# no-goto\n");
  });
});
